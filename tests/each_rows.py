"""Questions that ask one figure of each of two things, and the sub-question of each: own names, own words."""

EACH_OF_TWO: tuple[tuple[str, str, str], ...] = (
    (
        "Cầu vượt Bến Nứa và hầm chui Khe Trúc, vốn đầu tư mỗi dự án bao nhiêu?",
        "Cầu vượt Bến Nứa vốn đầu tư bao nhiêu?",
        "Hầm chui Khe Trúc vốn đầu tư bao nhiêu?",
    ),
    (
        "Nhà máy gạch Khe Trúc và xưởng gốm Bến Nứa, sản lượng năm 2022 mỗi nơi bao nhiêu?",
        "Nhà máy gạch Khe Trúc sản lượng năm 2022 bao nhiêu?",
        "Xưởng gốm Bến Nứa sản lượng năm 2022 bao nhiêu?",
    ),
    (
        "Hồ Khe Trúc và hồ Đồng Lau, dung tích mỗi cái bao nhiêu triệu khối?",
        "Hồ Khe Trúc dung tích bao nhiêu triệu khối?",
        "Hồ Đồng Lau dung tích bao nhiêu triệu khối?",
    ),
    (
        "Trường chuyên Hạc Châu và Trường THPT Vân Hà, điểm chuẩn năm 2023 của mỗi trường là bao nhiêu?",
        "Điểm chuẩn năm 2023 của trường chuyên Hạc Châu là bao nhiêu?",
        "Điểm chuẩn năm 2023 của Trường THPT Vân Hà là bao nhiêu?",
    ),
    (
        "Hạc Châu và Thanh Mai, số ca mắc mới của từng tỉnh là bao nhiêu?",
        "Số ca mắc mới của Hạc Châu là bao nhiêu?",
        "Số ca mắc mới của Thanh Mai là bao nhiêu?",
    ),
    (
        "Quán karaoke Trăng Khuyết mở quá giờ ở Bến Nứa và tiệm vàng Lộc Phát bán vàng giả ở Khe Trúc, "
        "bên nào bị phạt nặng hơn, mỗi bên mấy triệu?",
        "Quán karaoke Trăng Khuyết mở quá giờ ở Bến Nứa bị phạt mấy triệu?",
        "Tiệm vàng Lộc Phát bán vàng giả ở Khe Trúc bị phạt mấy triệu?",
    ),
    (
        "Xe khách Gió Mới chở quá người ở Tân Mai với xe tải Đức Lợi chở quá tải ở Vân Hà, xe nào bị "
        "phạt nặng hơn, mỗi xe bao nhiêu triệu?",
        "Xe khách Gió Mới chở quá người ở Tân Mai bị phạt bao nhiêu triệu?",
        "Xe tải Đức Lợi chở quá tải ở Vân Hà bị phạt bao nhiêu triệu?",
    ),
    (
        "Nhà hàng Hoa Sen xả thải ra sông Vân và trại lợn Bình An xả thải ra hồ Khe Trúc, nơi nào bị "
        "phạt nặng hơn?",
        "Nhà hàng Hoa Sen xả thải ra sông Vân bị phạt bao nhiêu?",
        "Trại lợn Bình An xả thải ra hồ Khe Trúc bị phạt bao nhiêu?",
    ),
    (
        "Ông Lê Văn Tám trốn thuế ở Tân Mai và bà Trần Thị Sáu buôn hàng lậu ở Bến Nứa, ai bị phạt nặng "
        "hơn, mỗi người mấy tỷ?",
        "Ông Lê Văn Tám trốn thuế ở Tân Mai bị phạt mấy tỷ?",
        "Bà Trần Thị Sáu buôn hàng lậu ở Bến Nứa bị phạt mấy tỷ?",
    ),
    (
        "Kho xăng Bến Nứa nổ ở Vân Hà và kho gas Khe Trúc rò khí ở Tân Mai, vụ nào thiệt hại nặng hơn, "
        "mỗi vụ bao nhiêu tỷ?",
        "Kho xăng Bến Nứa nổ ở Vân Hà thiệt hại bao nhiêu tỷ?",
        "Kho gas Khe Trúc rò khí ở Tân Mai thiệt hại bao nhiêu tỷ?",
    ),
    (
        "Ông Lê Văn Tám và bà Trần Thị Sáu, ai bị phạt tù nặng hơn, mỗi người mấy năm?",
        "Ông Lê Văn Tám bị phạt tù mấy năm?",
        "Bà Trần Thị Sáu bị phạt tù mấy năm?",
    ),
    (
        "Tàu Sóng Bạc và tàu Biển Xanh, tàu nào nặng hơn, mỗi tàu mấy tấn?",
        "Tàu Sóng Bạc nặng mấy tấn?",
        "Tàu Biển Xanh nặng mấy tấn?",
    ),
)
"""What is asked of each stands behind the two: … mỗi bên bao nhiêu."""

CHOSEN: tuple[tuple[str, str, str], ...] = (
    (
        "Năm 2019 xưởng nào của ông Lê Văn Tám lỗ nặng hơn, Gạch Bến Nứa hay Gỗ Khe Trúc, mỗi bên bao nhiêu?",
        "Năm 2019 Gạch Bến Nứa lỗ bao nhiêu?",
        "Năm 2019 Gỗ Khe Trúc lỗ bao nhiêu?",
    ),
    (
        "Năm 2020 công ty nào của bầu Tám lỗ nặng hơn, TGB hay GKT, mỗi bên bao nhiêu tỷ?",
        "Năm 2020 TGB lỗ bao nhiêu tỷ?",
        "Năm 2020 GKT lỗ bao nhiêu tỷ?",
    ),
    (
        "Quý 3/2021, công ty con nào của Tập đoàn Trăng Vàng lãi ít hơn, Chè Vân Hà hay là Giấy Tân Mai, "
        "mỗi bên bao nhiêu?",
        "Quý 3/2021, Chè Vân Hà lãi bao nhiêu?",
        "Quý 3/2021, Giấy Tân Mai lãi bao nhiêu?",
    ),
    (
        "Năm ngoái xưởng nào của bà Trần Thị Sáu bán được nhiều hơn, xưởng Bến Nứa hay xưởng Khe Trúc, "
        "mỗi xưởng mấy tấn?",
        "Năm ngoái xưởng Bến Nứa bán được mấy tấn?",
        "Năm ngoái xưởng Khe Trúc bán được mấy tấn?",
    ),
    (
        "Ở Hạc Châu năm 2021 ngân hàng nào nợ xấu cao hơn, Bến Nứa hoặc Tân Mai, mỗi bên bao nhiêu tỷ?",
        "Ở Hạc Châu năm 2021 Bến Nứa nợ xấu bao nhiêu tỷ?",
        "Ở Hạc Châu năm 2021 Tân Mai nợ xấu bao nhiêu tỷ?",
    ),
    (
        "Năm 2019 ở Hạc Châu huyện nào thu ngân sách cao hơn, Vân Hà hay Tân Mai, mỗi nơi bao nhiêu?",
        "Năm 2019 ở Hạc Châu, Vân Hà thu ngân sách bao nhiêu?",
        "Năm 2019 ở Hạc Châu, Tân Mai thu ngân sách bao nhiêu?",
    ),
    (
        "Ở Hạc Châu, hãng taxi nào lỗ lớn hơn, Sao Mai hay Trăng Vàng, mỗi hãng bao nhiêu?",
        "Ở Hạc Châu, Sao Mai lỗ bao nhiêu?",
        "Ở Hạc Châu, Trăng Vàng lỗ bao nhiêu?",
    ),
    (
        "Tháng 5/2020 tàu nào của ông Lê Văn Tám đánh được nhiều cá hơn, Biển Xanh hay Sóng Bạc?",
        "Tháng 5/2020 Biển Xanh đánh được bao nhiêu cá?",
        "Tháng 5/2020 Sóng Bạc đánh được bao nhiêu cá?",
    ),
    (
        "Năm 2018 công ty nào của bà Trần Thị Sáu lãi cao hơn giữa Nước Khoáng Khe Trúc và Giấy Tân Mai?",
        "Năm 2018 Nước Khoáng Khe Trúc lãi bao nhiêu?",
        "Năm 2018 Giấy Tân Mai lãi bao nhiêu?",
    ),
)
"""The two things stand behind what is asked of them."""

KINDS: tuple[tuple[str, str, str], ...] = (
    (
        "Tỷ lệ trẻ suy dinh dưỡng và trẻ thừa cân của Hạc Châu năm 2019 là bao nhiêu phần trăm, cái nào "
        "cao hơn?",
        "Tỷ lệ trẻ suy dinh dưỡng của Hạc Châu năm 2019 là bao nhiêu phần trăm?",
        "Tỷ lệ trẻ thừa cân của Hạc Châu năm 2019 là bao nhiêu phần trăm?",
    ),
    (
        "Tỷ lệ hộ nghèo và hộ cận nghèo của Vân Hà năm 2021 là bao nhiêu phần trăm theo chuẩn mới, cái "
        "nào cao hơn?",
        "Tỷ lệ hộ nghèo của Vân Hà năm 2021 là bao nhiêu phần trăm theo chuẩn mới?",
        "Tỷ lệ hộ cận nghèo của Vân Hà năm 2021 là bao nhiêu phần trăm theo chuẩn mới?",
    ),
    (
        "Tỷ lệ thất nghiệp và thiếu việc làm của Hạc Châu năm 2020 là bao nhiêu phần trăm ở thành thị, "
        "cái nào cao hơn?",
        "Tỷ lệ thất nghiệp của Hạc Châu năm 2020 là bao nhiêu phần trăm ở thành thị?",
        "Tỷ lệ thiếu việc làm của Hạc Châu năm 2020 là bao nhiêu phần trăm ở thành thị?",
    ),
    (
        "Tỉ lệ đỗ đại học và đỗ cao đẳng của Trường THPT Tân Mai năm 2020 là bao nhiêu phần trăm, tỉ lệ "
        "nào thấp hơn?",
        "Tỉ lệ đỗ đại học của Trường THPT Tân Mai năm 2020 là bao nhiêu phần trăm?",
        "Tỉ lệ đỗ cao đẳng của Trường THPT Tân Mai năm 2020 là bao nhiêu phần trăm?",
    ),
    (
        "Số ca sởi và ca thủy đậu của huyện Tân Mai năm 2019 là bao nhiêu ca, loại nào nhiều hơn?",
        "Số ca sởi của huyện Tân Mai năm 2019 là bao nhiêu ca?",
        "Số ca thủy đậu của huyện Tân Mai năm 2019 là bao nhiêu ca?",
    ),
    (
        "Giá vé người lớn và trẻ em ở Hòn Vân năm 2022 là bao nhiêu nghìn, loại nào đắt hơn?",
        "Giá vé người lớn ở Hòn Vân năm 2022 là bao nhiêu nghìn?",
        "Giá vé trẻ em ở Hòn Vân năm 2022 là bao nhiêu nghìn?",
    ),
    (
        "Tỷ lệ hộ nghèo và cận nghèo của Vân Hà năm 2018, cái nào thấp hơn?",
        "Tỷ lệ hộ nghèo của Vân Hà năm 2018 là bao nhiêu?",
        "Tỷ lệ hộ cận nghèo của Vân Hà năm 2018 là bao nhiêu?",
    ),
    (
        "Năm 2022, tỷ lệ nữ và nam của Hạc Châu là bao nhiêu phần trăm, bên nào cao hơn?",
        "Năm 2022, tỷ lệ nữ của Hạc Châu là bao nhiêu phần trăm?",
        "Năm 2022, tỷ lệ nam của Hạc Châu là bao nhiêu phần trăm?",
    ),
    (
        "Thu và chi ngân sách của Vân Hà năm 2020 là bao nhiêu tỷ, cái nào lớn hơn?",
        "Thu ngân sách của Vân Hà năm 2020 là bao nhiêu tỷ?",
        "Chi ngân sách của Vân Hà năm 2020 là bao nhiêu tỷ?",
    ),
    (
        "Doanh thu và lợi nhuận của Giấy Tân Mai năm 2020 là bao nhiêu, cái nào tăng mạnh hơn?",
        "Doanh thu của Giấy Tân Mai năm 2020 là bao nhiêu?",
        "Lợi nhuận của Giấy Tân Mai năm 2020 là bao nhiêu?",
    ),
    (
        "Tỷ lệ hộ nghèo và hộ cận nghèo của Tân Mai năm 2022 lần lượt là bao nhiêu phần trăm?",
        "Tỷ lệ hộ nghèo của Tân Mai năm 2022 là bao nhiêu phần trăm?",
        "Tỷ lệ hộ cận nghèo của Tân Mai năm 2022 là bao nhiêu phần trăm?",
    ),
)
"""Two kinds of one measure, of the same place and year."""

OF_ONE_EVENT: tuple[tuple[str, str, str], ...] = (
    (
        "Trận lũ cuối tháng 10, Vân Hà và Tân Mai mỗi huyện có bao nhiêu héc ta ngô bị ngập?",
        "Trận lũ cuối tháng 10, Vân Hà có bao nhiêu héc ta ngô bị ngập?",
        "Trận lũ cuối tháng 10, Tân Mai có bao nhiêu héc ta ngô bị ngập?",
    ),
    (
        "Sau trận mưa đá ngày 5/4, xã Lâm Khê với xã Lâm Kha mỗi xã có bao nhiêu héc ta chè bị dập?",
        "Sau trận mưa đá ngày 5/4, xã Lâm Khê có bao nhiêu héc ta chè bị dập?",
        "Sau trận mưa đá ngày 5/4, xã Lâm Kha có bao nhiêu héc ta chè bị dập?",
    ),
    (
        "Sau bão Kalora, hai xã Lâm Khê và Lâm Kha mỗi xã có mấy nhà sập?",
        "Sau bão Kalora, xã Lâm Khê có mấy nhà sập?",
        "Sau bão Kalora, xã Lâm Kha có mấy nhà sập?",
    ),
    (
        "Mùa mưa năm 2022, Vân Hà và Tân Mai mỗi nơi thiệt hại mấy tỷ?",
        "Mùa mưa năm 2022, Vân Hà thiệt hại mấy tỷ?",
        "Mùa mưa năm 2022, Tân Mai thiệt hại mấy tỷ?",
    ),
    (
        "đợt dịch đầu năm 2021, xã lâm khê và xã lâm kha mỗi xã có mấy ca mắc",
        "Đợt dịch đầu năm 2021, xã lâm khê có mấy ca mắc?",
        "Đợt dịch đầu năm 2021, xã lâm kha có mấy ca mắc?",
    ),
)
"""What befell two places is said first."""

PRICES: tuple[tuple[str, str, str], ...] = (
    (
        "Giá thuê phòng theo tháng của sinh viên Lê Văn Tám ở Vân Hà (lúc đầu) và của hai bạn trọ ở phố "
        "Khe Trúc: bên nào đắt hơn?",
        "Giá thuê phòng theo tháng của sinh viên Lê Văn Tám ở Vân Hà (lúc đầu) là bao nhiêu?",
        "Giá thuê phòng theo tháng của hai bạn trọ ở phố Khe Trúc là bao nhiêu?",
    ),
    (
        "Tiền điện tính theo nghìn mỗi số của bà Trần Thị Sáu ở Tân Mai (mùa hè) và của khu trọ ở Bến "
        "Nứa: chỗ nào cắt cổ hơn?",
        "Tiền điện tính theo nghìn mỗi số của bà Trần Thị Sáu ở Tân Mai (mùa hè) là bao nhiêu?",
        "Tiền điện tính theo nghìn mỗi số của khu trọ ở Bến Nứa là bao nhiêu?",
    ),
    (
        "Phí gửi xe theo giờ của bãi xe Bến Nứa ở Vân Hà (ngày lễ) và của chợ đêm ở Tân Mai: nơi nào "
        "chát hơn?",
        "Phí gửi xe theo giờ của bãi xe Bến Nứa ở Vân Hà (ngày lễ) là bao nhiêu?",
        "Phí gửi xe theo giờ của chợ đêm ở Tân Mai là bao nhiêu?",
    ),
    (
        "Cước tàu tính theo lượt của hãng Trăng Vàng ở Hòn Vân (cuối tuần) và của hãng Biển Xanh ở Bến "
        "Nứa: bên nào mắc hơn?",
        "Cước tàu tính theo lượt của hãng Trăng Vàng ở Hòn Vân (cuối tuần) là bao nhiêu?",
        "Cước tàu tính theo lượt của hãng Biển Xanh ở Bến Nứa là bao nhiêu?",
    ),
    (
        "Giá nước ở Vân Hà (ngày thường) và ở Tân Mai: bên nào chát hơn, mỗi bên mấy nghìn?",
        "Giá nước ở Vân Hà (ngày thường) mấy nghìn?",
        "Giá nước ở Tân Mai mấy nghìn?",
    ),
)
"""A price of two owners, whatever a high one is called."""

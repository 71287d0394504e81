"""Questions that compare two things, and the sub-question of each: own names, own words."""

COMPARED: tuple[tuple[str, str, str], ...] = (
    (
        "So với dự toán tỉnh giao, thu ngân sách 6 tháng 2024 của Vân Hà và cả năm 2023 của Tân Mai, "
        "bên nào vượt nhiều hơn?",
        "Thu ngân sách 6 tháng 2024 của Vân Hà đạt bao nhiêu phần trăm dự toán tỉnh giao?",
        "Thu ngân sách cả năm 2023 của Tân Mai đạt bao nhiêu phần trăm dự toán tỉnh giao?",
    ),
    (
        "Thu ngân sách so với dự toán huyện giao, xã Lâm Khê năm 2022 hay xã Lâm Kha 6 tháng 2023 đạt "
        "tỷ lệ cao hơn, mỗi nơi bao nhiêu phần trăm?",
        "Thu ngân sách của xã Lâm Khê năm 2022 đạt bao nhiêu phần trăm dự toán huyện giao?",
        "Thu ngân sách của xã Lâm Kha 6 tháng 2023 đạt bao nhiêu phần trăm dự toán huyện giao?",
    ),
    (
        "So với kế hoạch năm, sản lượng chè của Vân Hà và Tân Mai, huyện nào đạt cao hơn?",
        "Sản lượng chè của Vân Hà đạt bao nhiêu phần trăm kế hoạch năm?",
        "Sản lượng chè của Tân Mai đạt bao nhiêu phần trăm kế hoạch năm?",
    ),
    (
        "So với cùng kỳ, lượng khách của Hòn Vân và Hòn Mai, đảo nào tăng mạnh hơn?",
        "Lượng khách của Hòn Vân tăng bao nhiêu phần trăm so với cùng kỳ?",
        "Lượng khách của Hòn Mai tăng bao nhiêu phần trăm so với cùng kỳ?",
    ),
    (
        "Thu ngân sách cả năm 2023 của Vân Hà với 9 tháng 2023 của Tân Mai, huyện nào được nhiều hơn, "
        "mỗi nơi bao nhiêu?",
        "Thu ngân sách cả năm 2023 của Vân Hà được bao nhiêu?",
        "Thu ngân sách 9 tháng 2023 của Tân Mai được bao nhiêu?",
    ),
    (
        "Dự án nhà ga Bến Nứa với 3 tuyến kè Hạc Châu xin xây dọc sông Vân, sông Mai, bên nào tốn tiền "
        "hơn và mỗi bên bao nhiêu?",
        "Dự án nhà ga Bến Nứa tốn bao nhiêu tiền?",
        "3 tuyến kè Hạc Châu xin xây dọc sông Vân, sông Mai tốn bao nhiêu tiền?",
    ),
    (
        "Nhà văn hoá mới của Vân Hà với Bảo tàng Hạc Châu, công trình nào dự kiến tốn tiền hơn và mỗi nơi "
        "hết chừng nào?",
        "Nhà văn hoá mới của Vân Hà dự kiến tốn bao nhiêu tiền?",
        "Bảo tàng Hạc Châu dự kiến tốn bao nhiêu tiền?",
    ),
    (
        "Hai dự án BOT cầu Bến Nứa - Khe Trúc và đường Tân Mai - Đồng Lau, dự án nào vốn lớn hơn, mỗi cái "
        "mấy tỷ?",
        "Dự án BOT cầu Bến Nứa - Khe Trúc vốn mấy tỷ?",
        "Dự án BOT đường Tân Mai - Đồng Lau vốn mấy tỷ?",
    ),
    (
        "Lãi vay tính theo tháng của Lê Văn Tám ở Vân Hà (lúc đầu) và của hai hộ thôn Khe Trúc: bên nào "
        "cao hơn?",
        "Lãi vay tính theo tháng của Lê Văn Tám ở Vân Hà (lúc đầu) là bao nhiêu?",
        "Lãi vay tính theo tháng của hai hộ thôn Khe Trúc là bao nhiêu?",
    ),
    (
        "Đợt rét đầu năm 2021, Hạc Châu và Thanh Mai mỗi tỉnh có bao nhiêu héc ta mạ bị chết?",
        "Đợt rét đầu năm 2021, Hạc Châu có bao nhiêu héc ta mạ bị chết?",
        "Đợt rét đầu năm 2021, Thanh Mai có bao nhiêu héc ta mạ bị chết?",
    ),
    (
        "So số chỉ tiêu đã xong: Vân Hà sau 6 tháng năm 2024 được mấy trên mấy, còn Tân Mai tới giữa nhiệm "
        "kỳ 2015-2020 được mấy trên mấy?",
        "Số chỉ tiêu đã xong của Vân Hà sau 6 tháng năm 2024 được mấy trên mấy?",
        "Số chỉ tiêu đã xong của Tân Mai tới giữa nhiệm kỳ 2015-2020 được mấy trên mấy?",
    ),
    (
        "So sánh số hộ thoát nghèo: Vân Hà năm 2023 được mấy hộ, còn Tân Mai năm 2022 được mấy hộ?",
        "Số hộ thoát nghèo của Vân Hà năm 2023 được mấy hộ?",
        "Số hộ thoát nghèo của Tân Mai năm 2022 được mấy hộ?",
    ),
    (
        "So sánh giúp tôi giá vé vào Hòn Vân và giá vé vào đền Khe Trúc",
        "Giá vé vào Hòn Vân là bao nhiêu?",
        "Giá vé vào đền Khe Trúc là bao nhiêu?",
    ),
    (
        "So thu nhập bình quân của Vân Hà năm 2022 với Tân Mai năm 2023, nơi nào cao hơn?",
        "Thu nhập bình quân của Vân Hà năm 2022 là bao nhiêu?",
        "Thu nhập bình quân của Tân Mai năm 2023 là bao nhiêu?",
    ),
    (
        "Giữa cao tốc Vân Hà - Tân Mai và quốc lộ Bến Nứa, tuyến nào dài hơn và dài bao nhiêu km?",
        "Cao tốc Vân Hà - Tân Mai dài bao nhiêu km?",
        "Quốc lộ Bến Nứa dài bao nhiêu km?",
    ),
    (
        "Tỷ lệ giải ngân vốn đầu tư công quý 1/2024 của Hạc Châu so với Thanh Mai, tỉnh nào cao hơn?",
        "Tỷ lệ giải ngân vốn đầu tư công quý 1/2024 của Hạc Châu là bao nhiêu?",
        "Tỷ lệ giải ngân vốn đầu tư công quý 1/2024 của Thanh Mai là bao nhiêu?",
    ),
    (
        "Bên nào trả lương cao hơn, Nhà máy giấy Bến Nứa hay Xưởng gỗ Khe Trúc, mỗi bên mấy triệu?",
        "Nhà máy giấy Bến Nứa trả lương mấy triệu?",
        "Xưởng gỗ Khe Trúc trả lương mấy triệu?",
    ),
    (
        "Học phí Trường mầm non Vân Hà năm 2022 hay năm 2023 cao hơn?",
        "Học phí Trường mầm non Vân Hà năm 2022 là bao nhiêu?",
        "Học phí Trường mầm non Vân Hà năm 2023 là bao nhiêu?",
    ),
    (
        "Lượng khách đến Hòn Vân quý 1 so với quý 2 năm 2024, quý nào đông hơn, mỗi quý bao nhiêu lượt?",
        "Lượng khách đến Hòn Vân quý 1 năm 2024 bao nhiêu lượt?",
        "Lượng khách đến Hòn Vân quý 2 năm 2024 bao nhiêu lượt?",
    ),
    (
        "Số ca sởi tháng 3 và tháng 4 ở Hạc Châu, tháng nào nhiều hơn?",
        "Số ca sởi tháng 3 ở Hạc Châu là bao nhiêu?",
        "Số ca sởi tháng 4 ở Hạc Châu là bao nhiêu?",
    ),
    (
        "Vườn vải của ông Lê Văn Tám và vườn na của bà Trần Thị Sáu, ai lãi nhiều hơn, mỗi người được bao "
        "nhiêu triệu?",
        "Vườn vải của ông Lê Văn Tám lãi được bao nhiêu triệu?",
        "Vườn na của bà Trần Thị Sáu lãi được bao nhiêu triệu?",
    ),
    (
        "Ông Lê Văn Tám với bà Trần Thị Sáu, ai bị phạt tù lâu hơn?",
        "Ông Lê Văn Tám bị phạt tù bao lâu?",
        "Bà Trần Thị Sáu bị phạt tù bao lâu?",
    ),
    (
        "Trận lụt ở Vân Hà và trận lụt ở Tân Mai, cái nào làm sập nhiều nhà hơn, mỗi trận mấy căn?",
        "Trận lụt ở Vân Hà làm sập bao nhiêu nhà?",
        "Trận lụt ở Tân Mai làm sập bao nhiêu nhà?",
    ),
    (
        "Vốn dự án hồ Khe Trúc hay vốn dự án cầu Bến Nứa lớn hơn?",
        "Vốn dự án hồ Khe Trúc là bao nhiêu?",
        "Vốn dự án cầu Bến Nứa là bao nhiêu?",
    ),
    (
        "Nhà máy điện Khe Trúc và nhà máy điện Đồng Lau, công suất bên nào lớn hơn?",
        "Nhà máy điện Khe Trúc công suất bao nhiêu?",
        "Nhà máy điện Đồng Lau công suất bao nhiêu?",
    ),
    (
        "Dân số huyện Vân Hà so với huyện Tân Mai thì nơi nào đông hơn?",
        "Dân số huyện Vân Hà là bao nhiêu?",
        "Dân số huyện Tân Mai là bao nhiêu?",
    ),
    (
        "Tiền phạt Công ty Giấy Tân Mai và Hợp tác xã Bến Nứa, bên nào nặng hơn?",
        "Tiền phạt Công ty Giấy Tân Mai là bao nhiêu?",
        "Tiền phạt Hợp tác xã Bến Nứa là bao nhiêu?",
    ),
    (
        "Vân Hà và Tân Mai đều trồng chè, vậy năm 2023 mỗi nơi thu bao nhiêu tấn?",
        "Vân Hà trồng chè, năm 2023 thu bao nhiêu tấn?",
        "Tân Mai trồng chè, năm 2023 thu bao nhiêu tấn?",
    ),
    (
        "Kết quả kết nạp đảng viên: Vân Hà năm 2023 so với Tân Mai năm 2022, bên nào vượt chỉ tiêu nhiều "
        "hơn?",
        "Kết quả kết nạp đảng viên của Vân Hà năm 2023 vượt chỉ tiêu bao nhiêu?",
        "Kết quả kết nạp đảng viên của Tân Mai năm 2022 vượt chỉ tiêu bao nhiêu?",
    ),
    (
        "Cây cầu nào khởi công sớm hơn, cầu Bến Nứa hay cầu Khe Trúc?",
        "Cầu Bến Nứa khởi công khi nào?",
        "Cầu Khe Trúc khởi công khi nào?",
    ),
    (
        "Xe buýt số 1 Vân Hà - Bến Nứa sau điều chỉnh và tuyến phà số 2 của Hạc Châu, tổng mức đầu tư mỗi "
        "dự án bao nhiêu?",
        "Xe buýt số 1 Vân Hà - Bến Nứa sau điều chỉnh tổng mức đầu tư bao nhiêu?",
        "Tuyến phà số 2 của Hạc Châu tổng mức đầu tư bao nhiêu?",
    ),
    (
        "tân mai hay vân hà nơi nào nhiều hộ nghèo hơn",
        "Tân mai bao nhiêu hộ nghèo?",
        "Vân hà bao nhiêu hộ nghèo?",
    ),
    (
        "Năm 2022 và năm 2023, năm nào Vân Hà thu ngân sách nhiều hơn?",
        "Năm 2022 Vân Hà thu ngân sách bao nhiêu?",
        "Năm 2023 Vân Hà thu ngân sách bao nhiêu?",
    ),
    (
        "Cho mình hỏi thu ngân sách của Vân Hà và Tân Mai năm 2023, nơi nào cao hơn?",
        "Thu ngân sách của Vân Hà năm 2023 là bao nhiêu?",
        "Thu ngân sách của Tân Mai năm 2023 là bao nhiêu?",
    ),
    (
        "Lãi suất của Ngân hàng Bến Nứa với Ngân hàng Tân Mai cái nào hấp dẫn hơn?",
        "Lãi suất của Ngân hàng Bến Nứa là bao nhiêu?",
        "Lãi suất của Ngân hàng Tân Mai là bao nhiêu?",
    ),
    (
        "Nhà máy Bến Nứa hay nhà máy Khe Trúc xả thải nhiều hơn?",
        "Nhà máy Bến Nứa xả thải bao nhiêu?",
        "Nhà máy Khe Trúc xả thải bao nhiêu?",
    ),
    (
        "Số đảng viên mới của Vân Hà năm 2023, so với Tân Mai thì sao?",
        "Số đảng viên mới của Vân Hà năm 2023 là bao nhiêu?",
        "Số đảng viên mới của Tân Mai năm 2023 là bao nhiêu?",
    ),
    (
        "So sánh giữa Vân Hà và Tân Mai về thu nhập bình quân năm 2023",
        "Thu nhập bình quân năm 2023 của Vân Hà là bao nhiêu?",
        "Thu nhập bình quân năm 2023 của Tân Mai là bao nhiêu?",
    ),
    (
        "Thu ngân sách của Vân Hà năm 2022 và 2023 lần lượt đạt bao nhiêu phần trăm dự toán?",
        "Thu ngân sách của Vân Hà năm 2022 đạt bao nhiêu phần trăm dự toán?",
        "Thu ngân sách của Vân Hà năm 2023 đạt bao nhiêu phần trăm dự toán?",
    ),
    (
        "Hai công ty Bến Nứa và Khe Trúc bị phạt bao nhiêu, công ty nào bị phạt nặng hơn?",
        "Công ty Bến Nứa bị phạt bao nhiêu?",
        "Công ty Khe Trúc bị phạt bao nhiêu?",
    ),
    (
        "Kỳ họp thứ 5 và kỳ họp thứ 6 HĐND Vân Hà thông qua bao nhiêu nghị quyết?",
        "Kỳ họp thứ 5 HĐND Vân Hà thông qua bao nhiêu nghị quyết?",
        "Kỳ họp thứ 6 HĐND Vân Hà thông qua bao nhiêu nghị quyết?",
    ),
    (
        "Mức phạt của Công ty Bến Nứa so với Công ty Khe Trúc nặng hơn hay nhẹ hơn?",
        "Mức phạt của Công ty Bến Nứa là bao nhiêu?",
        "Mức phạt của Công ty Khe Trúc là bao nhiêu?",
    ),
    (
        "Nếu so Vân Hà với Tân Mai thì nơi nào có nhiều trường hơn?",
        "Vân Hà có bao nhiêu trường?",
        "Tân Mai có bao nhiêu trường?",
    ),
    (
        "GRDP Hạc Châu 6 tháng đầu năm tăng bao nhiêu phần trăm, so với Thanh Mai thế nào?",
        "GRDP Hạc Châu 6 tháng đầu năm tăng bao nhiêu phần trăm?",
        "GRDP Thanh Mai 6 tháng đầu năm tăng bao nhiêu phần trăm?",
    ),
    (
        "Giữa năm 2022 và năm 2023, Vân Hà năm nào đón nhiều khách hơn?",
        "Năm 2022 Vân Hà đón bao nhiêu khách?",
        "Năm 2023 Vân Hà đón bao nhiêu khách?",
    ),
    (
        "Tỷ lệ đỗ của Trường Vân Hà năm nay hay năm ngoái cao hơn?",
        "Tỷ lệ đỗ của Trường Vân Hà năm nay là bao nhiêu?",
        "Tỷ lệ đỗ của Trường Vân Hà năm ngoái là bao nhiêu?",
    ),
)

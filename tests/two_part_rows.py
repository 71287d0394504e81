"""Questions that ask two things in a row, with both as sub-questions, and plain ones: own words."""

TWO_PARTS: tuple[tuple[str, str, str], ...] = (
    (
        "Bão Sơn Ca vào Hạc Châu gió gần bao nhiêu km/h, và Bến Nứa hứng bao nhiêu mm mưa trong 24 giờ?",
        "Bão Sơn Ca vào Hạc Châu gió gần bao nhiêu km/h?",
        "Bến Nứa hứng bao nhiêu mm mưa trong 24 giờ?",
    ),
    (
        "Lũ về Vân Hà dâng gần bao nhiêu mét và Tân Mai sơ tán bao nhiêu hộ dân?",
        "Lũ về Vân Hà dâng gần bao nhiêu mét?",
        "Tân Mai sơ tán bao nhiêu hộ dân?",
    ),
    (
        "Qua phà Bến Nứa tốn cao nhất bao nhiêu một lượt, và vé vào chùa Khe Trúc cho khách nước ngoài bao "
        "nhiêu?",
        "Qua phà Bến Nứa tốn cao nhất bao nhiêu tiền một lượt?",
        "Vé vào chùa Khe Trúc cho khách nước ngoài bao nhiêu?",
    ),
    (
        "Kỳ thi vào lớp 10 năm 2023: Hạc Châu có bao nhiêu thí sinh đăng ký, và ở Thanh Mai bao nhiêu em thi "
        "môn Ngữ văn?",
        "Kỳ thi vào lớp 10 năm 2023: Hạc Châu có bao nhiêu thí sinh đăng ký?",
        "Kỳ thi vào lớp 10 năm 2023: ở Thanh Mai bao nhiêu em thi môn Ngữ văn?",
    ),
    (
        "Thuỷ điện Khe Trúc tổng công suất lắp đặt bao nhiêu, còn mỗi lò trên tàu Bến Nứa thì bao nhiêu?",
        "Thuỷ điện Khe Trúc tổng công suất lắp đặt bao nhiêu?",
        "Mỗi lò trên tàu Bến Nứa công suất lắp đặt bao nhiêu?",
    ),
    (
        "Chợ đêm Bến Nứa mở thử mấy tháng, còn phố đi bộ Tân Mai được kéo dài tới ngày nào?",
        "Chợ đêm Bến Nứa mở thử mấy tháng?",
        "Phố đi bộ Tân Mai được kéo dài tới ngày nào?",
    ),
    (
        "Tối 5/4 đã có bao nhiêu trẻ Vân Hà nhập viện, và đợt cúm Bệnh viện Nhi Hạc Châu ghi nhận mấy trẻ "
        "mắc?",
        "Tối 5/4 đã có bao nhiêu trẻ Vân Hà nhập viện?",
        "Đợt cúm Bệnh viện Nhi Hạc Châu ghi nhận mấy trẻ mắc?",
    ),
    (
        "Ai là Chủ tịch xã Lâm Khê, còn Bí thư Huyện uỷ Vân Hà là ai?",
        "Ai là Chủ tịch xã Lâm Khê?",
        "Bí thư Huyện uỷ Vân Hà là ai?",
    ),
    (
        "Ông Lê Văn Tám được bầu làm gì, còn bà Trần Thị Sáu thì nhận chức gì?",
        "Ông Lê Văn Tám được bầu làm gì?",
        "Bà Trần Thị Sáu nhận chức gì?",
    ),
    (
        "Năm 2022 Vân Hà trồng được bao nhiêu héc ta rừng, năm 2023 được bao nhiêu?",
        "Năm 2022 Vân Hà trồng được bao nhiêu héc ta rừng?",
        "Năm 2023 Vân Hà trồng được bao nhiêu héc ta rừng?",
    ),
    (
        "Quý 1 Công ty Bến Nứa lãi bao nhiêu, còn quý 2 thì sao?",
        "Quý 1 Công ty Bến Nứa lãi bao nhiêu?",
        "Quý 2 Công ty Bến Nứa lãi bao nhiêu?",
    ),
    (
        "Sản lượng chè của Tân Mai năm 2022 là bao nhiêu, còn năm 2023?",
        "Sản lượng chè của Tân Mai năm 2022 là bao nhiêu?",
        "Sản lượng chè của Tân Mai năm 2023 là bao nhiêu?",
    ),
    (
        "Tháng 5 đảo Hòn Vân đón bao nhiêu khách và tháng 6 đón bao nhiêu?",
        "Tháng 5 đảo Hòn Vân đón bao nhiêu khách?",
        "Tháng 6 đảo Hòn Vân đón bao nhiêu khách?",
    ),
    (
        "Thu ngân sách của Vân Hà: năm 2022 bao nhiêu, năm 2023 bao nhiêu?",
        "Thu ngân sách của Vân Hà năm 2022 bao nhiêu?",
        "Thu ngân sách của Vân Hà năm 2023 bao nhiêu?",
    ),
    (
        "Số hộ nghèo của Vân Hà năm 2023 là bao nhiêu và Tân Mai năm 2024 là bao nhiêu?",
        "Số hộ nghèo của Vân Hà năm 2023 là bao nhiêu?",
        "Số hộ nghèo của Tân Mai năm 2024 là bao nhiêu?",
    ),
    (
        "Mỗi tỉnh Hạc Châu và Thanh Mai có bao nhiêu xã nông thôn mới?",
        "Tỉnh Hạc Châu có bao nhiêu xã nông thôn mới?",
        "Tỉnh Thanh Mai có bao nhiêu xã nông thôn mới?",
    ),
    (
        "Diện tích rừng của Vân Hà và số đảng viên của Tân Mai năm 2023 là bao nhiêu?",
        "Diện tích rừng của Vân Hà năm 2023 là bao nhiêu?",
        "Số đảng viên của Tân Mai năm 2023 là bao nhiêu?",
    ),
    (
        "Đại hội Đảng bộ xã Lâm Khê bầu ai làm bí thư, còn ở xã Lâm Kha thì ai?",
        "Đại hội Đảng bộ xã Lâm Khê bầu ai làm bí thư?",
        "Đại hội Đảng bộ xã Lâm Kha bầu ai làm bí thư?",
    ),
    (
        "Giá vé vào Hòn Vân cho người lớn và cho trẻ em là bao nhiêu?",
        "Giá vé vào Hòn Vân cho người lớn là bao nhiêu?",
        "Giá vé vào Hòn Vân cho trẻ em là bao nhiêu?",
    ),
    (
        "Nhà máy giấy Bến Nứa xả bao nhiêu khối nước thải mỗi ngày và bị phạt bao nhiêu tiền?",
        "Nhà máy giấy Bến Nứa xả bao nhiêu khối nước thải mỗi ngày?",
        "Nhà máy giấy Bến Nứa bị phạt bao nhiêu tiền?",
    ),
    (
        "Giám đốc Sở Y tế Hạc Châu là ai? Bệnh viện Vân Hà có mấy giường bệnh?",
        "Giám đốc Sở Y tế Hạc Châu là ai?",
        "Bệnh viện Vân Hà có mấy giường bệnh?",
    ),
    (
        "Ngày nào cầu Bến Nứa thông xe và cầu Khe Trúc khởi công năm nào?",
        "Ngày nào cầu Bến Nứa thông xe?",
        "Cầu Khe Trúc khởi công năm nào?",
    ),
    (
        "Lương giáo viên Vân Hà với lương công nhân Bến Nứa mỗi bên bao nhiêu?",
        "Lương giáo viên Vân Hà bao nhiêu?",
        "Lương công nhân Bến Nứa bao nhiêu?",
    ),
    (
        "Ở Vân Hà có bao nhiêu người mắc sốt rét, ở Tân Mai bao nhiêu người?",
        "Ở Vân Hà có bao nhiêu người mắc sốt rét?",
        "Ở Tân Mai có bao nhiêu người mắc sốt rét?",
    ),
    (
        "Chỉ tiêu tuyển sinh lớp 10 của Trường Vân Hà là bao nhiêu, trường Tân Mai là bao nhiêu?",
        "Chỉ tiêu tuyển sinh lớp 10 của Trường Vân Hà là bao nhiêu?",
        "Chỉ tiêu tuyển sinh lớp 10 của trường Tân Mai là bao nhiêu?",
    ),
    (
        "Đợt 1 và đợt 2 Hạc Châu hỗ trợ mỗi đợt bao nhiêu tiền?",
        "Đợt 1 Hạc Châu hỗ trợ bao nhiêu tiền?",
        "Đợt 2 Hạc Châu hỗ trợ bao nhiêu tiền?",
    ),
    (
        "Phiên họp thứ 3 và thứ 4 của HĐND Vân Hà diễn ra ngày nào?",
        "Phiên họp thứ 3 của HĐND Vân Hà diễn ra ngày nào?",
        "Phiên họp thứ 4 của HĐND Vân Hà diễn ra ngày nào?",
    ),
    (
        "Khóa 19 và khóa 20 Đảng bộ Tân Mai bầu bao nhiêu ủy viên?",
        "Khóa 19 Đảng bộ Tân Mai bầu bao nhiêu ủy viên?",
        "Khóa 20 Đảng bộ Tân Mai bầu bao nhiêu ủy viên?",
    ),
    (
        "Sạt lở ở đèo Khe Trúc làm mấy người chết, còn lũ quét tại xã Lâm Khê cuốn trôi bao nhiêu nhà?",
        "Sạt lở ở đèo Khe Trúc làm mấy người chết?",
        "Lũ quét tại xã Lâm Khê cuốn trôi bao nhiêu nhà?",
    ),
    (
        "bến nứa thu ngân sách bao nhiêu còn tân mai bao nhiêu",
        "Bến nứa thu ngân sách bao nhiêu?",
        "Tân mai thu ngân sách bao nhiêu?",
    ),
    (
        "Bão Kalora giật gần bao nhiêu km/h, và Menora mưa bao nhiêu mm?",
        "Bão Kalora giật gần bao nhiêu km/h?",
        "Menora mưa bao nhiêu mm?",
    ),
    (
        "Trường THPT Vân Hà lấy điểm chuẩn bao nhiêu còn Trường THPT Tân Mai lấy bao nhiêu?",
        "Trường THPT Vân Hà lấy điểm chuẩn bao nhiêu?",
        "Trường THPT Tân Mai lấy điểm chuẩn bao nhiêu?",
    ),
    (
        "Tỷ lệ hộ nghèo: Vân Hà bao nhiêu, Tân Mai bao nhiêu?",
        "Tỷ lệ hộ nghèo của Vân Hà bao nhiêu?",
        "Tỷ lệ hộ nghèo của Tân Mai bao nhiêu?",
    ),
    (
        "Ông Lê Văn Tám bao nhiêu tuổi còn bà Trần Thị Sáu bao nhiêu tuổi?",
        "Ông Lê Văn Tám bao nhiêu tuổi?",
        "Bà Trần Thị Sáu bao nhiêu tuổi?",
    ),
    (
        "Vụ sạt lở ở Vân Hà xảy ra hôm nào, còn ở Tân Mai hôm nào?",
        "Vụ sạt lở ở Vân Hà xảy ra hôm nào?",
        "Vụ sạt lở ở Tân Mai xảy ra hôm nào?",
    ),
    (
        "Vốn đầu tư cầu Bến Nứa bao nhiêu? Còn cầu Khe Trúc?",
        "Vốn đầu tư cầu Bến Nứa bao nhiêu?",
        "Vốn đầu tư cầu Khe Trúc bao nhiêu?",
    ),
    (
        "Lễ hội chùa Khe Trúc và lễ hội đền Bến Nứa khai mạc ngày nào?",
        "Lễ hội chùa Khe Trúc khai mạc ngày nào?",
        "Lễ hội đền Bến Nứa khai mạc ngày nào?",
    ),
    (
        "Ông Lê Văn Tám bị khởi tố tội gì, còn vợ ông bị khởi tố tội gì?",
        "Ông Lê Văn Tám bị khởi tố tội gì?",
        "Vợ ông Lê Văn Tám bị khởi tố tội gì?",
    ),
    (
        "Đội Bến Nứa ghi mấy bàn còn đội Khe Trúc ghi mấy bàn?",
        "Đội Bến Nứa ghi mấy bàn?",
        "Đội Khe Trúc ghi mấy bàn?",
    ),
)

PLAIN: tuple[str, ...] = (
    "Mấy cô giáo cứu người bên đường ở Khe Sàn, Hạc Châu dạy trường nào?",
    "Sở Văn hóa và Thể thao Hạc Châu tổ chức lễ hội gì?",
    "Có bao nhiêu cán bộ và người dân Vân Hà dự lễ khánh thành?",
    "Lũ làm bao nhiêu người chết và mất tích ở Tân Mai?",
    "Vì sao cầu Bến Nứa và đường dẫn chậm tiến độ hơn dự kiến?",
    "Dự án kè Khe Trúc còn thiếu bao nhiêu vốn?",
    "Vân Hà còn bao nhiêu hộ nghèo?",
    "Phim Mưa Và Nắng nói về ai?",
    "Ông Lê Văn Tám còn giữ chức gì ở Tân Mai?",
    "Công ty nào hay bị phạt nhất ở Bến Nứa?",
    "Giá vàng hôm nay tăng hay giảm?",
    "Dự án cầu Bến Nứa có được duyệt hay không?",
    "Huyện ủy Vân Hà và Huyện ủy Tân Mai ký kết gì với nhau?",
    "So với năm 2022, thu ngân sách năm 2023 của Vân Hà tăng bao nhiêu?",
    "So với cùng kỳ, lượng khách đến Hòn Vân giảm bao nhiêu phần trăm?",
    "So với dự toán tỉnh giao, thu và chi ngân sách của Vân Hà thế nào?",
    "Thu ngân sách Vân Hà so với dự toán tỉnh giao đạt bao nhiêu phần trăm?",
    "Tỷ lệ hộ nghèo của Vân Hà giảm bao nhiêu so với năm trước?",
    "Vụ cháy chợ Tân Mai gây thiệt hại về người và tài sản bao nhiêu?",
    "Đoạn đường giữa Vân Hà và Tân Mai dài bao nhiêu km?",
    "Trận đấu giữa Bến Nứa và Khe Trúc có tỷ số bao nhiêu?",
    "Mỗi học sinh Vân Hà và Tân Mai được tặng bao nhiêu tiền?",
    "Mỗi hộ ở Vân Hà được hỗ trợ bao nhiêu gạo và tiền?",
    "Đảng bộ, chính quyền và nhân dân Vân Hà đạt được kết quả gì?",
    "Dịch tả lợn lan từ Vân Hà sang Tân Mai khi nào và bằng cách nào?",
    "Bao nhiêu trường ở Hạc Châu và các tỉnh lân cận phải đóng cửa?",
    "Ông Lê Văn Tám và vợ bị phạt bao nhiêu tiền?",
    "Ngân hàng Bến Nứa cho vay với lãi suất bao nhiêu?",
    "Vân Hà đứng thứ mấy về thu hút đầu tư và xuất khẩu?",
    "Đường bay Hạc Châu - Thanh Mai mở ngày nào, mỗi tuần mấy chuyến?",
    "Năm nào Vân Hà và Tân Mai được nhập làm một?",
    "Dự án nào ở Tân Mai tốn tiền nhất?",
    "Trồng nấm và nuôi ong giúp bà Trần Thị Sáu thu bao nhiêu mỗi năm?",
    "Bộ Nông nghiệp và Môi trường cấp bao nhiêu tấn giống cho Vân Hà?",
    "Chị Lê Thị Bảy làm nghề gì, ở đâu?",
    "Xã Lâm Khê sáp nhập với xã nào hay giữ nguyên?",
    "Vân Hà và Tân Mai cách nhau bao nhiêu km?",
    "Vì sao năm nay tốn tiền hơn và lâu hơn năm ngoái?",
    "Bão Sơn Ca vào Hạc Châu ngày nào, gió bao nhiêu km/h?",
    "Năm 2023 so với năm 2022 Vân Hà thu ngân sách tăng bao nhiêu?",
    "Khu phố Bến Nứa và khu phố Khe Trúc tạo thành gì?",
    "Tháng 3 và tháng 4 Tân Mai có gì vui?",
    "Nhà thầu nào làm đường Vân Hà, tiến độ đến đâu rồi?",
)

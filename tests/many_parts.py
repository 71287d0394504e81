"""Questions of several parts, and the sub-questions that each is made of: own names, own words."""

SIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Số hộ nghèo của Vân Hà và Vân Hạ là bao nhiêu?",
        ("Số hộ nghèo của Vân Hà là bao nhiêu?", "Số hộ nghèo của Vân Hạ là bao nhiêu?"),
    ),
    (
        "Số ca sốt xuất huyết của xã Lâm Khê và xã Lâm Kha là bao nhiêu?",
        (
            "Số ca sốt xuất huyết của xã Lâm Khê là bao nhiêu?",
            "Số ca sốt xuất huyết của xã Lâm Kha là bao nhiêu?",
        ),
    ),
    (
        "Số hộ nghèo của huyện Vân Hà và Vân Hạ là bao nhiêu?",
        ("Số hộ nghèo của huyện Vân Hà là bao nhiêu?", "Số hộ nghèo của huyện Vân Hạ là bao nhiêu?"),
    ),
    (
        "Vân Hà và Tân Mai, nơi nào cao hơn về thu nhập bình quân?",
        ("Thu nhập bình quân của Vân Hà là bao nhiêu?", "Thu nhập bình quân của Tân Mai là bao nhiêu?"),
    ),
    (
        "Thu nhập bình quân đầu người năm 2024: Vân Hà và Tân Mai, nơi nào cao hơn?",
        (
            "Thu nhập bình quân đầu người năm 2024 của Vân Hà là bao nhiêu?",
            "Thu nhập bình quân đầu người năm 2024 của Tân Mai là bao nhiêu?",
        ),
    ),
    (
        "Chỉ tiêu bao phủ bảo hiểm xã hội của Vân Hà năm 2024 và của Tân Mai sau khi điều chỉnh, "
        "nơi nào đặt cao hơn?",
        (
            "Chỉ tiêu bao phủ bảo hiểm xã hội của Vân Hà năm 2024 là bao nhiêu?",
            "Chỉ tiêu bao phủ bảo hiểm xã hội của Tân Mai sau khi điều chỉnh là bao nhiêu?",
        ),
    ),
    (
        "Chỉ tiêu kết nạp đảng viên của huyện Vân Hà năm 2025 và của huyện Tân Mai năm 2024, "
        "huyện nào giao nhiều hơn?",
        (
            "Chỉ tiêu kết nạp đảng viên của huyện Vân Hà năm 2025 là bao nhiêu?",
            "Chỉ tiêu kết nạp đảng viên của huyện Tân Mai năm 2024 là bao nhiêu?",
        ),
    ),
    (
        "Tỷ lệ hộ nghèo của Vân Hà cuối năm 2024 và của Tân Mai cuối năm 2023, nơi nào thấp hơn?",
        (
            "Tỷ lệ hộ nghèo của Vân Hà cuối năm 2024 là bao nhiêu?",
            "Tỷ lệ hộ nghèo của Tân Mai cuối năm 2023 là bao nhiêu?",
        ),
    ),
    (
        "Ông Lê Văn Tám giữ chức gì trước khi làm Giám đốc Sở Xây dựng, và dự án cảng Bến Nứa đã "
        "xong bao nhiêu phần trăm?",
        (
            "Ông Lê Văn Tám giữ chức gì trước khi làm Giám đốc Sở Xây dựng?",
            "Dự án cảng Bến Nứa đã xong bao nhiêu phần trăm?",
        ),
    ),
    (
        "Ông Lê Văn Tám giữ chức gì trước khi về Sở Xây dựng Tân Mai, và dự án kè Bến Nứa ông nói "
        "đã xong bao nhiêu phần trăm?",
        (
            "Ông Lê Văn Tám giữ chức gì trước khi về Sở Xây dựng Tân Mai?",
            "Dự án kè Bến Nứa ông Lê Văn Tám nói đã xong bao nhiêu phần trăm?",
        ),
    ),
    (
        "Bão số 9 (theo Ban Chỉ huy Phòng thủ dân sự) và bão số 11, mỗi cơn làm bao nhiêu người chết?",
        (
            "Bão số 9 (theo Ban Chỉ huy Phòng thủ dân sự) làm bao nhiêu người chết?",
            "Bão số 11 làm bao nhiêu người chết?",
        ),
    ),
    (
        "Bão Hoa Mai ở Bến Nứa (theo Viện Khí tượng) và bão Sơn Ca ở Tân Mai, mỗi cơn làm bao "
        "nhiêu người chết?",
        (
            "Bão Hoa Mai ở Bến Nứa (theo Viện Khí tượng) làm bao nhiêu người chết?",
            "Bão Sơn Ca ở Tân Mai làm bao nhiêu người chết?",
        ),
    ),
    (
        "Động đất ở Vân Hà (theo Viện Vật lý địa cầu) và lũ quét ở Tân Mai, mỗi trận làm mấy người chết?",
        (
            "Động đất ở Vân Hà (theo Viện Vật lý địa cầu) làm mấy người chết?",
            "Lũ quét ở Tân Mai làm mấy người chết?",
        ),
    ),
    (
        "Thu ngân sách năm 2024 của hai huyện Vân Hà và Tân Mai là bao nhiêu?",
        (
            "Thu ngân sách năm 2024 của huyện Vân Hà là bao nhiêu?",
            "Thu ngân sách năm 2024 của huyện Tân Mai là bao nhiêu?",
        ),
    ),
    (
        "Thu ngân sách của Vân Hà và Tân Mai năm 2024 lần lượt là bao nhiêu?",
        (
            "Thu ngân sách của Vân Hà năm 2024 là bao nhiêu?",
            "Thu ngân sách của Tân Mai năm 2024 là bao nhiêu?",
        ),
    ),
    (
        "Thu ngân sách của Vân Hà so với Tân Mai năm 2024 thế nào?",
        (
            "Thu ngân sách của Vân Hà năm 2024 là bao nhiêu?",
            "Thu ngân sách của Tân Mai năm 2024 là bao nhiêu?",
        ),
    ),
    (
        "So sánh thu ngân sách năm 2024 của Vân Hà với Tân Mai giúp mình",
        (
            "Thu ngân sách năm 2024 của Vân Hà là bao nhiêu?",
            "Thu ngân sách năm 2024 của Tân Mai là bao nhiêu?",
        ),
    ),
    (
        "Vân Hà hay Tân Mai có tỷ lệ hộ nghèo thấp hơn?",
        ("Vân Hà có tỷ lệ hộ nghèo bao nhiêu?", "Tân Mai có tỷ lệ hộ nghèo bao nhiêu?"),
    ),
    (
        "Huyện nào có thu nhập bình quân cao hơn giữa Vân Hà và Tân Mai?",
        ("Vân Hà có thu nhập bình quân bao nhiêu?", "Tân Mai có thu nhập bình quân bao nhiêu?"),
    ),
    (
        "Nợ quá hạn của Vân Hà cao hơn Tân Mai bao nhiêu tỷ đồng?",
        ("Nợ quá hạn của Vân Hà là bao nhiêu tỷ đồng?", "Nợ quá hạn của Tân Mai là bao nhiêu tỷ đồng?"),
    ),
    (
        "Tỷ lệ hộ nghèo của Vân Hà và Tân Mai chênh nhau bao nhiêu điểm phần trăm?",
        ("Tỷ lệ hộ nghèo của Vân Hà là bao nhiêu?", "Tỷ lệ hộ nghèo của Tân Mai là bao nhiêu?"),
    ),
    (
        "Điểm chuẩn lớp 10 của Trường THPT Vân Hà và Trường THPT Tân Mai là bao nhiêu?",
        (
            "Điểm chuẩn lớp 10 của Trường THPT Vân Hà là bao nhiêu?",
            "Điểm chuẩn lớp 10 của Trường THPT Tân Mai là bao nhiêu?",
        ),
    ),
    (
        "Giá nước bậc một ở đô thị và ở nông thôn là bao nhiêu?",
        ("Giá nước bậc một ở đô thị là bao nhiêu?", "Giá nước bậc một ở nông thôn là bao nhiêu?"),
    ),
    (
        "Giá nước bậc một ở đô thị và nông thôn chênh nhau bao nhiêu?",
        ("Giá nước bậc một ở đô thị là bao nhiêu?", "Giá nước bậc một ở nông thôn là bao nhiêu?"),
    ),
    (
        "Giá nước sinh hoạt và giá nước kinh doanh là bao nhiêu?",
        ("Giá nước sinh hoạt là bao nhiêu?", "Giá nước kinh doanh là bao nhiêu?"),
    ),
    (
        "Cầu Bến Nứa dài bao nhiêu mét và cầu Tân Mai dài bao nhiêu mét?",
        ("Cầu Bến Nứa dài bao nhiêu mét?", "Cầu Tân Mai dài bao nhiêu mét?"),
    ),
    (
        "Công ty Giấy Bến Nứa bị phạt bao nhiêu tiền và bị đình chỉ bao lâu?",
        ("Công ty Giấy Bến Nứa bị phạt bao nhiêu tiền?", "Công ty Giấy Bến Nứa bị đình chỉ bao lâu?"),
    ),
    (
        "Ai là Chủ tịch tỉnh Hạc Châu và ông sinh năm nào?",
        ("Ai là Chủ tịch tỉnh Hạc Châu?", "Chủ tịch tỉnh Hạc Châu sinh năm nào?"),
    ),
    (
        "Chủ tịch tỉnh Hạc Châu là ai, bí thư huyện Vân Hà là ai?",
        ("Chủ tịch tỉnh Hạc Châu là ai?", "Bí thư huyện Vân Hà là ai?"),
    ),
    (
        "Bí thư Huyện ủy Vân Hà và Chủ tịch tỉnh Hạc Châu là ai?",
        ("Bí thư Huyện ủy Vân Hà là ai?", "Chủ tịch tỉnh Hạc Châu là ai?"),
    ),
    (
        "Năm 2024 và năm 2025 đảo Hòn Vân đón bao nhiêu lượt khách?",
        ("Năm 2024 đảo Hòn Vân đón bao nhiêu lượt khách?", "Năm 2025 đảo Hòn Vân đón bao nhiêu lượt khách?"),
    ),
    (
        "Sản lượng chè của Tân Mai năm 2023 và 2024 là bao nhiêu?",
        (
            "Sản lượng chè của Tân Mai năm 2023 là bao nhiêu?",
            "Sản lượng chè của Tân Mai năm 2024 là bao nhiêu?",
        ),
    ),
    (
        "Tỷ lệ hộ nghèo năm 2024 của Vân Hà là bao nhiêu, còn của Tân Mai?",
        (
            "Tỷ lệ hộ nghèo năm 2024 của Vân Hà là bao nhiêu?",
            "Tỷ lệ hộ nghèo năm 2024 của Tân Mai là bao nhiêu?",
        ),
    ),
    (
        "Tỷ lệ hộ nghèo năm 2024 của Vân Hà là bao nhiêu, của Tân Mai là bao nhiêu?",
        (
            "Tỷ lệ hộ nghèo năm 2024 của Vân Hà là bao nhiêu?",
            "Tỷ lệ hộ nghèo năm 2024 của Tân Mai là bao nhiêu?",
        ),
    ),
    (
        "Vân Hà thu ngân sách bao nhiêu, Tân Mai bao nhiêu?",
        ("Vân Hà thu ngân sách bao nhiêu?", "Tân Mai thu ngân sách bao nhiêu?"),
    ),
    (
        "Vân Hà và Tân Mai kết nạp được bao nhiêu đảng viên?",
        ("Vân Hà kết nạp được bao nhiêu đảng viên?", "Tân Mai kết nạp được bao nhiêu đảng viên?"),
    ),
    (
        "Dự án nào có vốn lớn hơn: cầu Bến Nứa hay khu công nghiệp Tân Mai?",
        ("Cầu Bến Nứa có vốn bao nhiêu?", "Khu công nghiệp Tân Mai có vốn bao nhiêu?"),
    ),
    (
        "Vốn của cầu Bến Nứa lớn gấp mấy lần vốn sửa đập Khe Trúc?",
        ("Vốn của cầu Bến Nứa là bao nhiêu?", "Vốn sửa đập Khe Trúc là bao nhiêu?"),
    ),
    (
        "Thu ngân sách của Vân Hà gấp mấy lần Tân Mai?",
        ("Thu ngân sách của Vân Hà là bao nhiêu?", "Thu ngân sách của Tân Mai là bao nhiêu?"),
    ),
    (
        "Lũ ở Vân Hà làm mấy người chết, cháy chợ Tân Mai làm mấy người bị thương?",
        ("Lũ ở Vân Hà làm mấy người chết?", "Cháy chợ Tân Mai làm mấy người bị thương?"),
    ),
    (
        "Diện tích chè của Tân Mai và số thành viên hợp tác xã là bao nhiêu?",
        ("Diện tích chè của Tân Mai là bao nhiêu?", "Số thành viên hợp tác xã của Tân Mai là bao nhiêu?"),
    ),
    (
        "Sản lượng chè và doanh thu của Hợp tác xã Tân Mai năm 2024 là bao nhiêu?",
        (
            "Sản lượng chè của Hợp tác xã Tân Mai năm 2024 là bao nhiêu?",
            "Doanh thu của Hợp tác xã Tân Mai năm 2024 là bao nhiêu?",
        ),
    ),
    (
        "Dân số huyện Vân Hà và diện tích tự nhiên là bao nhiêu?",
        ("Dân số huyện Vân Hà là bao nhiêu?", "Diện tích tự nhiên của huyện Vân Hà là bao nhiêu?"),
    ),
    (
        "Đập Khe Trúc dài và cao bao nhiêu mét?",
        ("Đập Khe Trúc dài bao nhiêu mét?", "Đập Khe Trúc cao bao nhiêu mét?"),
    ),
    (
        "Lương giáo viên mầm non và lương bác sĩ ở Tân Mai, bên nào cao hơn?",
        ("Lương giáo viên mầm non ở Tân Mai là bao nhiêu?", "Lương bác sĩ ở Tân Mai là bao nhiêu?"),
    ),
    (
        "thu nhập bình quân vân hà và vân hạ năm 2024 bên nào cao hơn",
        (
            "Thu nhập bình quân vân hà năm 2024 là bao nhiêu?",
            "Thu nhập bình quân vân hạ năm 2024 là bao nhiêu?",
        ),
    ),
    (
        "Theo Cục Thống kê, GRDP năm 2024 của tỉnh Hạc Châu và tỉnh Thanh Mai là bao nhiêu?",
        (
            "Theo Cục Thống kê, GRDP năm 2024 của tỉnh Hạc Châu là bao nhiêu?",
            "Theo Cục Thống kê, GRDP năm 2024 của tỉnh Thanh Mai là bao nhiêu?",
        ),
    ),
    (
        "Số trẻ tiêm vắc xin ở Vân Hà và tỷ lệ hộ nghèo ở Tân Mai là bao nhiêu?",
        ("Số trẻ tiêm vắc xin ở Vân Hà là bao nhiêu?", "Tỷ lệ hộ nghèo ở Tân Mai là bao nhiêu?"),
    ),
)

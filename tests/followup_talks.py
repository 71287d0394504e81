"""Conversations written for the tests of follow-ups: turns, the last question, what its whole form holds.

A talk is ``(turns, question, holds, lacks)``; ``turns`` alternate between what the user asked and what
was answered. Words of ``holds`` and ``lacks`` are parted by "; " and looked for in lower case.
"""

Talk = tuple[tuple[str, ...], str, str, str]

INCOME = (
    "Thu nhập bình quân đầu người của huyện Lâm Khê năm 2024 là bao nhiêu?",
    "52,4 triệu đồng [1].\nBài ngày 10/1/2025 viết: “Thu nhập bình quân đầu người đạt 52,4 triệu đồng” [1].",
)
PARTY = (
    "Huyện Lâm Khê năm 2024 kết nạp được bao nhiêu đảng viên mới?",
    "186 đảng viên mới [1].\nBài ngày 10/1/2025 viết: “Trong năm, toàn Đảng bộ kết nạp 186 đảng viên mới” "
    "[1].",
)
GROWTH = (
    "GRDP tỉnh Hạc Châu năm 2024 tăng bao nhiêu phần trăm?",
    "7,36% [1].\nBài ngày 3/1/2025 viết: “GRDP tỉnh Hạc Châu năm 2024 ước tăng 7,36%” [1].",
)
CHAIRMAN = (
    "Ai được bầu làm Chủ tịch UBND tỉnh Hạc Châu tháng 5/2025?",
    "Khuất Hữu Đạm [1].\nBài ngày 26/5/2025 viết: “Hội đồng nhân dân tỉnh Hạc Châu khóa XV bầu ông Khuất "
    "Hữu Đạm giữ chức Chủ tịch Ủy ban nhân dân tỉnh, thay ông Âu Văn Thịnh nghỉ hưu từ ngày 1/6” [1].",
)
TEA = (
    "Giám đốc Hợp tác xã Chè Phiềng Cát là ai?",
    "Lường Thị Phin [1].\nBài ngày 5/4/2025 viết: “Hợp tác xã do bà Lường Thị Phin làm giám đốc” [1].",
)
STORM = (
    "Bão số 9 làm bao nhiêu người chết ở đặc khu Hòn Vân?",
    "5 [1].\nBài ngày 12/11/2025 viết: “số người chết do bão số 9 ở đặc khu Hòn Vân là 5” [1].",
)
WATER = (
    "Giá nước sinh hoạt bậc một ở đô thị Hạc Châu từ ngày 1/4/2025 là bao nhiêu?",
    "7.400 đồng/m³ [1].\nBài ngày 20/3/2025 viết: “10 m³ đầu tiên của mỗi hộ trong tháng, giá 7.400 "
    "đồng/m³” [1].",
)
BRIDGE = (
    "Cầu Bến Sậy 2 dài bao nhiêu mét?",
    "1.264 m [1].\nBài ngày 4/6/2025 viết: “Cầu dài 1.264 m, rộng 22,5 m, bốn làn xe” [1].",
)
MEETING = (
    "Hội nghị tổng kết năm 2024 của Huyện ủy Lâm Khê họp ngày nào?",
    "9/1 [1].\nBài ngày 10/1/2025 viết: “Sáng 9/1, Huyện ủy Lâm Khê tổ chức hội nghị tổng kết công tác năm "
    "2024” [1].",
)
FINE = (
    "Công ty Giấy Tân Bãi bị phạt bao nhiêu tiền vì xả thải?",
    "412 triệu đồng [1].\nBài ngày 8/8/2025 viết: “xử phạt Công ty cổ phần Giấy Tân Bãi 412 triệu đồng vì xả "
    "nước thải vượt quy chuẩn ra sông Hạc” [1].",
)
RICE = (
    "Sản lượng lúa của xã Mường Pồn năm 2031 đạt bao nhiêu tấn?",
    "3.150 tấn [1].\nBài ngày 4/1/2032 viết: “Năm 2031, xã Mường Pồn thu hoạch 3.150 tấn lúa” [1].",
)
THEATRE = (
    "Nhà hát Sao Biển do ai thiết kế?",
    "Đoàn Mạnh Trí [1].\nBài ngày 2/3/2031 viết: “Nhà hát Sao Biển do kiến trúc sư Đoàn Mạnh Trí thiết kế, "
    "bà Hồ Thu Cúc làm chủ nhiệm dự án” [1].",
)
QUOTE = (
    "Ai nói bệnh viện huyện Nà Hì thiếu 40 bác sĩ?",
    "Lù Thị Sen [1].\nBài ngày 6/6/2031 viết: “Bà Lù Thị Sen, Giám đốc Sở Y tế tỉnh, nói Bệnh viện Đa khoa "
    "huyện Nà Hì thiếu 40 bác sĩ, theo khảo sát tháng 5” [1].",
)
ROBBERY = (
    "Vụ cướp tiệm vàng Kim Sơn ở phường Bến Than xảy ra khi nào?",
    "Tối 14/7 [1].\nBài ngày 16/7/2031 viết: “Tối 14/7, hai kẻ bịt mặt cướp tiệm vàng Kim Sơn ở phường Bến "
    "Than” [1].",
)
EXPORT = (
    "Kim ngạch xuất khẩu của tỉnh Hạc Châu năm 2024 đạt bao nhiêu?",
    "842 triệu USD [1].\nBài ngày 3/1/2025 viết: “Kim ngạch xuất khẩu đạt 842 triệu USD, tăng 18,7%” [1].",
)
SCORE = (
    "Điểm chuẩn lớp 10 của Trường THPT Lâm Kha năm 2025 là bao nhiêu?",
    "15,75 [1].\nBài ngày 1/7/2025 viết: “Trường THPT Lâm Kha lấy 15,75 điểm” [1].",
)
VISITORS = (
    "Quý I năm 2031 đảo Cát Lim đón bao nhiêu lượt khách?",
    "41.000 lượt [1].\nBài ngày 5/4/2031 viết: “Quý I, đảo Cát Lim đón 41.000 lượt khách” [1].",
)
TRAIN = (
    "Tuyến tàu điện Bến Than - Phú Lộc chở bao nhiêu khách mỗi ngày?",
    "62.000 khách [1].\nBài ngày 9/9/2031 viết: “Mỗi ngày tuyến tàu điện Bến Than - Phú Lộc chở 62.000 "
    "khách, ông Triệu Gia Bảo, giám đốc công ty vận hành, cho biết” [1].",
)
CUP = (
    "Đội vô địch hội bơi chải sông Sậy năm 2031 được thưởng bao nhiêu tiền?",
    "50 triệu đồng [1].",
)
BUDGET = (
    "Năm 2031 huyện Nà Hì thu ngân sách bao nhiêu tỷ đồng?",
    "Huyện Nà Hì: 88 tỷ đồng [1].\nHuyện Nà Khoa: 95 tỷ đồng [2].",
)

TALKS: tuple[Talk, ...] = (
    # another year, another place: the rest stays
    (INCOME, "Còn năm 2023 thì sao?", "thu nhập bình quân; huyện lâm khê; năm 2023", "2024"),
    (INCOME, "Thế còn bên Lâm Kha?", "thu nhập bình quân; huyện lâm kha; 2024", "lâm khê"),
    (INCOME, "Lâm Kha bao nhiêu vậy?", "thu nhập bình quân; lâm kha; 2024", "lâm khê"),
    (INCOME, "So với năm trước tăng bao nhiêu?", "thu nhập bình quân; lâm khê; tăng bao nhiêu; 2024", ""),
    (INCOME, "Thế toàn tỉnh thì sao?", "thu nhập bình quân; toàn tỉnh; 2024", "lâm khê"),
    (PARTY, "Trong đó bao nhiêu người là dân tộc thiểu số?", "đảng viên; lâm khê; 2024; dân tộc", ""),
    (PARTY, "Lâm Kha thì kết nạp bao nhiêu?", "lâm kha; kết nạp; đảng viên; 2024", "lâm khê"),
    (RICE, "Còn xã Pa Tần?", "sản lượng lúa; xã pa tần; 2031", "mường pồn"),
    (RICE, "Thế còn ngô?", "sản lượng ngô; mường pồn; 2031", "lúa"),
    (RICE, "Hồi 2030 thì được mấy tấn?", "sản lượng lúa; mường pồn; 2030", "2031"),
    (BUDGET, "Huyện kia thì bao nhiêu?", "huyện nà khoa; thu ngân sách; 2031", "nà hì; kia"),
    (SCORE, "Trường THPT Lâm Khê thì mấy điểm?", "điểm chuẩn lớp 10; trường thpt lâm khê; 2025", "lâm kha"),
    (SCORE, "Thế năm ngoái lấy bao nhiêu?", "điểm chuẩn lớp 10; lâm kha; 2024", "2025; năm ngoái"),
    (EXPORT, "Còn nhập khẩu?", "nhập khẩu; hạc châu; 2024", "xuất khẩu"),
    (EXPORT, "Mặt hàng nào lớn nhất?", "xuất khẩu; hạc châu; 2024; mặt hàng nào lớn nhất", ""),
    (VISITORS, "Quý II thì sao?", "quý ii; 2031; đảo cát lim; lượt khách", "quý i "),
    (VISITORS, "Đảo Hòn Nhạn đón được bao nhiêu?", "đảo hòn nhạn; quý i; 2031; khách", "cát lim"),
    # a target after a result, next year after this
    (INCOME, "Sang năm sau họ đặt chỉ tiêu lên bao nhiêu?", "chỉ tiêu; thu nhập; lâm khê; 2025", "họ; 2024"),
    (PARTY, "Năm tới huyện phấn đấu bao nhiêu?", "2025; lâm khê; phấn đấu; đảng viên", "2024; năm tới"),
    (GROWTH, "Mục tiêu đề ra là bao nhiêu?", "mục tiêu; grdp; hạc châu; 2024", ""),
    (GROWTH, "Năm 2025 tỉnh đặt mục tiêu bao nhiêu?", "năm 2025; mục tiêu; grdp; tỉnh hạc châu", "2024"),
    (EXPORT, "Thế chỉ tiêu năm 2025?", "chỉ tiêu; xuất khẩu; hạc châu; 2025", "2024"),
    (RICE, "Kế hoạch năm sau thì thế nào?", "kế hoạch; lúa; mường pồn; 2032", "2031"),
    # who, and what he or she said
    (CHAIRMAN, "Ông ấy sinh năm nào?", "ông khuất hữu đạm; sinh năm nào", "thịnh; ông ấy"),
    (CHAIRMAN, "Trước đó ông ấy làm gì?", "ông khuất hữu đạm; làm gì", "ông ấy"),
    (CHAIRMAN, "Ông Thịnh nghỉ hưu từ ngày nào?", "ông âu văn thịnh; nghỉ hưu", "đạm"),
    (CHAIRMAN, "Thế ai làm phó chủ tịch?", "ai; phó chủ tịch; hạc châu", "đạm"),
    (TEA, "Bà ấy kể gì về giá chè?", "bà lường thị phin; giá chè", "bà ấy"),
    (TEA, "Hợp tác xã này có bao nhiêu thành viên?", "hợp tác xã chè phiềng cát; thành viên", "này"),
    (TEA, "Họ lập ra từ khi nào?", "hợp tác xã chè phiềng cát; khi nào", "họ"),
    (THEATRE, "Ông này còn thiết kế công trình nào khác?", "ông đoàn mạnh trí; thiết kế", "ông này; cúc"),
    (THEATRE, "Bà Cúc giữ chức gì ở đó?", "bà hồ thu cúc; giữ chức gì; nhà hát sao biển", ""),
    (QUOTE, "Bà ấy nói con số đó lấy từ ai?", "bà lù thị sen; lấy từ ai; 40 bác sĩ", "bà ấy"),
    (QUOTE, "Bệnh viện đó có bao nhiêu giường?", "bệnh viện đa khoa huyện nà hì; bao nhiêu giường", "đó"),
    (MEETING, "Ai chủ trì?", "ai chủ trì; hội nghị tổng kết; 2024; lâm khê", ""),
    (MEETING, "Hôm đó ai phát biểu kết luận?", "9/1; kết luận; lâm khê", "hôm đó"),
    (TRAIN, "Ông ấy còn nói gì nữa?", "ông triệu gia bảo; nói gì", "ông ấy"),
    (TRAIN, "Giá vé bao nhiêu?", "giá vé; tuyến tàu điện bến than - phú lộc", ""),
    # the same affair, another question of it
    (STORM, "Còn bị thương?", "bão số 9; bị thương; hòn vân", "chết"),
    (STORM, "Thế còn số nhà sập?", "bão số 9; nhà sập; hòn vân", "người chết"),
    (STORM, "Ở đó thiệt hại bao nhiêu tiền?", "hòn vân; bão số 9; thiệt hại bao nhiêu tiền", "ở đó"),
    (WATER, "Vì sao vậy?", "vì sao; giá nước sinh hoạt; hạc châu", ""),
    (WATER, "Còn ở nông thôn?", "giá nước sinh hoạt; bậc một; nông thôn; 1/4/2025", "đô thị"),
    (WATER, "Bậc hai thì sao?", "giá nước sinh hoạt; bậc hai; đô thị; 1/4/2025", "bậc một"),
    (WATER, "Trước đó giá bao nhiêu?", "giá nước sinh hoạt; trước; đô thị", ""),
    (BRIDGE, "Rộng mấy mét?", "cầu bến sậy 2; rộng mấy mét", "dài"),
    (BRIDGE, "Công trình này tốn bao nhiêu tiền?", "cầu bến sậy 2; tốn bao nhiêu tiền", "này"),
    (FINE, "Vì sao họ bị phạt?", "công ty giấy tân bãi; vì sao; bị phạt", "họ"),
    (FINE, "Ngoài phạt tiền còn phải làm gì?", "công ty giấy tân bãi; làm gì", ""),
    (FINE, "Vụ đó ai phát hiện?", "giấy tân bãi; ai phát hiện", "vụ đó"),
    (ROBBERY, "Chúng lấy đi bao nhiêu vàng?", "tiệm vàng kim sơn; bao nhiêu vàng", ""),
    (ROBBERY, "Vụ này bắt được ai chưa?", "tiệm vàng kim sơn; bắt được ai", "vụ này"),
    (ROBBERY, "Nơi đó cách đồn công an bao xa?", "cách đồn công an bao xa; kim sơn", "nơi đó"),
    (CUP, "Vậy giải nhì được bao nhiêu?", "giải nhì hội bơi chải sông sậy năm 2031 được thưởng bao "
    "nhiêu tiền", "vô địch"),
    # chains of three turns
    (
        (*INCOME, "Còn huyện Lâm Kha thì sao?", "55,8 triệu đồng [1]."),
        "Thế năm 2025 họ phấn đấu bao nhiêu?",
        "thu nhập bình quân; lâm kha; 2025; phấn đấu",
        "lâm khê; 2024; họ",
    ),
    (
        (*INCOME, "Thế còn tỷ lệ hộ nghèo?", "8,42% [1]."),
        "Còn Lâm Kha?",
        "tỷ lệ hộ nghèo; huyện lâm kha; 2024",
        "lâm khê; thu nhập",
    ),
    (
        (*CHAIRMAN, "Ông ấy quê ở đâu?", "Thị xã Vĩnh Hạc [1].\nBài ngày 26/5/2025 viết: “Ông Đạm sinh "
         "năm 1974, quê ở thị xã Vĩnh Hạc” [1]."),
        "Thế ông ấy được bao nhiêu phiếu?",
        "ông khuất hữu đạm; bao nhiêu phiếu",
        "ông ấy",
    ),
    (
        (*STORM, "Thế bao nhiêu nhà tốc mái?", "347 [1]."),
        "Còn nhà sập?",
        "bão số 9; nhà sập; hòn vân",
        "tốc mái",
    ),
    (
        (*RICE, "Còn xã Pa Tần?", "2.800 tấn [1].", "Thế năm 2030?", "2.640 tấn [1]."),
        "Thế ngô thì sao?",
        "sản lượng ngô; xã pa tần; 2030",
        "lúa; mường pồn; 2031",
    ),
    (
        (*BRIDGE, "Bao giờ khởi công?", "15/3/2023 [1]."),
        "Thế bao giờ xong?",
        "cầu bến sậy 2; bao giờ xong",
        "khởi công; mét",
    ),
)  # fmt: skip

NEW_TOPICS: tuple[tuple[tuple[str, ...], str], ...] = (
    (INCOME, "Cầu Bến Sậy 2 do ai làm chủ đầu tư?"),
    (STORM, "Giải nhất hội đua ghe sông Hạc năm 2026 được thưởng bao nhiêu tiền?"),
    (CHAIRMAN, "Vì sao nước máy ở phường Gò Mây bị đục?"),
    (WATER, "Huyện Lâm Kha có bao nhiêu ha chè đạt chứng nhận VietGAP?"),
    (QUOTE, "Đội tuyển bóng chuyền nữ Hạc Châu thắng đội nào trong trận chung kết?"),
    (BRIDGE, "Điểm chuẩn lớp 10 Trường THPT Lâm Kha năm 2025 là mấy?"),
    (TEA, "Bà Vi Thị Hường được bầu làm gì?"),
    (ROBBERY, "Từ ngày 1/7/2031 mức lương tối thiểu vùng là bao nhiêu?"),
)

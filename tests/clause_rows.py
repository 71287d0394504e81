"""Questions of two clauses, with both as sub-questions, and plain ones: own names, own words."""

TWO_CLAUSES: tuple[tuple[str, str, str], ...] = (
    (
        "Xuất khẩu chè của Hạc Châu năm 2017 tăng bao nhiêu phần trăm, và hải quan Thanh Mai thu được "
        "trong năm 2018 là bao nhiêu tỷ?",
        "Xuất khẩu chè của Hạc Châu năm 2017 tăng bao nhiêu phần trăm?",
        "Hải quan Thanh Mai thu được trong năm 2018 là bao nhiêu tỷ?",
    ),
    (
        "Lạm phát năm 2019 tăng bao nhiêu phần trăm, và hải quan thu được trong năm 2020 là bao nhiêu "
        "nghìn tỷ?",
        "Lạm phát năm 2019 tăng bao nhiêu phần trăm?",
        "Hải quan thu được trong năm 2020 là bao nhiêu nghìn tỷ?",
    ),
    (
        "Nợ xấu năm 2020 tăng bao nhiêu phần trăm; kho bạc rút về trong năm 2021 là bao nhiêu tỷ?",
        "Nợ xấu năm 2020 tăng bao nhiêu phần trăm?",
        "Kho bạc rút về trong năm 2021 là bao nhiêu tỷ?",
    ),
    (
        "Xuất khẩu gỗ năm 2018 tăng bao nhiêu phần trăm, còn thuế lâm sản thu được trong năm 2019 là bao "
        "nhiêu tỷ?",
        "Xuất khẩu gỗ năm 2018 tăng bao nhiêu phần trăm?",
        "Thuế lâm sản thu được trong năm 2019 là bao nhiêu tỷ?",
    ),
    (
        "Lượng khách đến Hòn Vân năm 2022 giảm bao nhiêu phần trăm, còn khách sạn ở Bến Nứa phải trả lại "
        "bao nhiêu phòng?",
        "Lượng khách đến Hòn Vân năm 2022 giảm bao nhiêu phần trăm?",
        "Khách sạn ở Bến Nứa phải trả lại bao nhiêu phòng?",
    ),
    (
        "Vân Hà trồng bao nhiêu héc ta rừng năm 2022 và trồng lại bao nhiêu héc ta năm 2023?",
        "Vân Hà trồng bao nhiêu héc ta rừng năm 2022?",
        "Vân Hà trồng lại bao nhiêu héc ta năm 2023?",
    ),
)
"""Each clause has a subject and a time of its own."""

WHICH_IS_WHICH: tuple[tuple[str, str, str], ...] = (
    (
        "Bão Hoa Mai và bão Kalora, cơn nào là siêu bão, cơn nào có thể thành áp thấp?",
        "Bão Hoa Mai và bão Kalora: cơn nào là siêu bão?",
        "Bão Hoa Mai và bão Kalora: cơn nào có thể thành áp thấp?",
    ),
    (
        "Kalora với Menora thì cơn nào là bão số 5, còn cơn nào tan trước khi vào bờ?",
        "Kalora với Menora: cơn nào là bão số 5?",
        "Kalora với Menora: cơn nào tan trước khi vào bờ?",
    ),
    (
        "Cầu Bến Nứa và cầu Khe Trúc, cầu nào là cầu treo, cầu nào đã bị cấm xe tải?",
        "Cầu Bến Nứa và cầu Khe Trúc: cầu nào là cầu treo?",
        "Cầu Bến Nứa và cầu Khe Trúc: cầu nào đã bị cấm xe tải?",
    ),
    (
        "Lê Văn Tám và Trần Thị Sáu, ai là giám đốc và ai là kế toán trưởng?",
        "Lê Văn Tám và Trần Thị Sáu: ai là giám đốc?",
        "Lê Văn Tám và Trần Thị Sáu: ai là kế toán trưởng?",
    ),
    (
        "bão kalora và bão menora, cơn nào là siêu bão, cơn nào có thể thành áp thấp",
        "Bão kalora và bão menora: cơn nào là siêu bão?",
        "Bão kalora và bão menora: cơn nào có thể thành áp thấp?",
    ),
)
"""Two things told apart: each question keeps both names."""

BOTH_ARE: tuple[tuple[str, str, str], ...] = (
    (
        "Lê Minh Tám và Trần Thu Sáu đều theo nghề y, vậy hồi lớp 9 mỗi người thi học sinh giỏi môn gì?",
        "Hồi lớp 9 Lê Minh Tám thi học sinh giỏi môn gì?",
        "Hồi lớp 9 Trần Thu Sáu thi học sinh giỏi môn gì?",
    ),
    (
        "Ông Lê Văn Tám và bà Trần Thị Sáu đều là giáo viên, vậy năm 2019 mỗi người dạy trường nào?",
        "Năm 2019 ông Lê Văn Tám dạy trường nào?",
        "Năm 2019 bà Trần Thị Sáu dạy trường nào?",
    ),
    (
        "Hai em Lê Minh Tám và Trần Thu Sáu đều mê toán, vậy hè năm 2021 mỗi em đoạt huy chương gì?",
        "Hè năm 2021 em Lê Minh Tám đoạt huy chương gì?",
        "Hè năm 2021 em Trần Thu Sáu đoạt huy chương gì?",
    ),
    (
        "Lê Minh Tám với Trần Thu Sáu cùng quê Vân Hà, thế trước khi về tỉnh mỗi người giữ chức vụ gì?",
        "Trước khi về tỉnh Lê Minh Tám giữ chức vụ gì?",
        "Trước khi về tỉnh Trần Thu Sáu giữ chức vụ gì?",
    ),
    (
        "Lê Minh Tám và Trần Thu Sáu đều trồng lan, vậy mỗi người trồng giống gì?",
        "Lê Minh Tám trồng lan, trồng giống gì?",
        "Trần Thu Sáu trồng lan, trồng giống gì?",
    ),
    (
        "Ông Lê Văn Tám và bà Trần Thị Sáu đều bị khởi tố, vậy mỗi người bị phạt mấy năm tù?",
        "Ông Lê Văn Tám bị khởi tố, bị phạt mấy năm tù?",
        "Bà Trần Thị Sáu bị khởi tố, bị phạt mấy năm tù?",
    ),
)
"""What both people are is said first; it goes where the asking is whole without it."""

PART_AND_WHOLE: tuple[tuple[str, str, str], ...] = (
    (
        "Vụ gian lận thi ở Bến Nứa: Lê Văn Tám nâng điểm cho bao nhiêu em, còn cả hai huyện Vân Hà, Tân "
        "Mai là bao nhiêu?",
        "Vụ gian lận thi ở Bến Nứa: Lê Văn Tám nâng điểm cho bao nhiêu em?",
        "Vụ gian lận thi ở Bến Nứa: cả hai huyện Vân Hà, Tân Mai nâng điểm cho bao nhiêu em?",
    ),
    (
        "Trận lũ tháng 8: xã Lâm Khê di dời bao nhiêu hộ dân, còn toàn huyện Vân Hà là bao nhiêu?",
        "Trận lũ tháng 8: xã Lâm Khê di dời bao nhiêu hộ dân?",
        "Trận lũ tháng 8: toàn huyện Vân Hà di dời bao nhiêu hộ dân?",
    ),
    (
        "Đường dây đề đóm: Trần Thị Sáu nhận bao nhiêu tỷ tiền cược, còn cả bốn xã Lâm Khê, Lâm Kha, Khe "
        "Sàn, Khe Trúc là bao nhiêu?",
        "Đường dây đề đóm: Trần Thị Sáu nhận bao nhiêu tỷ tiền cược?",
        "Đường dây đề đóm: cả bốn xã Lâm Khê, Lâm Kha, Khe Sàn, Khe Trúc nhận bao nhiêu tỷ tiền cược?",
    ),
    (
        "Vụ hụi ở Bến Nứa: bà Sáu ôm bao nhiêu tỷ, còn cả nhóm là mấy tỷ?",
        "Vụ hụi ở Bến Nứa: bà Sáu ôm bao nhiêu tỷ?",
        "Vụ hụi ở Bến Nứa: cả nhóm ôm bao nhiêu tỷ?",
    ),
    (
        "Trong vụ buôn gỗ lậu, ông Lê Văn Tám chở bao nhiêu khối gỗ, còn tất cả ba tỉnh Hạc Châu, Thanh "
        "Mai, Vân Giang là bao nhiêu?",
        "Trong vụ buôn gỗ lậu, ông Lê Văn Tám chở bao nhiêu khối gỗ?",
        "Trong vụ buôn gỗ lậu, tất cả ba tỉnh Hạc Châu, Thanh Mai, Vân Giang chở bao nhiêu khối gỗ?",
    ),
    (
        "Đợt cúm đầu năm, Trường Vân Hà có mấy học sinh nghỉ, còn cả tỉnh là bao nhiêu?",
        "Đợt cúm đầu năm, Trường Vân Hà có mấy học sinh nghỉ?",
        "Đợt cúm đầu năm, cả tỉnh có mấy học sinh nghỉ?",
    ),
    (
        "Số hộ nghèo của Vân Hà bao nhiêu, còn Tân Mai là bao nhiêu?",
        "Số hộ nghèo của Vân Hà bao nhiêu?",
        "Số hộ nghèo của Tân Mai bao nhiêu?",
    ),
)
"""A part, and then the whole of it, which is asked in fewer words."""

ORDINALS: tuple[tuple[str, str, str], ...] = (
    (
        "Hội nghị Huyện ủy Vân Hà bàn nghị quyết đại hội huyện lần thứ mấy, còn ban chấp hành huyện Tân "
        "Mai họp tháng 3 là khoá mấy?",
        "Hội nghị Huyện ủy Vân Hà bàn nghị quyết đại hội huyện lần thứ mấy?",
        "Ban chấp hành huyện Tân Mai họp tháng 3 là khoá mấy?",
    ),
    (
        "Kỳ họp HĐND Vân Hà bàn kế hoạch 5 năm lần thứ mấy, còn hội nông dân xã Lâm Khê họp tháng 8 là "
        "khoá mấy?",
        "Kỳ họp HĐND Vân Hà bàn kế hoạch 5 năm lần thứ mấy?",
        "Hội nông dân xã Lâm Khê họp tháng 8 là khoá mấy?",
    ),
    (
        "Đại hội Đoàn huyện Vân Hà là lần thứ mấy, còn ban chấp hành xã Lâm Kha thuộc khoá mấy?",
        "Đại hội Đoàn huyện Vân Hà là lần thứ mấy?",
        "Ban chấp hành xã Lâm Kha thuộc khoá mấy?",
    ),
    (
        "Hội nghị Tỉnh uỷ Hạc Châu thông qua nghị quyết số mấy, còn phiên họp HĐND Thanh Mai hôm 5/9 là "
        "phiên thứ mấy?",
        "Hội nghị Tỉnh uỷ Hạc Châu thông qua nghị quyết số mấy?",
        "Phiên họp HĐND Thanh Mai hôm 5/9 là phiên thứ mấy?",
    ),
)
"""Which one of a row: its asking is no figure that another clause could share."""

WHOLE: tuple[str, ...] = (
    "Bến xe Vân Hà và bến xe Tân Mai nằm cùng đường nào?",
    "Mỗi hộ ở Vân Hà và Tân Mai được cấp bao nhiêu gạo?",
    "Đợt mưa đầu năm, mỗi hộ ở Vân Hà và Tân Mai được cấp bao nhiêu gạo?",
    "Trận lũ cuối tháng 10, mỗi ngày Vân Hà và Tân Mai cấp bao nhiêu tấn gạo?",
    "Năm 2015 công ty nào của ông Lê Văn Tám lỗ nặng nhất?",
    "Năm 2015 công ty nào của ông Lê Văn Tám lỗ nặng hơn dự kiến?",
    "Trường nào của Hạc Châu tuyển được nhiều học sinh hơn năm trước?",
    "Tỷ lệ hộ nghèo và cận nghèo của Vân Hà năm 2018 là bao nhiêu phần trăm?",
    "Số người chết và mất tích ở Vân Hà là bao nhiêu?",
    "Số giáo viên và học sinh của Trường Vân Hà năm 2022 là bao nhiêu?",
    "Cầu Bến Nứa và cầu Khe Trúc, cầu nào là cầu treo?",
    "Trận bóng ở Vân Hà, đội nào thắng, đội nào thua?",
    "Vì sao cơn nào cũng mạnh, cơn nào cũng lệch hướng?",
    "Giá lúa tăng mấy phần trăm năm 2020 và vì sao?",
    "Dự án kè Khe Trúc còn cả thảy bao nhiêu hộ chưa dời?",
    "Lê Minh Tám và Trần Thu Sáu đều theo ngành luật ở trường nào?",
)
"""Look-alikes that are one question."""

LEFT_WHOLE: tuple[str, ...] = (
    "Chợ đêm mở thử mấy tháng năm 2022 và kéo dài tới ngày nào năm 2023?",
    "Dự án cầu Bến Nứa vốn bao nhiêu, còn chủ đầu tư là ai?",
    "Vụ cháy chợ: bao nhiêu người bị thương, còn thiệt hại là bao nhiêu?",
    "Vân Hà và Tân Mai, mỗi năm trồng mới bao nhiêu héc ta?",
)
"""Two questions that no rule parts well: better whole than in nonsense."""

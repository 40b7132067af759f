"""What kinds of facts, codes and headings are called, in Vietnamese and English: on pages, in tables, on the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["vi", "en"]

KINDS: Mapping[str, tuple[str, str]] = {
    "header": ("Thể thức", "Header"),
    "sections": ("Mục", "Sections"),
    "items": ("Đoạn", "Items"),
    "themes": ("Chủ đề", "Themes"),
    "movements": ("Phong trào", "Movements"),
    "criteria": ("Tiêu chí", "Criteria"),
    "targets": ("Chỉ tiêu", "Targets"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "tasks": ("Nhiệm vụ", "Tasks"),
    "citations": ("Văn bản viện dẫn", "Citations"),
    "observances": ("Ngày kỷ niệm", "Observances"),
    "rewards": ("Khen thưởng", "Rewards"),
    "findings": ("Kết quả kiểm tra", "Findings"),
    "issues": ("Lưu ý khi đọc", "Reading issues"),
}
"""Kinds of entries in the order of the page; Vietnamese, English."""

WORDS: Mapping[str, tuple[str, str]] = {
    "page_title": ("Bản ghi kế hoạch", "Plan record"),
    "record": ("Bản ghi", "Record"),
    "source_view": ("Văn bản", "Document"),
    "view": ("Cách xem", "View"),
    "view_pages": ("Ảnh trang", "Pages"),
    "view_text": ("Văn bản đọc được", "Text as read"),
    "language": ("Ngôn ngữ", "Language"),
    "legend": ("Chú giải, bấm để ẩn hoặc hiện", "Legend, click to hide or show"),
    "search": ("Lọc theo từ", "Filter by words"),
    "smaller": ("Thu nhỏ trang", "Smaller pages"),
    "larger": ("Phóng to trang", "Larger pages"),
    "print": ("In", "Print"),
    "skip": ("Đến bản ghi", "Skip to the record"),
    "keys": (
        "Phím: Tab chọn, Enter nhảy giữa giá trị và chỗ đọc được, j/k giá trị sau/trước, Esc quay lại",
        "Keys: Tab to choose, Enter to jump between a value and its place, j/k next/previous value, Esc to return",
    ),
    "page": ("Trang", "Page"),
    "no_image": ("Không có ảnh của trang này", "No image of this page"),
    "no_place": ("không có vị trí", "no place"),
    "none": ("Không tìm thấy trong văn bản", "None found in the document"),
    "confidence": ("Độ tin cậy", "Confidence"),
    "confidence_note": (
        "Độ tin cậy do chương trình tự ước lượng; giá trị thấp cần được kiểm tra lại.",
        "Confidence is the program's own estimate; check low values against the page.",
    ),
    "inferred": ("suy ra", "inferred"),
    "rule": ("Quy tắc", "Rule"),
    "number": ("Số, ký hiệu", "Number"),
    "type": ("Loại văn bản", "Type"),
    "plan_kind": ("Loại kế hoạch", "Kind of plan"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "issuer_level": ("Cấp", "Level"),
    "province": ("Tỉnh, thành phố", "Province"),
    "place": ("Địa danh", "Place"),
    "issued_on": ("Ngày ban hành", "Issued on"),
    "title": ("Trích yếu", "Title"),
    "period": ("Thời gian của kế hoạch", "Period"),
    "signer": ("Người ký", "Signer"),
    "signer.name": ("Người ký", "Signer"),
    "signer.position": ("Chức vụ", "Position"),
    "signer.authority": ("Quyền hạn ký", "Authority"),
    "co_signers": ("Người cùng ký", "Co-signers"),
    "recipients": ("Nơi nhận", "Recipients"),
    "stamps": ("Dấu, nhãn", "Stamps"),
    "carrier": ("Ban hành kèm theo", "Carried by"),
    "copy_state": ("Tình trạng bản", "State of the copy"),
    "points": ("điểm", "points"),
    "refers_to": ("chấm nội dung", "scores"),
    "part_of": ("thuộc", "part of"),
    "product": ("Sản phẩm", "Product"),
    "no_unit": ("không nêu đơn vị", "no unit named"),
    "until": ("đến", "until"),
    "since": ("từ", "from"),
    "no_dates": ("không xác định ngày", "no dates"),
    "tables": ("Bảng", "Tables"),
    "checks": ("Các phép kiểm tra", "Checks"),
    "law": ("Căn cứ", "Law"),
    "made_by": ("Tạo bởi", "Made by"),
    "engine": ("Bộ nhận dạng", "Engine"),
    "file": ("Tệp", "File"),
    "pages": ("trang", "pages"),
    "blank_pages": ("Trang trắng", "Blank pages"),
    "urgency": ("Độ khẩn", "Urgency"),
    "secrecy": ("Độ mật", "Secrecy"),
    "rescan": ("Trang nên quét lại", "Pages to scan again"),
    "missing": ("Thiếu trang in số", "Missing printed pages"),
}

VALUES: Mapping[str, tuple[str, str]] = {
    # states of header values
    "found": ("có", "found"),
    "blank": ("để trống", "left blank"),
    "absent": ("không có", "absent"),
    "unreadable": ("không đọc được", "unreadable"),
    # kinds of plans, levels, copies
    "campaign_launch": ("phát động phong trào thi đua", "campaign launch"),
    "annual_launch": ("phát động thi đua năm", "annual launch"),
    "annual_work_plan": ("kế hoạch công tác năm", "annual work plan"),
    "implementation_plan": ("kế hoạch triển khai", "implementation plan"),
    "inspection_plan": ("kế hoạch kiểm tra", "inspection plan"),
    "central": ("trung ương", "central"),
    "province": ("cấp tỉnh", "province"),
    "province_department": ("sở, ngành cấp tỉnh", "department of a province"),
    "district": ("cấp huyện", "district"),
    "district_department": ("phòng, ban cấp huyện", "department of a district"),
    "commune": ("cấp xã", "commune"),
    "party": ("cơ quan Đảng", "Party body"),
    "other": ("khác", "other"),
    "original": ("bản gốc, bản chính", "original"),
    "draft": ("dự thảo", "draft"),
    "certified_copy": ("bản sao y", "certified copy"),
    "received_copy": ("bản có dấu đến", "received copy"),
    "unknown": ("chưa rõ", "unknown"),
    # stamps
    "received": ("dấu đến", "received stamp"),
    "digital_signature": ("chữ ký số", "digital signature"),
    "urgency": ("mức độ khẩn", "urgency"),
    "secrecy": ("độ mật", "secrecy"),
    # sections
    "purpose": ("mục đích", "purpose"),
    "requirements": ("yêu cầu", "requirements"),
    "theme": ("chủ đề", "theme"),
    "objectives": ("mục tiêu", "objectives"),
    "scope": ("phạm vi, đối tượng", "scope"),
    "content": ("nội dung", "content"),
    "criteria": ("tiêu chí", "criteria"),
    "targets": ("chỉ tiêu", "targets"),
    "rewards": ("khen thưởng", "rewards"),
    "schedule": ("thời gian", "schedule"),
    "tasks": ("nhiệm vụ", "tasks"),
    "measures": ("giải pháp", "measures"),
    "funding": ("kinh phí", "funding"),
    "organization": ("tổ chức thực hiện", "organization"),
    "reporting": ("báo cáo", "reporting"),
    "annex": ("phụ lục", "annex"),
    # criteria
    "criterion": ("tiêu chí", "criterion"),
    "group": ("nhóm", "group"),
    "bonus": ("điểm thưởng", "bonus"),
    "penalty": ("điểm trừ", "penalty"),
    "band": ("mức xếp loại", "band"),
    "collective": ("tập thể", "collective"),
    "individual": ("cá nhân", "individual"),
    # times
    "deadline": ("thời hạn", "deadline"),
    "period": ("khoảng thời gian", "period"),
    "phase": ("đợt", "phase"),
    "milestone": ("mốc", "milestone"),
    "recurring": ("định kỳ", "recurring"),
    "before": ("trước", "before"),
    "by": ("chậm nhất", "by"),
    "from": ("từ", "from"),
    "after": ("sau", "after"),
    "approx": ("khoảng", "about"),
    # roles
    "lead": ("chủ trì", "lead"),
    "coordinate": ("phối hợp", "coordinate"),
    "supervise": ("theo dõi, giám sát", "supervise"),
    "advise": ("tham mưu", "advise"),
    "implement": ("thực hiện", "implement"),
    # citations
    "basis": ("căn cứ", "basis"),
    "implements": ("triển khai", "implements"),
    "mentions": ("nhắc đến", "mentions"),
    # verdicts and severities
    "pass": ("đạt", "pass"),
    "fail": ("không đạt", "fail"),
    "doubt": ("nghi ngờ", "doubt"),
    "not_applicable": ("không áp dụng", "not applicable"),
    "error": ("lỗi", "error"),
    "warning": ("cảnh báo", "warning"),
    "info": ("thông tin", "info"),
    # stages
    "reading": ("đọc trang", "reading"),
    "layout": ("bố cục", "layout"),
    "language": ("ngôn ngữ", "language"),
    "segment": ("chia mục", "sections"),
    "extract": ("trích xuất", "extraction"),
    "assemble": ("tổng hợp", "assembly"),
    "audit": ("kiểm tra", "audit"),
    # where a page's text comes from
    "ocr": ("nhận dạng", "recognized"),
    "text_layer": ("lớp chữ", "text layer"),
    "text": ("văn bản", "text"),
}
"""Coded values of the record."""


def caption(key: str) -> tuple[str, str]:
    """Both captions of a word, kind or coded value; the code itself where none is known."""
    return WORDS.get(key) or KINDS.get(key) or VALUES.get(key) or (key, key)


def value_caption(code: str) -> tuple[str, str]:
    """Both captions of a coded value ("criteria" as a section's kind, not the heading of the list)."""
    return VALUES.get(code) or (code, code)

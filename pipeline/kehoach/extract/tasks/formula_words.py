"""Words of a clause that tell more than an act: what is reported where something stands in the way, and who only follows
a work up."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.tasks.assignment import Actor
from kehoach.extract.units.named_units import Name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve

_WHAT = r"(?:điều|điểm|vấn\s+đề|việc|chỗ|nội\s+dung|nơi)(?:\s+(?:gì|nào))?|gì"
_HINDERS = r"khó\s+khăn|vướng(?:\s+mắc)?|phát\s+sinh|bất\s+cập|trở\s+ngại|chưa\s+(?:rõ|phù\s+hợp|hợp\s+lý|thống\s+nhất|cụ\s+thể|sát|đúng)"
FORMULA = Sieve(
    rf"(?<=[;.]\s)(?:(?:mọi|những|các)\s+)?(?:khó\s+khăn|vướng\s+mắc)(?:\s*,\s*(?:khó\s+khăn|vướng\s+mắc|kiến\s+nghị))?(?=\s+(?:(?:đề\s+nghị|kịp\s+thời|cần)\s+)?(?:phản\s+[áả]nh|báo\s+cáo|báo|gửi|trao\s+đổi|liên\s+hệ|thông\s+tin)\s)|"
    rf"(?<!\w)(?:nếu|khi|trường\s+hợp|quá\s+trình|có(?=\s+(?:(?:{_WHAT})\s+)?(?:{_HINDERS}))|(?:gặp|phát\s+sinh)(?=\s+(?:{_HINDERS})\s+thì\s))(?!\w)[^.;]{{0,80}}?(?<!\w)(?:{_HINDERS}|sửa\s+đổi|bổ\s+sung|thay\s+đổi|điều\s+chỉnh)(?!\w)"
)
GIVES_DUTY = Sieve(r"giao\s+nhiệm\s+vụ(?:\s+cho)?\s+")
"""Before those who are told what to do, where their verb stands behind them: "giao nhiệm vụ các sở tổ chức ..."."""
WITHIN = re.compile(r"(?:phòng|bộ\s+phận|đơn\s+vị|cơ\s+quan)\s+(?:chuyên\s+môn|tham\s+mưu|nghiệp\s+vụ|chức\s+năng)$")
"""A department without a name, of a body that assigns: "UBND huyện phân công phòng chuyên môn tham mưu"."""
SIGNED_OFF = Sieve(r"trên\s+đây\s+là[^,.;]*,\s*(?:trong\s+quá\s+trình[^,.;]*,\s*)?")
_REPORTS = r"(?:phản\s+[áả]nh|báo(?=\s+(?:về|với|ngay|cho|trực\s+tiếp|liền|lại|kịp\s+thời|lên))|điện\s+(?:báo|thoại)(?=\s+(?:về|cho|trực\s+tiếp|đến|tới))|xin\s+ý\s+kiến|có\s+văn\s+bản|báo\s+cáo|liên\s+hệ|gửi|thông\s+báo|kiến\s+nghị|đề\s+xuất|trao\s+đổi)(?!\w)"
REPORTS = Sieve(_REPORTS)
RECEIVER = Sieve(
    rf"{_REPORTS}[^.;]{{0,60}}?\s(?:về|qua|với|tới|đến|cho|gửi(?=\s+(?:sở|phòng|ban|văn\s+phòng|bộ|cục|chi\s+cục|ubnd|ủy\s+ban|hội\s+đồng|trung\s+tâm|thường\s+trực)\s))\s+|(?<!\w)liên\s+hệ\s+(?!(?:về|qua|với|tới|đến|trực|ngay)\s)"
)
THEN = Sieve(
    r"\s*(?:\([^()]*\)\s*)?,?\s*để\s+(?:[\"']\s*)?(?:kịp\s+thời\s+)?(?=(?:tổng\s+hợp|tập\s+hợp|tham\s+mưu)(?!\w)[^.;]*(?:báo\s+cáo|trình|tham\s+mưu|điều\s+chỉnh|xem\s+xét)|(?:trình|báo\s+cáo)\s+(?!về)[^\s.;]+\s[^.;]*(?:xem\s+xét|điều\s+chỉnh|quyết\s+định|chỉ\s+đạo|giải\s+quyết|cho\s+ý\s+kiến))"
)


_BY_FIELD = r"theo\s+(?:lĩnh\s+vực|mảng|địa\s+bàn|cụm|phạm\s+vi|phần\s+việc|nhiệm\s+vụ|khối)(?:\s+công\s+(?:việc|tác))?\s+(?:(?:được\s+)?(?:phân\s+công|giao)(?:\s+phụ\s+trách)?|phụ\s+trách|quản\s+lý)\s*,?"
"""By which share of the work one of several acts, before what he does."""
_THINGS = (
    r"(?:(?:lại|các|những|toàn\s+bộ|đột\s+xuất|định\s+kỳ|thường\s+xuyên|liên\s+ngành|hệ\s+thống|\d+%?)\s+)*"
    r"(?:máy|thiết\s+bị|hệ\s+thống|âm\s+thanh|đường\s+truyền|sức\s+khỏe|cơ\s+sở\s+vật\s+chất|phương\s+tiện|hồ\s+sơ\s+dự\s+thi"
    r"|cơ\s+sở\s+(?:sản\s+xuất|kinh\s+doanh|karaoke|dịch\s+vụ|lưu\s+trú|giết\s+mổ|chế\s+biến|hành\s+nghề|khám|bán|ăn\s+uống|chăn\s+nuôi)|cửa\s+h(?:àng|iệu)|chợ|siêu\s+thị|kho|nhà\s+(?:trọ|hàng|xe)|quán|khách\s+sạn|karaoke"
    r"|bến\s+(?:xe|tàu|bãi|đò)|công\s+(?:trường|trình)|hiện\s+trường|buồng|tàu|xe|hàng\s+hóa|thực\s+phẩm|giấy\s+phép|tải\s+trọng|nồng\s+độ|an\s+toàn\s+(?:phòng\s+cháy|thực\s+phẩm|vệ\s+sinh|điện|đập)"
    r"|vệ\s+sinh\s+(?:an\s+toàn\s+)?thực\s+phẩm|điểm\s+(?:bán|kinh\s+doanh|giết\s+mổ|nóng)|hộ\s+kinh\s+doanh|doanh\s+nghiệp|nguồn\s+gốc|đê|kè|hồ\s+chứa|đập)(?!\w)"
)
"""What is inspected as a trade of one's own: machines, premises, goods; who does so supervises nobody."""
_COURSE = (
    r"(?:(?:tình\s+hình|diễn\s+biến)\s+(?:của\s+)?(?:thời\s+tiết|mưa|bão|lũ|dịch|bệnh|giá|thị\s+trường|sức\s+khỏe|sâu)|sự\s+cố|diễn\s+biến|thời\s+tiết|mực\s+nước|mưa|sức\s+khỏe|sĩ\s+số|bệnh\s+nhân|người\s+bệnh|nhiệt\s+độ"
    r"|dư\s+luận|giá\s+cả|biến\s+động|sâu\s+bệnh|mức\s+độ\s+tham\s+gia)(?!\w)"
)
"""What is watched as it goes on by itself: the weather, a disease, prices."""
_PUPILS = r"(?:các\s+(?:em\s+)?)?(?:học\s+sinh|sinh\s+viên|học\s+viên|người\s+bệnh|bệnh\s+nhân|trẻ|phụ\s+huynh)(?!\w)"
"""Those in one's own care, whom to look after is the work itself."""
SUPERVISE = Sieve(
    rf"(?:{_BY_FIELD}\s+)?"
    r"(?:(?:chỉ\s+đạo(?=\s*,)|đi(?=\s+(?:kiểm|thanh|giám|phúc))|chủ\s+động|thường\s+xuyên|tăng\s+cường|tổng\s+hợp|định\s+kỳ|tiến\s+hành|(?:hàng|hằng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày|đợt|học\s+kỳ)|tổ\s+chức(?:\s+(?:thực\s+hiện|các|việc|hoạt\s+động|đoàn|cuộc)(?!\w))*|thực\s+hiện(?:\s+(?:việc|tốt|công\s+tác|các|hoạt\s+động)(?!\w))*|(?:là|làm)\s+(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+)?(?:thường\s+trực|đầu\s+mối)(?:\s+giúp)?[^,;.]{0,90}?)\s*,?\s+(?:và\s+)?(?:có\s+trách\s+nhiệm\s+)?)*"
    rf"(?:kiểm\s+tra(?!\s+{_THINGS})|phúc\s+tra|theo\s+dõi(?!\s+{_COURSE})|đôn\s+đốc|giám\s+sát|thanh\s+tra|nắm\s+tình\s+hình)(?!\w)"
    rf"(?!(?:\s*(?:,|và)\s+(?:nhắc\s+nhở|đôn\s+đốc|kiểm\s+tra|hướng\s+dẫn))*\s+{_PUPILS})"
)
_LEVEL = r"(?:bộ|ngành|tỉnh|sở|huyện|xã)"
_LEVELS = Sieve(rf"{_LEVEL}(?:\s+và\s+{_LEVEL})?")
"""Plain words for levels, behind a comma no subject: "văn bản của Chính phủ, Bộ, ngành và tỉnh"."""
HELPS = Sieve(r"giúp\s+(?!việc)[^,;.:]{3,60}?\s(?=(?:theo\s+dõi|đôn\s+đốc|kiểm\s+tra|giám\s+sát)(?!\w))")
"""Before what one follows up in another's name: "giúp Bộ trưởng theo dõi"."""
DOES_MORE = Sieve(
    r"(?:theo\s+dõi|đôn\s+đốc)[^;.]*?(?:,|và)\s*(?:tổng\s+hợp|cung\s+cấp|thống\s+kê|cập\s+nhật|ghi\s+(?:chép|nhận|điểm)|tính\s+điểm|lập\s+(?:danh|biểu|bảng|sổ|hồ|báo)|tiếp\s+nhận|đánh\s+giá\s+kết\s+quả|thực\s+hiện(?=\s+(?:kế|quyết|nghị|chỉ|quy))|nghiệm\s+thu|thẩm\s+định|lưu\s+(?:trữ|giữ)|trình|báo\s+cáo)(?!\w)"
    r"|(?:(?:tăng\s+cường|thường\s+xuyên|tổ\s+chức|công\s+tác|phối\s+hợp)\s+)*kiểm\s+tra\s*(?:,|và)\s*(?:xử\s+lý|xử\s+phạt|rà\s+soát|kiểm\s+soát|chấn\s+chỉnh|xác\s+nhận|nghiệm\s+thu|phân\s+loại|sửa\s+chữa|bảo\s+dưỡng)(?!\w)"
    r"|theo\s+dõi\s+[^,;.]{3,60},\s*tham\s+mưu\s+(?:các\s+)?(?:giải\s+pháp|biện\s+pháp|phương\s+án)(?!\w)"
    r"|tổ\s+chức\s+kiểm\s+tra\s+(?:định\s+kỳ|chéo|kỹ\s+thuật|thẩm\s+định|cuối|liên\s+ngành|đột\s+xuất)(?!\w)"
    r"|(?:hướng\s+dẫn\s*,\s*)?(?:theo\s+dõi|kiểm\s+tra|đôn\s+đốc)[^;.]*?(?:,|và)\s*(?:(?:chấm|cộng|trừ)\s+điểm|xếp\s+loại|công\s+bố)(?!\w)"
)
"""Who follows a work up to sum it up or judge it does the work."""
IN_WHAT = Sieve(r"(?:trong(?:\s+(?:việc|công\s+tác|quá\s+trình))?|khi|để|nhằm)\s")
"""Behind those with whom one works: in what, so that to work with them is the deed."""
NO_WORK = Sieve(
    r"(?:kinh\s+phí|thời\s+gian|địa\s+điểm|thành\s+phần|số\s+lượng|lưu\s+ý|ghi\s+chú|nội\s+dung|đối\s+tượng|danh\s+mục|biên\s+bản|hồ\s+sơ|mẫu|phụ\s+lục|điện\s+thoại|"
    r"email|riêng|nghiêm\s+cấm|các|những|mỗi|một|trường\s+hợp|trong|khi|nếu|để|nhằm|tại|đây|việc|hình\s+thức|mục|tỷ\s+lệ|tỉ\s+lệ|chủ\s+đề|khẩu\s+hiệu|là|gồm|bao\s+gồm|kết\s+quả|không\s+quá|sổ|bảng|phiếu|giấy|dự\s+toán|hợp\s+đồng|"
    r"về|với|theo|từ|đến|hiệu\s+lực|hoạt\s+động|thời\s+lượng|văn\s+bản|quan\s+hệ|ngày|tháng|năm|quý|tuần|người|học\s+sinh|công\s+tác|chất\s+lượng|giải\s+pháp|mức|\d)(?!\w)|[\"'(\d]"
)
"""Words with which no work begins."""
SENT_PAPERS = Sieve(
    r"(?:hồ\s+sơ|kết\s+quả|báo\s+cáo|danh\s+sách|văn\s+bản|bản\s+đăng\s+ký|bảng\s+(?:điểm|tự\s+chấm)|biên\s+bản|tờ\s+trình|số\s+liệu|bài(?:\s+(?:vẽ|viết|dự\s+thi|thi|thuyết\s+minh))?|tác\s+phẩm|sản\s+phẩm|phiếu|tranh)"
    r"(?:\s+[^\s,;.:]+){0,12}?\s+(?:g[ửở]i|nộp|hoàn\s+thành|hoàn\s+thiện)\s"
)
"""Papers that are to be sent: "Hồ sơ đề nghị khen thưởng nộp trước ngày ..."."""
_MEETS = Sieve(
    r"\s*(?:(?:nếu|còn|có|gặp|phát\s+sinh|vẫn)\s+)+(?:(?:những|các|gì|điều|vấn\s+đề)\s+)*(?:khó\s+khăn|vướng\s+mắc|phát\s+sinh)(?!\w)"
)
"""Behind those whom something stands in the way of, who then report it."""
MAY_BEGIN = re.compile(rf"(?:,\s*|\s)(?=(?i:các|những|từng|mỗi|đề\s+nghị|yêu\s+cầu|kính\s+đề)\s|[{UPPER}])|,\s+")
"""Where the one who reports may begin behind the words of a formula."""
_BY_NAME = re.compile(rf"(?!(?i:các|những|mỗi|từng)\s)[{UPPER}][^\W\d_]*\s+[^\W\d_]+")


def whom_it_meets(text: str, low: str, grammar: UnitGrammar, stretch: tuple[int, int]) -> tuple[Name, ...]:
    """Those whom something stands in the way of, within the stretch of the text (``low`` in lower case): "nếu các khoa
    có khó khăn, báo cáo về ..."."""
    met = _MEETS.search(low, *stretch)
    for word in MAY_BEGIN.finditer(text, stretch[0], met.start()) if met else ():
        names = grammar.names(text, word.end(), object_too=True)
        if met is not None and names is not None and names.units[-1].start < met.start() <= names.end:
            return (*names.units[:-1], replace(names.units[-1], end=met.start()))
    return ()


def are_levels(low: str, actors: tuple[Actor, ...]) -> bool:
    """Whether the first of those found is a plain word for a level."""
    first = actors[0].name if actors else None
    return first is not None and _LEVELS.fullmatch(low, first.start, first.end) is not None


def one_body(text: str, actors: tuple[Actor, ...], grammar: UnitGrammar) -> bool:
    """Whether one body acts that is called by its name, not all who take part."""
    name = actors[0].name
    return len(actors) == 1 and grammar.kind(text, name) == "body" and _BY_NAME.match(text, name.start) is not None

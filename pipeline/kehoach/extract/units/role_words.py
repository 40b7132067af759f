"""Words between a subject and its work that say in what role who acts: duty, charge, and with whom."""

from __future__ import annotations

import re

from kehoach.rules.needs import Sieve

WITH = re.compile(
    r"(?:(?:(?:cùng|chủ\s+động|thường\s+xuyên|tích\s+cực|tăng\s+cường|kịp\s+thời|tham\s+gia|tiếp\s+tục)\s+)*(?:phối\s+hợp|phối\s+kết\s+hợp|kết\s+hợp|hiệp\s+đồng(?=\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s))(?:\s+(?:chặt\s+chẽ|tốt|hiệu\s+quả|nhịp\s+nhàng|cùng|với))*(?:\s*,)?|cùng(?:\s+với)?|(?:có|với)\s+sự\s+(?:tham\s+gia|phối\s+hợp)\s+của)\s+"
)
MIDDLE = re.compile(
    r"(?:(?:(?<!việc chủ trì),|;|và|có\s+trách\s+nhiệm|cần|phải)\s*)(?:đồng\s+thời\s+)?(?:chủ\s+động\s+|chủ\s+trì\s*,?\s+)?(?:phối\s+hợp|phối\s+kết\s+hợp|kết\s+hợp)(?:\s+chặt\s+chẽ)?\s+(?:(?:với|cùng)(?:\s+với)?\s+)?"
    r"|(?<!\w)(?:cử|bố\s+trí|phân\s+công|điều\s+động|huy\s+động)\s+(?:[^\s,;:.]+\s+){1,6}?(?:phối\s+hợp|kết\s+hợp)\s+(?:(?:với|cùng)(?:\s+với)?\s+)?"
    r"|(?<!\w)để\s+(?:phối\s+hợp|kết\s+hợp)(?:\s+chặt\s+chẽ)?\s+(?:với|cùng)(?:\s+với)?\s+"
    r"|(?:,|và)\s+(?:có|với)\s+sự\s+(?:tham\s+gia|phối\s+hợp)\s+của\s+"
)
JOINED = re.compile(
    r"(?:(?:,|;)\s+(?:và\s+|đồng\s+thời\s+|rồi\s+|sau\s+đó\s+)?(?:chủ\s+trì\s*,?\s+)?|\s+và\s+)cùng(?:\s+với)?\s+"
)
"""Before those with whom a further work is done: "lập đề cương, cùng Văn phòng bố trí xe"."""
GLUE = re.compile(
    r"(?:\s*(?:,|và)?\s*(?:(?:là\s+(?:đơn\s+vị|cơ\s+quan)\s+)?chủ\s+trì|phụ\s+trách(?=\s*,)|(?:còn\s+|cũng\s+)?có\s+trách\s+nhi[ệêẹ]m(?:\s+chính)?|chịu\s+trách\s+nhiệm(?:\s+chính)?(?!\s+(?:(?:chính|trực\s+tiếp|toàn\s+diện|hoàn\s+toàn|cá\s+nhân)\s+)?(?:trước|về)|\s+(?:chung|toàn\s+diện)(?!\w))|(?:là|làm)\s+đầu\s+mối(?!\s+(?:của|cho|trong)\s)|phải|cần|sẽ|có\s+nhiệm\s+vụ|được\s+(?:giao|phân\s+công|chỉ\s+định|ủy\s+quyền)(?:\s+(?:trách\s+nhiệm|nhiệm\s+vụ))?)(?!\w))+[\s,]*(?:và\s+)?"
)
LEADS = Sieve(r"chủ\s+trì\s+$")
IN_CHARGE = re.compile(r"chủ\s+trì|phụ\s+trách|đầu\s+mối|chịu\s+trách\s+nhiệm\s+chính")

HELPING = Sieve(
    r"\s*,?\s*(?:là\s+(?:đơn\s+vị|cơ\s+quan)\s+)?(?:(?:cùng|tham\s+gia|có\s+trách\s+nhiệm)\s+)?phối\s+hợp(?:\s+(?:thực\s+hiện|tổ\s+chức\s+thực\s+hiện))?(?:\s*:\s*|\s+)(?!với\s|cùng\s)"
)
"""Behind those who help the one in charge: "Phòng A chủ trì, Phòng B phối hợp lập ..."."""
LEFT_IN_CHARGE = re.compile(r"(?<!\w)(?:chủ\s+trì|phụ\s+trách)\s*$")
"""Before those who help the one in charge: "Thanh tra Sở chủ trì; Văn phòng Sở phối hợp ..."."""

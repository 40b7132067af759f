"""A plan's pages as HTML of the official form: letterhead, title, body, foot.

State bodies follow NĐ 30/2020/NĐ-CP, before 05/3/2020 TT 01/2011/TT-BNV (page numbers at the lower right, wider
margins, grounds upright); party bodies Hướng dẫn 36-HD/VPTW (their own head, number and signature).
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date

from kehoach.specimen.draw import Draw
from kehoach.specimen.moments import spelled
from kehoach.specimen.offices import Office

DECREE_30 = date(2020, 3, 5)
"""From this day the form is that of NĐ 30/2020/NĐ-CP, before that of TT 01/2011/TT-BNV."""


def printed_number(office: Office, serial: str) -> str:
    """The plan's number and symbol; an empty ``serial`` leaves its blank."""
    return f"{serial}-KH/{office.symbol}" if office.form == "party" else f"{serial}/KH-{office.symbol}"


def recipients(office: Office) -> list[tuple[str, str]]:
    """The lines under "Nơi nhận" with their end marks."""
    made = [f"{office.upper[0]} (b/c)", office.boss, *(unit.printed for unit in office.groups), "Lưu: VT"]
    return [(text, "." if n == len(made) else ";") for n, text in enumerate(made, 1)]


def page(draw: Draw, office: Office, title: str, serial: str, issued: date, lines: Sequence[str]) -> str:
    """The whole document; ``lines`` are the printed paragraphs and tables of the body."""
    size = draw.one(("size-13", "size-13 tight", "size-14", "size-14 loose", ""))
    form = "party" if office.form == "party" else "tt01" if issued < DECREE_30 else ""
    post = "<br>".join(html.escape(line) for line in office.signature.lines)
    listed = "\n".join(f"<p>- {html.escape(text)}{end}</p>" for text, end in recipients(office))
    newline = "\n"
    return f"""<!DOCTYPE html>
<html lang="vi">
<meta charset="utf-8">
<title>{printed_number(office, serial)} (MẪU)</title>
<body class="{" ".join(filter(None, (size, form)))}">
<header>
<div class="issuer">
{newline.join(_issuer(office, serial))}
</div>
<div class="motto">
{newline.join(_motto(office, issued))}
</div>
</header>
<h1>KẾ HOẠCH</h1>
<p class="subject">{html.escape(title, quote=False)}</p>
<main>
{newline.join(lines)}
</main>
<footer>
<div class="recipients">
<p class="to">Nơi nhận:</p>
{listed}
</div>
<div class="signature">
<p class="post">{post}</p>
<p class="signed"><a href="urn:ink:signature">{office.signature.name}</a></p>
</div>
</footer>
</body>
</html>
"""


def _issuer(office: Office, serial: str) -> list[str]:
    lines = []
    for text, own in office.letterhead:
        css = ' class="own"' if own else ""
        lines.append(f"<p{css}>{html.escape(text).replace(chr(10), '<br>')}</p>")
    slot = f'<a href="urn:ink:number">{serial}</a>' if serial else "       "
    after = printed_number(office, serial).removeprefix(serial)
    mark = "Số" if office.form == "party" else "Số:"
    return [*lines, f'<p class="number">{mark} {slot}{after}</p>']


def _motto(office: Office, issued: date) -> list[str]:
    day, rest = spelled(issued).split(" ", 1)
    place = f'<p class="place">{office.place}, ngày <a href="urn:ink:day">{day}</a> {rest}</p>'
    if office.form == "party":
        return ['<p class="country creed">ĐẢNG CỘNG SẢN VIỆT NAM</p>', place]
    return [
        '<p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>',
        '<p class="creed">Độc lập - Tự do - Hạnh phúc</p>',
        place,
    ]

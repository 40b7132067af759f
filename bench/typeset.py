"""What scanning costs on plans of any office: texts with reference records set in many layouts, aged, scanned and read.

    python -m bench.typeset FOLDER               every NAME/plan.txt with NAME/gold.json below FOLDER
    python -m bench.typeset FOLDER --keep OUT    keeps the scans and the records read from them

Each text is set by its own seed: size, leading, indent, margins, typeface, page numbers, bold or light headings, where
the signature is sealed, and how the sheet was worn and scanned (150 to 300 dpi, colour or bitonal). Letterhead and foot
become two columns and lines with " | " or tabs become tables. Prints F1 by field from the text and from its scan.
"""

from __future__ import annotations

import html
import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click

from kehoach import evaluating, reading
from kehoach.errors import KehoachError
from kehoach.evaluating import Evaluation
from kehoach.export import json
from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading import Reader, plain
from kehoach.reading.settings import Settings
from kehoach.rules.load import Rules, load
from kehoach.run import run
from kehoach.specimen.age import GRADES, Wear, at_dpi
from kehoach.specimen.scan import Office, scan

_TYPE = re.compile(
    r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|HƯỚNG DẪN|PHƯƠNG ÁN|CHƯƠNG TRÌNH|NGHỊ QUYẾT|QUY ĐỊNH|THỂ LỆ)\b[^a-zà-ỹ]*"
)
_MOTTO = re.compile(r"CỘNG H\S+ X|ĐẢNG CỘNG SẢN")
_RULE = re.compile(r"[_\-–*\s=]{3,}")
_NUMBERED = re.compile(r"(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*|[a-zđ])\s*[.)/-]|Phần|Điều|Chương|[-+•*]\s")
_OPENS = re.compile(r"(?:Căn cứ|Thực hiện|Để|Nhằm|Theo|Năm|Phát huy|Tiếp tục|Xét|Kính gửi|Trên cơ sở|Hưởng ứng)\b")
_HEADING = re.compile(r"(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*|Phần|Chương)\b[.)/: -]")
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w.]*\s?){2,5}")
_BESIDE = re.compile(r"\s*\|\s*|\s{3,}|\s+(?=CỘNG H\S+ X|ĐẢNG CỘNG SẢN|Độc lập)")
"""Where two columns of a letterhead were copied as one line."""
_HEAD, _TOP = 10, 18
_WRAPPED = 110
"""Characters of the longest line of a text whose line ends are those of a page."""


@dataclass(frozen=True)
class Parts:
    """The lines of a text by where they are printed."""

    left: Sequence[str]
    right: Sequence[str]
    title: Sequence[str]
    body: Sequence[str]
    recipients: Sequence[str]
    signature: Sequence[str]
    annex: Sequence[str]


def parted(text: str) -> Parts | None:
    """The parts of a plan's text; None where it has no letterhead with the motto, or no title."""
    lines = [re.sub(r"\s*\t\s*", " | ", line.strip()) for line in text.replace("\f", "\n").split("\n")]
    lines = [line for line in lines if line and not _RULE.fullmatch(line)]
    lines = [piece for line in lines[:_HEAD] for piece in _BESIDE.split(line) if piece] + lines[_HEAD:]
    lines = list(_whole(lines))
    at = next((n for n, line in enumerate(lines[:_TOP]) if _TYPE.fullmatch(line)), None)
    if at is None or not any(_MOTTO.match(line) for line in lines[:at]):
        return None
    right = [line for line in lines[:at] if _MOTTO.match(line) or re.match(r"Độc lập|[^:]*ngày .*năm", line)]
    left = [line for line in lines[:at] if line not in right]
    end = at + 1
    while end < min(at + 5, len(lines)) and not (_NUMBERED.match(lines[end]) or _OPENS.match(lines[end])):
        end += 1
    foot = next((n for n, line in enumerate(lines) if n >= end and line.lower().startswith("nơi nhận")), len(lines))
    listed = foot + 1
    while listed < len(lines) and re.match(r"[-–+•]|Lưu", lines[listed]):
        listed += 1
    signed = listed
    while signed < min(listed + 6, len(lines)) and not re.match(r"PHỤ LỤC|S?TT\b", lines[signed]):
        signed += 1
        if _NAME.fullmatch(lines[signed - 1]) and not lines[signed - 1].isupper():
            break
    return Parts(left, right, lines[at:end], lines[end:foot], lines[foot:listed], lines[listed:signed], lines[signed:])


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """The lines; of a text copied with its line ends, paragraphs are put together again."""
    wrapped = max(map(len, lines), default=0) <= _WRAPPED
    open_ = ""
    for n, line in enumerate(lines):
        goes_on = (
            len(open_) > _WRAPPED / 2 and open_[-1] not in ".;:/" and not (_NUMBERED.match(line) or line.isupper())
        )
        if wrapped and n > _HEAD and goes_on:
            open_ += f" {line}"
            continue
        if open_:
            yield open_
        open_ = line
    if open_:
        yield open_


def source(parts: Parts, rng: random.Random) -> str:
    """The parts as one HTML page in a layout of their own."""
    bold = rng.random() < 0.8
    left = "".join(f"<p{_bold(n == len(parts.left) - 2)}>{html.escape(line)}</p>" for n, line in enumerate(parts.left))
    right = "".join(f"<p{_bold(n < 2)}>{html.escape(line)}</p>" for n, line in enumerate(parts.right))
    title = "".join(f'<p class="centre bold">{html.escape(line)}</p>' for line in parts.title)
    listed = "".join(f"<p>{html.escape(line)}</p>" for line in parts.recipients)
    posts = "".join(f'<p class="bold">{html.escape(line)}</p>' for line in parts.signature[:-1])
    name = "".join(
        f'<p class="name"><a href="urn:ink:signature">{html.escape(n)}</a></p>' for n in parts.signature[-1:]
    )
    annex = f'<div class="annex">{"".join(_flow(parts.annex, bold))}</div>' if parts.annex else ""
    return (
        f'<html lang="vi"><head><style>{_style(rng)}</style></head><body class="typeset">'
        f'<table class="pair"><tr><td class="issuer">{left}</td><td>{right}</td></tr></table>{title}'
        f"{''.join(_flow(parts.body, bold))}"
        f'<table class="pair foot"><tr><td class="listed">{listed}</td><td>{posts}{name}</td></tr></table>{annex}</body></html>'
    )


def _bold(yes: bool) -> str:
    return ' class="bold"' if yes else ""


def _flow(lines: Sequence[str], bold: bool) -> Iterator[str]:
    """Paragraphs, and tables of the lines with several cells."""
    rows: list[str] = []
    for line in lines:
        if "|" in line:
            cell = "td" if rows else "th"
            cells = (html.escape(text.strip()) for text in line.strip("|").split("|"))
            rows.append("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in cells) + "</tr>")
            continue
        if rows:
            yield f'<table class="grid">{"".join(rows)}</table>'
            rows = []
        heading = bold and len(line) < 90 and (bool(_HEADING.match(line)) or line.isupper())
        yield f'<p class="{"heading" if heading else "text"}">{html.escape(line)}</p>'
    if rows:
        yield f'<table class="grid">{"".join(rows)}</table>'


def _style(rng: random.Random) -> str:
    size, leading = rng.choice((12.5, 13, 13.5, 14)), rng.choice((1.15, 1.25, 1.35, 1.5))
    indent, space = rng.choice(("1cm", "1.27cm", "0.9cm", "0")), rng.choice((2, 3, 4, 6))
    face = rng.choice(("Specimen Serif",) * 6 + ("Liberation Sans",))
    number = rng.choice(("@top-center", "@bottom-right", "@bottom-center"))
    margins = f"{rng.choice((15, 18, 20))}mm {rng.choice((12, 15, 18))}mm 18mm {rng.choice((22, 25, 30))}mm"
    return f"""
@page {{ size: A4; margin: {margins}; @top-center {{ content: none }} @bottom-left {{ content: none }}
  {number} {{ content: counter(page); font: 12pt "Specimen Serif" }} }}
@page :first {{ @top-center {{ content: none }} }}
html {{ font-family: "{face}", serif; font-size: {size}pt; line-height: {leading} }}
.pair {{ width: 106%; margin-left: -4%; border-collapse: collapse; line-height: 1.15 }}
.pair td {{ vertical-align: top; text-align: center; border: none; font-size: {size - 0.5}pt }}
.issuer {{ width: {rng.choice((40, 43, 46))}% }} .bold, .name {{ font-weight: bold }} .name {{ margin-top: 58pt }}
.foot {{ width: 100%; margin: 14pt 0 0 }} .pair td.listed {{ text-align: left; width: 48%; font-size: {size - 2.5}pt }}
.centre {{ text-align: center }} .text, .heading {{ text-indent: {indent}; margin-top: {space}pt }}
.text {{ text-align: {rng.choice(("justify", "justify", "left"))} }} .heading {{ font-weight: bold }}
.grid {{ width: 100%; border-collapse: collapse; margin: 6pt 0; font-size: {size - 1.5}pt; line-height: 1.15 }}
.grid td, .grid th {{ border: 0.7pt solid #000; padding: 2pt 4pt; text-align: left }} .grid th {{ text-align: center }}
.annex {{ break-before: page }}"""


def scanned(name: str, text: str) -> bytes | None:
    """The text as a scan, by the seed of its name; None where it cannot be set."""
    parts = parted(text)
    if parts is None:
        return None
    seed = zlib.crc32(name.encode())
    rng = random.Random(seed)
    made = source(parts, rng)
    office = Office(sealed=rng.random() < 0.8, sealed_over_text=rng.random() < 0.2, by_hand=False)
    return scan(made, _wear(rng), seed=seed, office=office)


def _wear(rng: random.Random) -> Wear:
    dpi = rng.choice((150, 200, 200, 200, 300))
    return at_dpi(GRADES["light" if dpi == 150 else rng.choice(("light", "office", "office", "bitonal"))], dpi)


Pair = tuple[str, Plan, Plan | None]


def read(folder: Path, rules: Rules, reader: Reader, keep: Path | None) -> Iterator[tuple[Pair, Pair]]:
    """Each text and its scan, beside the reference record."""
    for path in sorted(folder.glob("*/plan.txt")):
        name, text = path.parent.name, path.read_text(encoding="utf-8")
        data = scanned(name, text)
        if data is None:
            click.echo(f"{name}: no letterhead with the motto, left out", err=True)
            continue
        gold = json.from_json((path.parent / "gold.json").read_bytes())
        written = run(Source("plan.txt", "", "text/plain", text.encode()), rules=rules, reader=plain.reading)
        found = _recognized(data, rules, reader)
        if keep is not None:
            _kept(keep / name, data, found)
        yield (name, gold, written), (name, gold, found)


def _recognized(data: bytes, rules: Rules, reader: Reader) -> Plan | None:
    """A scan that cannot be read counts as nothing found."""
    try:
        return run(Source("scan.pdf", sha256(data).hexdigest(), "application/pdf", data), rules=rules, reader=reader)
    except KehoachError:
        return None


def _kept(path: Path, data: bytes, found: Plan | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name(f"{path.name}.pdf").write_bytes(data)
    if found is not None:
        path.with_name(f"{path.name}.json").write_text(json.to_json(found), encoding="utf-8")


def _table(text: Evaluation, scans: Evaluation) -> Iterator[str]:
    yield f"{'':28} text   scan"
    yield f"{'core':28} {text.core_f1:.3f}  {scans.core_f1:.3f}"
    yield f"{'header':28} {text.header_f1:.3f}  {scans.header_f1:.3f}"
    for field, measure in scans.total.items():
        yield f"{field:28} {text.total[field].f1:.3f}  {measure.f1:.3f}"


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="Where scans and records are kept.")
def main(folder: Path, keep: Path | None) -> None:
    pairs = list(read(folder, load(), reading.reader(Settings()), keep))
    text, scans = (evaluating.evaluate(pair[n] for pair in pairs) for n in (0, 1))
    click.echo(f"{len(pairs)} plans\n\n" + "\n".join(_table(text, scans)))


if __name__ == "__main__":
    main()

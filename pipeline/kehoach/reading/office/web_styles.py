"""What the tags and styles of a web page say about the text in them, and where tags end that nobody closed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SKIPPED = frozenset({
    "script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea", "button",
    "nav", "del",
})  # fmt: skip
BLOCKS = frozenset({
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "section", "article", "header",
    "footer", "main", "aside", "center", "dl", "dt", "dd", "address", "hr", "body", "html", "form", "figure", "fieldset",
})  # fmt: skip
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite"})
_IN_HEAD = frozenset({"title", "meta", "link", "script", "style", "base", "noscript", "template", "html", "head"})
_APART = frozenset({"aside", "footer"})
_APART_ROLES = frozenset({"banner", "complementary", "contentinfo", "navigation", "search"})
_APART_TITLES = frozenset({"header", "footer"})
"""LibreOffice writes headers and footers of a page as <div title="header">."""
_WORD_APART = re.compile(r"mso-element:\s*(?:header|footer|comment)", re.IGNORECASE)
_SITE = re.compile(r"<nav\b|<[a-z0-9]+\s[^<>]*\brole\s*=\s*[\"']?navigation\b", re.IGNORECASE)
_CSS = re.compile(r"(font-weight|font-style|display|visibility|text-transform)\s*:\s*([\w-]+)", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "table", *_CELLS})),
    "td": (_CELLS, frozenset({"table"})),
    "th": (_CELLS, frozenset({"table"})),
    "tr": (_CELLS | {"tr"}, frozenset({"table"})),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (_CELLS | {"tr", "tbody", "thead", "tfoot"}, frozenset({"table"}))),
    **dict.fromkeys(BLOCKS - {"li", "html", "body"}, (frozenset({"p"}), frozenset({"table", *_CELLS}))),
    "table": (frozenset({"p"}), frozenset({"table", *_CELLS})),
}
"""Which open tags end where a tag begins, as HTML has it, and which tags they are not looked for beyond."""


@dataclass(frozen=True, slots=True)
class Style:
    """``apart``: it is no part of the page's own text."""

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A tag that has not ended yet, and the style of the text in it."""

    tag: str
    style: Style


def of_a_site(html: str) -> bool:
    """Whether a page has what leads through a web site: then <main>, <aside> and <footer> are parts of the site's frame.
    In a document saved as a page they are parts of the document."""
    return _SITE.search(html) is not None


def styled(outer: Style, tag: str, given: Mapping[str, str], of_a_site: bool) -> Style:
    """The style of the text in a tag."""
    css = given.get("style", "")
    said = {name.lower(): value.lower() for name, value in _CSS.findall(css)}
    weight, slope = said.get("font-weight"), said.get("font-style")
    bold = outer.bold or tag in _BOLD
    if weight is not None:
        bold = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) > 500)
    italic = slope in ("italic", "oblique") if slope is not None else outer.italic or tag in _ITALIC
    gone = said.get("display") == "none" or said.get("visibility") == "hidden" or "hidden" in given or tag in _SKIPPED
    case = said.get("text-transform")
    return Style(
        bold,
        italic,
        case == "uppercase" if case is not None else outer.capitals,
        outer.hidden or gone,
        outer.apart or _stands_apart(tag, given, of_a_site),
    )


def _stands_apart(tag: str, given: Mapping[str, str], of_a_site: bool) -> bool:
    running = tag == "div" and given.get("title", "").lower() in _APART_TITLES
    role = given.get("role", "").lower() in _APART_ROLES
    return (of_a_site and tag in _APART) or role or running or bool(_WORD_APART.search(given.get("style", "")))


def ended(opened: Sequence[Open], tag: str) -> int:
    """How many of the open tags are left where a tag begins."""
    left = len(opened)
    if tag not in _IN_HEAD and any(o.tag == "head" for o in opened):
        left = next(n for n, o in enumerate(opened) if o.tag == "head")
    closes, beyond = _ENDS.get(tag, (frozenset(), frozenset()))
    for n in range(left - 1, -1, -1):
        if opened[n].tag in beyond:
            break
        if opened[n].tag in closes:
            left = n
    return left


def closed(opened: Sequence[Open], tag: str) -> int:
    """How many of the open tags are left where a tag ends: it is not looked for beyond its cell."""
    for n in range(len(opened) - 1, -1, -1):
        if opened[n].tag == tag:
            return n
        if opened[n].tag in _CELLS and tag not in (
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "tfoot",
            "table",
            "body",
            "html",
        ):
            break
    return len(opened)

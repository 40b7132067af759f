"""An HTML page that needs nothing else: how its templates are read, and the policy that keeps hostile text from acting."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def environment(folder: Path = TEMPLATES) -> Environment:
    """Templates of a folder: what comes from documents is escaped, an unknown name is an error (jinja2's
    ``UndefinedError``); the filter ``safe_asset`` is for the program's own style and script alone."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["safe_asset"] = Markup
    return made


def policy(style: str, script: str = "", *, images: bool = True) -> str:
    """The content security policy of a page: only this style and script, by hash, and pictures within the page."""
    parts = [
        "default-src 'none'",
        "img-src data:" if images else "",
        f"style-src {_digest(style)}",
        f"script-src {_digest(script)}" if script else "",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(filter(None, parts))


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

"""``python -m kehoach.specimen FOLDER``: rebuilds the specimens of a corpora folder."""

from __future__ import annotations

import sys
from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.specimen import build


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("Cách dùng / usage: python -m kehoach.specimen FOLDER\n")
        return 2
    try:
        made = build(Path(arguments[0]))
    except KehoachError as error:
        sys.stderr.write(f"{error.message}\n{error.advice}\n")
        return error.exit_code
    sys.stderr.writelines(f"{path} ({path.stat().st_size // 1024} KiB)\n" for path in made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

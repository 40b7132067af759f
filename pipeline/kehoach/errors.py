"""Everything that can stop kehoach, as one tree, with the exit code and the advice of each class.

::

    KehoachError                 15  internal
    ├── UsageError                2  the command line is wrong
    ├── MissingDependency         4  an engine, its language data or a package is not installed
    ├── FileAccess                5  a file or folder cannot be read or written
    │   └── ClusterLost           5  a cluster's scheduler cannot be reached, or it has no worker
    ├── NothingToDo               6  no input matched
    ├── VersionMismatch           7  a record of another schema, a store of another version
    ├── BadInput                  8  the document itself cannot be read
    │   ├── Encrypted             8
    │   ├── Truncated             8
    │   ├── EmptyInput            8
    │   ├── NotADocument          8
    │   │   └── TooManyPages      8
    │   ├── NoVietnamese          8  no Vietnamese text in it
    │   ├── NoPdfa                8  no PDF/A copy can be made of it
    │   ├── EngineFailure         8  no page of it could be recognized
    │   ├── OutOfTime             8  it took longer than a document may
    │   ├── OutOfMemory           8  it needed more memory than a document may
    │   └── ProcessDied           8  the process that read it was killed, twice
    └── BadConfiguration          9  a setting or a rule file is wrong

A page that cannot be read is no exception: it becomes an issue of the plan, and the other pages are kept.
Exit codes that no exception carries: 0 ok, 1 audit findings at or above ``--fail-on``, 3 some documents
failed, 130 interrupted.
"""

from __future__ import annotations

from typing import ClassVar


class KehoachError(Exception):
    """Something kehoach cannot go on from. ``advice`` says what to do, in Vietnamese and English; ``page`` is the page
    concerned, where it is one page's fault."""

    exit_code: ClassVar[int] = 15
    code: ClassVar[str] = "internal"

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.page: int | None = None


class UsageError(KehoachError):
    exit_code = 2
    code = "usage"


class MissingDependency(KehoachError):
    exit_code = 4
    code = "missing_dependency"


class FileAccess(KehoachError):
    exit_code = 5
    code = "file_access"


class ClusterLost(FileAccess):
    code = "cluster_lost"


class NothingToDo(KehoachError):
    exit_code = 6
    code = "nothing_to_do"


class VersionMismatch(KehoachError):
    exit_code = 7
    code = "version_mismatch"


class BadInput(KehoachError):
    exit_code = 8
    code = "bad_input"


class Encrypted(BadInput):
    code = "encrypted"


class Truncated(BadInput):
    code = "truncated"


class EmptyInput(BadInput):
    code = "empty"


class NotADocument(BadInput):
    code = "not_a_document"


class TooManyPages(NotADocument):
    code = "too_many_pages"


class NoVietnamese(BadInput):
    code = "no_vietnamese"


class NoPdfa(BadInput):
    code = "no_pdfa"


class EngineFailure(BadInput):
    code = "engine_failure"


class OutOfTime(BadInput):
    code = "timeout"


class OutOfMemory(BadInput):
    code = "memory"


class ProcessDied(BadInput):
    code = "process_died"


class BadConfiguration(KehoachError):
    exit_code = 9
    code = "bad_configuration"


def unforeseen(error: BaseException, where: str = "") -> KehoachError:
    """An error that nobody foresaw, told in the program's way; ``where`` is the document, if it came from one."""
    return KehoachError(
        f"{where + ': ' if where else ''}Lỗi không lường trước / unexpected error: {type(error).__name__}: {error}",
        "Chạy lại bằng kehoach -v ... rồi báo lỗi kèm văn bản, nếu được / run it again as kehoach -v ... and report the "
        "error, with the document where possible",
    )

"""Files that lie elsewhere, by URL: object stores (s3://, gs://), servers (sftp://) and whatever else fsspec reaches.

Who may read and write there is told by each store's own means: its environment variables, its configuration files.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kehoach.errors import FileAccess, KehoachError, MissingDependency, UsageError

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?\[]")
_STAMPS = ("LastModified", "updated", "mtime", "last_modified", "created")
"""Under which names the stores tell when an object was written."""
_EXTRA = "pip install 'kehoach[objects]'"
_DRIVERS = {
    "s3": "s3fs",
    "s3a": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "sftp": "paramiko",
    "ssh": "paramiko",
    "abfs": "adlfs",
}
"""What fsspec needs beside itself; they are large, and nobody needs all of them."""


@dataclass(frozen=True, slots=True)
class State:
    """An object as its store describes it: size in bytes, and when it was written, in nanoseconds since 1970."""

    bytes: int | None
    modified_ns: int | None


def is_url(place: str) -> bool:
    """Whether a place is named by a URL."""
    return _URL.match(place) is not None


def content(url: str) -> bytes:
    """The content of an object.

    Raises:
        FileAccess: it is not there or may not be read.
        MissingDependency: what reaches its store is not installed.
        UsageError: there is no such kind of URL.
    """
    with _store(url) as (store, path):
        data: bytes = store.cat_file(path)
    return data


def state(url: str) -> State:
    """How an object looks now; raises what ``content`` does."""
    with _store(url) as (store, path):
        return _state(store.info(path))


def found(url: str, wanted: Callable[[str, Callable[[int], bytes]], bool]) -> tuple[list[str], bool]:
    """The URLs of the objects that a URL names, in the order of their names, and whether it names several: an object
    itself, all below a folder, or those that a pattern matches; raises what ``content`` does.

    Args:
        wanted: whether an object below a folder is meant, by its name and a function that gives its first bytes.
    """
    with _store(url) as (store, path):
        store.invalidate_cache()
        if _MAGIC.search(url):
            names = [name for name, info in store.glob(path, detail=True).items() if info["type"] == "file"]
            return [_named(url, path, name) for name in sorted(names)], True
        if store.isfile(path):
            return [url], False
        if not store.exists(path):
            raise FileNotFoundError(url)
        names = sorted(name for name in store.find(path) if not _hidden(name.removeprefix(path)))
        return [
            _named(url, path, name)
            for name in names
            if wanted(posixpath.basename(name), lambda most, name=name: store.cat_file(name, start=0, end=most))  # type: ignore[misc]
        ], True


def put(url: str, data: bytes) -> None:
    """Writes an object, whole or not at all; raises what ``content`` does."""
    with _store(url) as (store, path):
        store.makedirs(posixpath.dirname(path), exist_ok=True)
        store.pipe_file(path, data)


def _hidden(below: str) -> bool:
    return any(part.startswith(".") for part in below.split("/"))


def _named(url: str, path: str, name: str) -> str:
    """The URL of an object found below a URL: what stands before the store's own path (a server, say) is kept."""
    magic = _MAGIC.search(path)
    root = path if magic is None else path[: path.rfind("/", 0, magic.start()) + 1]
    begin = _MAGIC.search(url)
    base = url if begin is None else url[: url.rfind("/", 0, begin.start()) + 1]
    return f"{base.rstrip('/')}/{name[len(root.rstrip('/')) :].lstrip('/')}"


def _state(info: dict[str, Any]) -> State:
    stamp = next((info[name] for name in _STAMPS if info.get(name) is not None), None)
    if isinstance(stamp, str):
        try:
            stamp = datetime.fromisoformat(stamp)
        except ValueError:
            stamp = None
    seconds = stamp.timestamp() if isinstance(stamp, datetime) else stamp
    size = info.get("size")
    return State(None if size is None else int(size), None if seconds is None else int(float(seconds) * 1e9))


@contextmanager
def _store(url: str) -> Iterator[tuple[Any, str]]:
    """The store of a URL and the path in it; what the store raises is told in the program's way."""
    kind = url.partition("://")[0].lower()
    try:
        import fsspec
    except ImportError as error:
        raise _missing(kind, error) from error
    try:
        store, path = fsspec.core.url_to_fs(url)
        yield store, path
    except KehoachError:
        raise
    except ImportError as error:
        raise _missing(kind, error) from error
    except ValueError as error:
        if "Protocol not known" in str(error):
            raise UsageError(
                f"Không có loại địa chỉ này / no such kind of URL: {kind}://", "s3://, gs://, sftp://"
            ) from error
        raise _failed(url, error) from error
    except Exception as error:  # each store has exceptions of its own
        raise _failed(url, error) from error


def _missing(kind: str, error: ImportError) -> MissingDependency:
    return MissingDependency(
        f"Thiếu gói để đọc {kind}:// / what reaches {kind}:// is not installed: {error}",
        f"{_EXTRA} {_DRIVERS.get(kind, '')}".strip(),
    )


def _failed(url: str, error: Exception) -> FileAccess:
    why = "không có / not there" if isinstance(error, FileNotFoundError) else f"{type(error).__name__}: {error}"
    return FileAccess(
        f"Không đọc hoặc ghi được / cannot be read or written: {url}: {why}",
        "Kiểm tra địa chỉ, quyền và mạng / check the URL, the permission and the network",
    )

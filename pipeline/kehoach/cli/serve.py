"""``kehoach serve``: the archive in the browser."""

from __future__ import annotations

import getpass
import ipaddress
import os
import secrets
import webbrowser
from dataclasses import replace
from pathlib import Path

import click

from kehoach.cli import console
from kehoach.cli.archive import opened
from kehoach.cli.settings import configured, folder_of, options, reading_settings
from kehoach.corpus import Corpus
from kehoach.corpus.files import recognized_pages
from kehoach.errors import FileAccess, UsageError
from kehoach.processes import Limits
from kehoach.web.settings import LOOPBACK, Settings

PASSWORD = "KEHOACH_SERVE_PASSWORD"
_SHORTEST = 8


@click.command("serve", short_help="Mở kho trong trình duyệt / the archive in the browser")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ / address to listen on")
@click.option("--port", default=8321, show_default=True, type=click.IntRange(0, 65535), help="Cổng, 0 là tự chọn / port, 0 for any free one")  # fmt: skip
@click.option("--password-file", metavar="FILE", help=f"Tệp chứa mật khẩu (hoặc biến {PASSWORD}) / file that holds the password (or {PASSWORD})")  # fmt: skip
@click.option("--token", is_flag=True, help="Tự tạo mật khẩu dùng một lần chạy / make a password for this run")
@click.option("--largest-upload", default=100, show_default=True, type=click.IntRange(1, 4096), metavar="MB", help="Dung lượng tối đa mỗi lần nạp / most that is taken at once")  # fmt: skip
@click.option("--open", "show", is_flag=True, help="Mở trình duyệt / open the browser")
@options(
    "store", "document_timeout", "memory_limit", "mode", "jobs", "rules", "engine", "languages", "dpi", "page_timeout",
    "cache",
)  # fmt: skip
def command(
    host: str, port: int, password_file: str | None, token: bool, largest_upload: int, show: bool,
    **flags: object,
) -> int:  # fmt: skip
    """Xem, tìm, rà soát, kiểm tra kế hoạch trong trình duyệt. Mặc định chỉ máy này vào được.

    \b
    Mở cho máy khác thì phải có mật khẩu. Dừng bằng Ctrl-C.
    Look at, search, review and audit plans in the browser. By default only this machine can reach it; for others a
    password is demanded. Ctrl-C ends it.
    """
    chosen = configured(flags)
    password = _password(password_file, token)
    local = _is_loopback(host)
    if password is None and not local:
        raise UsageError(
            f"Mở ra ngoài máy này ({host}) phải có mật khẩu / a password is needed to be reached from elsewhere",
            f"--token, --password-file FILE, {PASSWORD}=...",
        )
    limits = Limits(seconds=chosen["document_timeout"], bytes=chosen["memory_limit"] * 1_000_000)
    settings = Settings(
        password=password, hosts=LOOPBACK | {host} if local else None, name=_user() if password is None else "",
        reading=reading_settings(chosen), rules=folder_of(chosen), largest_upload=largest_upload * 1024 * 1024, limits=limits,
    )  # fmt: skip
    with opened(chosen, create=True) as archive:
        if dict(chosen)["cache"].origin == "default":
            settings = replace(settings, reading=replace(settings.reading, cache=recognized_pages(archive.folder)))
        _serve(archive, settings, host, port, password if token else None, show)
    return 0


def _serve(archive: Corpus, settings: Settings, host: str, port: int, told: str | None, show: bool) -> None:
    import uvicorn

    from kehoach.web.app import application

    config = uvicorn.Config(
        application(archive, settings), host=host, port=port, log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=3,
    )  # fmt: skip
    try:
        listener = config.bind_socket()
        listener.listen()
    except SystemExit:
        raise FileAccess(
            f"Không mở được cổng {port} / the port cannot be opened: {host}:{port}", "--port 0, --port N"
        ) from None
    name = f"[{host}]" if ":" in host else host
    url = f"http://{name}:{listener.getsockname()[1]}/"
    console.say(f"kehoach: {url}" + (f"   mật khẩu / password: {told}" if told else ""))
    console.say("Ctrl-C để dừng / to stop")
    if show:
        webbrowser.open(url)
    uvicorn.Server(config).run(sockets=[listener])


def _password(file: str | None, token: bool) -> str | None:
    """The password from where it is given.

    Raises:
        FileAccess: its file cannot be read.
        UsageError: it is too short.
    """
    if file is not None:
        try:
            told: str | None = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise FileAccess(f"Không đọc được tệp mật khẩu / the password file cannot be read: {file}") from error
    elif token:
        return secrets.token_urlsafe(12)
    else:
        told = os.environ.get(PASSWORD)
    if told is not None and len(told) < _SHORTEST:
        raise UsageError(f"Mật khẩu quá ngắn, ít nhất / the password is too short, at least: {_SHORTEST}", "--token")
    return told


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""

"""``kehoach show``: one plan of an archive."""

from __future__ import annotations

import webbrowser
from typing import Any

import click

from kehoach import reading
from kehoach.cli import console
from kehoach.cli.archive import opened
from kehoach.cli.render import renderer
from kehoach.cli.search import heading
from kehoach.cli.settings import configured, options
from kehoach.corpus import Corpus, Filter
from kehoach.errors import FileAccess
from kehoach.model.document import Source
from kehoach.model.plan import Plan

_NO_DATA = b""


@click.command("show", short_help="Xem một kế hoạch trong kho / show a plan of an archive")
@click.argument("plan_id", type=int, metavar="ID")
@click.option("-t", "--to", type=click.Choice(["md", "json", "html", "metadata"]), default="md", help="Dạng kết quả / form of the result")  # fmt: skip
@click.option("--as-read", is_flag=True, help="Như máy đọc, không tính chỉnh sửa / as it was read, without corrections")
@click.option("--original", is_flag=True, help="Mở tệp gốc / open the original file")
@options("store", "rules")
def command(plan_id: int, to: str, as_read: bool, original: bool, **flags: Any) -> int:
    """Xem kế hoạch số ID: nội dung, các bản cùng kế hoạch, nơi lưu tệp gốc, những chỗ người soát đã sửa.

    Shows a plan: content, other manifestations of the work, where its file is, what people corrected.
    """
    with opened(configured(flags)) as archive:
        found = archive.original(plan_id)
        if original:
            if found.path is None:
                raise FileAccess(
                    f"Không còn tệp gốc / the original is gone: {', '.join(found.known)}",
                    "Đưa lại vào kho với / ingest it again with: --keep",
                )
            webbrowser.open(found.path.absolute().as_uri())
            return 0
        plan = archive.plan(plan_id) if as_read else archive.corrected(plan_id).plan
        console.data(renderer((to,))(plan, _source(plan, found.path))[to])
        _about(archive, plan_id)
    return 0


def _source(plan: Plan, path: Any) -> Source:
    """The plan's file, for the pictures of its pages; without them where it is gone."""
    if path is not None:
        return reading.source(path)
    return Source(plan.source.path, plan.source.sha256, plan.source.media_type, _NO_DATA)


def _about(archive: Corpus, plan_id: int) -> None:
    """What the archive knows beside the record, on stderr."""
    entry, found = archive.entry(plan_id), archive.original(plan_id)
    console.say(heading(entry))
    for path in found.known:
        console.say(f"       {path}{'' if found.path else ' (không còn / gone)'}")
    for other in archive.list(Filter(work=entry.work_id)).entries:
        if other.id != plan_id:
            alike = f" {other.similarity:.2f}" if other.similarity else ""
            console.say(
                f"       cùng kế hoạch / same work: {other.id} {other.form}, {other.copy_state}{alike}: {other.file}"
            )
    for said in archive.corrections(plan_id):
        gone = " (đã bỏ / undone)" if said.undone_at else ""
        console.say(f"       {said.at} {said.by}: {said.state} {said.fact_id} {said.field or ''} = {said.new}{gone}")

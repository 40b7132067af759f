"""Searchable copies beside an archive: made once, validated, known by their hash; or it is told why there is none."""

from __future__ import annotations

import hashlib
import io
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from kehoach.corpus import Corpus, database
from kehoach.corpus.survey import Choice
from kehoach.corpus.tables import copies, documents
from kehoach.corpus.told import Told
from kehoach.corpus.verify import files_checked
from tests.conftest import PLAN_TEXT, REPOSITORY
from tests.corpus.test_ingest import OPTIONS, box, taken_in

pytest.importorskip("pikepdf.pdfa")
DIGITAL = REPOSITORY / "corpora" / "ubnd-quang-tri-2021" / "digital.pdf"


def unkeepable(folder: Path) -> Path:
    """A plan with something that the validator does not know."""
    with pikepdf.open(DIGITAL) as opened:
        opened.pages[0].resources.Shading = pikepdf.Dictionary(X=pikepdf.Dictionary(ShadingType=2))
        opened.save(folder / "shaded.pdf")
    return folder / "shaded.pdf"


def test_copies_are_made_and_told(tmp_path: Path, archive: Corpus) -> None:
    good = Path(shutil.copy(DIGITAL, tmp_path / "kế hoạch.pdf"))
    paths = [good, unkeepable(tmp_path), *box(tmp_path, text=PLAN_TEXT)]
    original = good.read_bytes()
    taken_in(archive, paths)
    options = replace(OPTIONS, searchable_to=str(tmp_path / "pdfa"), choice=Choice(copies=True))

    def again(retry: str = "none") -> tuple[int, int, list[Told]]:
        asked = replace(options, choice=replace(options.choice, retry=retry))
        report, told = taken_in(archive, paths, asked)
        return report.done, report.uncopied, told

    done, uncopied, told = again()
    assert (done, uncopied) == (3, 1)
    assert [one.copy_failure.code for one in told if one.copy_failure] == ["no_pdfa"]
    assert again()[:2] == (0, 0)
    assert again("no_pdfa")[:2] == (1, 1)
    with archive.engine.connect() as connection:
        query = sa.select(copies, documents.c.sha256.label("original")).join(documents).order_by(documents.c.id)
        rows = connection.execute(query).all()
    assert [row.failure for row in rows] == [None, "no_pdfa", "no_pages"]
    made = Path(rows[0].place)
    assert [made] == list((tmp_path / "pdfa").iterdir()) and made.name.startswith("kế hoạch.")
    assert hashlib.sha256(made.read_bytes()).hexdigest() == rows[0].sha256 != rows[0].original
    assert good.read_bytes() == original
    with pikepdf.open(io.BytesIO(made.read_bytes())) as opened, opened.open_metadata() as metadata:
        assert metadata.pdfa_status == "2B"
    assert not [doubt for checked in files_checked(archive) for doubt in checked.doubts]
    made.write_bytes(b"other")
    assert {d.trouble for checked in files_checked(archive) for d in checked.doubts} == {"copy_changed"}


def test_an_archive_of_the_first_form_is_brought_up(tmp_path: Path) -> None:
    url = database.url_of(tmp_path / "old.db")
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).with_name("migrations")))
    with sa.create_engine(url).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with Corpus.open(tmp_path / "old.db") as archive, archive.engine.connect() as connection:
        assert connection.execute(sa.select(copies)).all() == []

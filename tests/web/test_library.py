"""The library: facets, search, addresses."""

from __future__ import annotations

import pytest

from tests.web.conftest import Client


@pytest.mark.parametrize(
    ("address", "shown", "hidden"),
    [
        ("/", ("77/KH-SCT", "15/KH-TĐKT"), ()),
        ("/?q=chuyen+doi+so", ("15/KH-TĐKT", "<mark>chuyển đổi số</mark>"), ("77/KH-SCT",)),
        ("/?year=2022", ("77/KH-SCT",), ("15/KH-TĐKT",)),
        ("/?year=2022&year=2023&province=83", ("77/KH-SCT", "Bến Tre"), ("15/KH-TĐKT",)),
        ("/?q=khong+co+dau", ("Không có kế hoạch nào phù hợp",), ("77/KH-SCT", "15/KH-TĐKT")),
        ("/?year=1900", ("Không có kế hoạch nào phù hợp",), ("77/KH-SCT",)),
    ],
)
def test_the_address_says_what_is_shown(
    client: Client, address: str, shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    answer = client().get(address)
    assert answer.status_code == 200
    body = answer.text.partition("<main")[2]
    assert [word for word in shown if word not in body] == []
    assert [word for word in hidden if word in body] == []


@pytest.mark.parametrize("address", ["/?year=x", "/?order=x", "/?after=x", "/?q=%3F%3F", "/plans/99", "/nowhere"])
def test_wrong_addresses_are_told_politely(client: Client, address: str) -> None:
    answer = client().get(address, headers={"accept": "text/html"})
    assert 400 <= answer.status_code < 500
    assert "<main" in answer.text


def test_the_language_is_kept(client: Client) -> None:
    reader = client()
    assert 'lang="vi"' in reader.get("/").text
    answer = reader.get("/language/en?next=/plans/1", follow_redirects=False)
    assert answer.headers["location"] == "/plans/1"
    assert "Library" in reader.get("/").text


@pytest.mark.parametrize("place", ["//else.where", "https://else.where", "/\\else.where", "else"])
def test_no_address_leads_elsewhere(client: Client, place: str) -> None:
    answer = client().get("/language/en", params={"next": place}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_plan_shows_its_record(client: Client) -> None:
    page = client().get("/plans/1").text
    assert all(word in page for word in ("77/KH-SCT", "Sở Công Thương", 'data-fact="document.number"', "KH101"))


def test_downloads_are_saved_under_the_number(client: Client) -> None:
    reader = client()
    for end, kind in (("record.json", "application/json"), ("plan.xlsx", "sheet"), ("audit.html", "text/html")):
        answer = reader.get(f"/plans/1/{end}")
        assert answer.status_code == 200
        assert kind in answer.headers["content-type"]
        assert answer.headers["content-disposition"].startswith('attachment; filename="77-KH-SCT')

"""What the check writes: read as data, and as a page by anybody."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest
from lxml import html

from portal.errors import BuildError
from portal.mirrors import record, table
from portal.mirrors.record import Note, Outcome, Past
from portal.verify.statement import Statement
from tests.test_mirrors_judging import copy, holds

TODAY = dt.date(2026, 12, 1)
HOSTILE = '<script>alert(1)</script>\u202e\x1b[2J « a » : b'


def outcome(
    name: str, status: str, since: str = "2026-12-01", *notes: Note, stated: Statement | None = None
) -> Outcome:
    return Outcome(copy(name), status, since, stated, 7, 3, notes)


OUTCOMES = [
    outcome("modifiee", "modifiée", "2026-12-01", Note("error", "file-altered", HOSTILE, "Modifié.", 3)),
    outcome("retard", "en retard", "2026-11-20", stated=holds(6).statement),
    outcome("bonne", "à jour", stated=holds(7).statement),
    outcome("perdue", "injoignable", "2026-10-01"),
]


@pytest.fixture
def out(root: Path, tmp_path: Path) -> Path:
    table.write(root, tmp_path / "out", OUTCOMES, {7: "7", 6: "6"}, 7, TODAY)
    return tmp_path / "out"


def test_the_page(out: Path) -> None:
    page = html.document_fromstring((out / "copies.html").read_bytes())
    assert page.get("lang") == "fr" and page.get("dir") == "ltr"
    assert not page.xpath("//script | //style | //@style | //*[starts-with(name(@*), 'on')]")
    assert page.xpath("count(//main)") == page.xpath("count(//h1)") == page.xpath("count(//table/caption)") == 1
    assert set(page.xpath("//th/@scope")) == {"col"}
    heads = page.xpath("//th/text()")
    assert all(row.xpath("td/@data-label") == heads for row in page.xpath("//tbody/tr"))
    # The copies to go to come first, and only those are links.
    assert page.xpath("//tbody/tr/td[2]/strong/text()") == ["à jour", "en retard", "injoignable", "modifiée"]
    assert page.xpath("//tbody//a/@href") == ["https://bonne.example/", "https://retard.example/"]
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    text = page.text_content().replace("\u00a0", " ")
    assert "1er décembre 2026" in text and "bonne jusqu’au 1er janvier 2027" in text
    assert "\u202e" not in text and "\x1b" not in text and "(3 fichiers.)" in text
    assert "copies.example" not in text


def test_languages_have_their_names(root: Path, tmp_path: Path) -> None:
    kept = dataclasses.replace(OUTCOMES[2], copy=dataclasses.replace(copy("bonne"), languages=("fr", "ar", "xx")))
    table.write(root, tmp_path, [OUTCOMES[1], kept], {}, 7, TODAY)
    page = html.document_fromstring((tmp_path / "copies.html").read_bytes())
    assert page.xpath("//td[@data-label='Langues']//text()") == ["Français, العربية, xx", "toutes"]


def test_a_long_story_is_cut(root: Path, tmp_path: Path) -> None:
    notes = [Note("error", "file-altered", f"fr/{n}.html", "Modifié.", 1) for n in range(20)]
    long = outcome("longue", "modifiée", "2026-12-01", *notes)
    table.write(root, tmp_path, [long], {}, 7, TODAY)
    page = html.document_fromstring((tmp_path / "copies.html").read_bytes())
    assert page.xpath("//tbody//li/text()")[7:] == ["fr/7.html\u00a0: Modifié.", "… et 12 autres constats."]
    assert len(json.loads((tmp_path / "mirrors.json").read_text("utf-8"))["copies"][0]["findings"]) == 20
    assert list(table.lines([long], TODAY))[9] == "  … et 12 autres constats, dans mirrors.json"


def test_its_addresses_are_in_the_site(out: Path, root: Path) -> None:
    page = html.document_fromstring((out / "copies.html").read_bytes())
    sheets = page.xpath("//link/@href")
    assert sheets and all((root / "portal" / "theme" / sheet.removeprefix("../")).is_file() for sheet in sheets)
    assert (root / "docs" / "fr" / "fabrication" / "copies.md").is_file()


def test_the_fragment_is_the_table_of_the_page(out: Path) -> None:
    fragment = (out / "copies-tableau.html").read_text("utf-8").strip()
    assert fragment.startswith("<table>") and fragment.endswith("</table>")
    assert fragment in (out / "copies.html").read_text("utf-8")


def test_same_facts_same_bytes(out: Path, root: Path, tmp_path: Path) -> None:
    paths = table.write(root, tmp_path / "again", OUTCOMES, {6: "6", 7: "7"}, 7, TODAY)
    assert [path.name for path in paths] == ["mirrors.json", "copies.html", "copies-tableau.html"]
    assert all(path.read_bytes() == (out / path.name).read_bytes() for path in paths)
    assert sorted(file.name for file in out.iterdir()) == sorted(path.name for path in paths)


def test_the_data(out: Path) -> None:
    data = json.loads((out / "mirrors.json").read_text("utf-8"))
    assert [copy["status"] for copy in data["copies"]] == [one.status for one in OUTCOMES]
    assert (data["format"], data["checked"], data["newest"]) == (1, "2026-12-01", 7)
    assert data["editions"] == {"6": "6", "7": "7"}
    assert data["copies"][0]["findings"][0] | {"message": ""} == {
        "level": "error", "code": "file-altered", "path": HOSTILE, "message": "", "count": 3,
    }  # fmt: skip
    past = record.load(out / "mirrors.json")
    assert past.editions == {6: "6", 7: "7"} and set(past.highest.values()) == {7}
    assert past.status["https://perdue.example/"] == ("injoignable", "2026-10-01")


def test_the_report() -> None:
    lines = list(table.lines(OUTCOMES, TODAY))
    assert lines[0] == "modifiée\u00a0: modifiee, https://modifiee.example/ (aucune édition lue)"
    assert lines[2] == "  Retirez-la de la liste, et prévenez modifiee@copies.example."
    assert lines[4] == "  Ainsi depuis 11 jours. Contact\u00a0: retard@copies.example."
    assert lines[-1] == "  Ainsi depuis 61 jours\u00a0: retirez-la de la liste."
    assert not any("\x1b" in line or "\u202e" in line for line in lines)
    [_, month] = table.lines([outcome("a", "périmée", "2026-10-30")], TODAY)
    assert month == "  Ainsi depuis 32 jours\u00a0: écrivez à a@copies.example."


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "editions": {"a": 1}, "copies": []}'])
def test_a_damaged_record_is_no_past(tmp_path: Path, text: str) -> None:
    (tmp_path / "mirrors.json").write_text(text, "utf-8")
    with pytest.raises(BuildError) as caught:
        record.load(tmp_path / "mirrors.json")
    assert "mirrors.json" in str(caught.value) and caught.value.remedy


def test_no_record_is_an_empty_past(tmp_path: Path) -> None:
    assert record.load(tmp_path / "mirrors.json") == Past()

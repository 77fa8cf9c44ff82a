"""The copies to understand: complete, of the same structure as the French, and known to be stale when it changes."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from checker.letters import kinds, letter, letters, rendering
from checker.letters.companion import copies
from checker.letters.language import languages
from checker.letters.rendering import stale, template_source
from portal.runtime.inside.letters import PEOPLE, TYPED, request

NAMES = [kind.id for kind in kinds.ALL]
PARTS = ["_identite", "_dossier", "_depot", "_depot_juge", "_pieces"]
BOTH = [(name, lang) for name in [*NAMES, *PARTS] for lang in copies()]


def source(lang: str, name: str) -> str:
    found = template_source(lang, f"{name}.j2")
    assert found, (lang, name)
    return found


def tags(text: str) -> Counter[str]:
    """Every expression and statement, without the words of the references."""
    found = re.findall(r"\{%[-+]?\s*(.*?)\s*[-+]?%\}|\{\{\s*(.*?)\s*\}\}", text)
    return Counter(re.sub(r'(ref\("[^"]+"), "[^"]+"\)', r"\1)", "".join(pair)) for pair in found)


def articles(text: str) -> set[str]:
    """Articles, and numbers of decisions and of texts, in any language."""
    words = re.findall(r"[LRD]\.\*? ?\d[\d-]*|\d\d-\d\d\.\d{3}|n° ?\d+|RA-\d{4}-\d+|IOMV\w+|F\d{5}", text)
    return {word.replace(" ", "") for word in words}


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_same_structure(name: str, lang: str) -> None:
    assert tags(source(lang, name)) == tags(source("fr", name))


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_same_references(name: str, lang: str) -> None:
    assert articles(source(lang, name)) == articles(source("fr", name))


@pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in NAMES for lang in copies()])
def test_up_to_date(name: str, lang: str) -> None:
    assert not stale(name, lang), f"{lang}/{name}.j2 translates another state: needs {rendering.fingerprint(name)}"


def test_stale_when_the_french_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = rendering.template_source

    def changed(lang: str, name: str) -> str | None:
        found = kept(lang, name)
        return f"{found}." if found and lang == "fr" and name == "_depot.j2" else found

    monkeypatch.setattr(rendering, "template_source", changed)
    assert rendering.stale("prefet_api", "en")
    assert not rendering.stale("motifs", "en")


def sizes(block: dict[str, Any]) -> int:
    return len(block["items"] or ())


def typed(entry: dict[str, Any]) -> dict[str, str]:
    return {f["id"]: f["options"][0]["id"] if f["options"] else TYPED[f["kind"]] for f in entry["fields"]}


def test_every_letter_has_its_copies() -> None:
    for person in PEOPLE:
        asked = request(person)
        for entry in letters(asked)["letters"]:
            if entry["blocked"]:
                continue
            fields = typed(entry)
            for lang in copies():
                language = languages()[lang]
                made = letter({"request": asked, "id": entry["id"], "fields": fields, "copy": lang})
                copy = made["companion"]
                assert copy["dir"] == language.dir
                assert copy["reviewed"] is False
                assert copy["stale"] is False
                assert copy["notice"] == language.notice
                assert [block["kind"] for block in copy["blocks"]] == [block["kind"] for block in made["blocks"]]
                assert list(map(sizes, copy["blocks"])) == list(map(sizes, made["blocks"]))


def test_unknown_language_has_no_copy() -> None:
    entry = next(e for e in letters(request("three months"))["letters"] if e["id"] == "defenseur_des_droits")
    fields = {f["id"]: "non" if f["id"] == "recours" else "2026" for f in entry["fields"] if f["required"]}
    made = letter({"request": request("three months"), "id": entry["id"], "fields": fields, "copy": "../fr"})
    assert made["errors"] == []
    assert made["companion"] is None

"""What a host reads of an edition before it is put in use."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from portal.mirrors.changes import CATALOGUE, in_law
from portal.mirrors.page_changes import in_pages
from tests.mirror_folder import CATALOGUE as DATA
from tests.mirror_folder import SOURCES

SAME = ["Droit : mêmes règles, mêmes sources."]


def lines(change: Callable[[dict[str, Any], list[Any]], object]) -> list[str]:
    """What `change`, of the catalogue and of the sources, makes say."""
    catalogue, sources = copy.deepcopy(DATA), copy.deepcopy(SOURCES)
    change(catalogue, sources)
    return in_law(reader(DATA, SOURCES), reader(catalogue, sources))


def reader(catalogue: Any, sources: Any) -> Callable[[str], bytes]:
    return lambda name: json.dumps(catalogue if name == CATALOGUE else {"sources": sources}).encode()


def case(catalogue: dict[str, Any]) -> dict[str, Any]:
    return catalogue["rights"][0]["cases"][0]


def test_nothing() -> None:
    assert lines(lambda catalogue, sources: None) == SAME
    assert lines(lambda catalogue, sources: catalogue.update(rules="1")) == [
        "Droit : les règles changent, mais ni les réponses ni les sources : lisez le journal de l’édition."
    ]


def test_outcome() -> None:
    assert lines(lambda catalogue, sources: case(catalogue).update(outcome="disputed", because="Juge")) == [
        "Droit « Votre séjour », réponse « Oui, restez » : « Oui » devient « Discuté »"
    ]


def test_words_of_an_answer() -> None:
    assert lines(lambda catalogue, sources: case(catalogue).update(because="Juge", until="un an")) == [
        "Droit « Votre séjour », réponse changée : « Oui, restez » (raison, durée)"
    ]


def test_answers_added_and_removed() -> None:
    other = {"id": "b", "outcome": "disputed", "headline": "Peut-être"}
    assert lines(lambda catalogue, sources: catalogue["rights"][0].update(cases=[other])) == [
        "Droit « Votre séjour », réponse ajoutée : « Peut-être » (Discuté)",
        "Droit « Votre séjour », réponse retirée : « Oui, restez » (Oui)",
    ]


def test_rights_added_and_removed() -> None:
    assert lines(lambda catalogue, sources: catalogue.update(rights=[{"id": "n", "title": "Travail"}])) == [
        "Droit, ajout : « Travail »",
        "Droit, retrait : « Votre séjour »",
    ]


def test_other_parts() -> None:
    assert lines(lambda catalogue, sources: catalogue.update(deadlines=[{"id": "d", "title": "Recours"}])) == [
        "Délai, ajout : « Recours »"
    ]


def test_sources() -> None:
    assert lines(lambda catalogue, sources: sources[0].update(read_on="2027-01-01", url="https://a.org/")) == [
        "Source, changement : « CESEDA, art. L. 411-2 » (date de lecture, adresse)"
    ]


def test_unreadable() -> None:
    for raw in (b"", b"{", b"[]"):
        assert "rien n’a été comparé" in in_law(lambda name, raw=raw: raw, reader(DATA, SOURCES))[0]


def test_pages() -> None:
    old = {"fr/a.html": "1", "fr/b.html": "1", "es/a.html": "1", "sw.js": "1", "fr/a.json": "1"}
    new = {"fr/a.html": "2", "fr/c.html": "1", "es/a.html": "1", "sw.js": "1", "fr/a.json": "2"}
    assert in_pages(old, new, ["fr", "es"]) == [
        "Pages en « fr » : 1 changées sur 2, 1 de plus, 1 de moins",
        "  + fr/c.html",
        "  - fr/b.html",
        "Autres fichiers : 1 changées sur 2, 0 de plus, 0 de moins",
    ]
    assert in_pages(old, old, ["fr"]) == ["Pages : aucune ne change."]


def test_many_pages() -> None:
    made = in_pages({}, {f"fr/{number:02}.html": "" for number in range(30)}, ["fr"])
    assert len(made) == 12
    assert made[-1] == "  + … et 20 autres"

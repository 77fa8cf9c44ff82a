"""The page of an edition: every fact a reader compares, whatever the keys, and no word that says more than it can."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from portal.pages import environment
from portal.release import layout
from portal.release.keys import member
from portal.verify.keysets import Key

KEYS = (
    member("juriste", "avocate", "ssh-ed25519 AAAAC3Nza", "2026-11-01", "2028-11-01"),
    member("permanence", "association", "ssh-ed25519 AAAAC3Nzb", "2026-11-01", "2028-11-01"),
)
FACTS = {
    "number": "7",
    "fingerprints": {"Français": "3f2a 90b1 77c4 0e5d", "العربية": "0123 4567 89ab cdef"},
    "folders": [("", 4, 12_345), ("fr", 1_234, 5_678_901)],
    "files": 1_238,
    "size": 5_691_246,
}


@pytest.fixture(scope="module")
def env(root: Path) -> Any:
    return environment(root)


def page(env: Any, **facts: Any) -> html.HtmlElement:
    shared = env.globals["site"].context(layout.PAGE, index=False, title="Titre", description="D", summary="Résumé.")
    text = env.get_template("edition.html").render(**shared, **FACTS, **facts)
    return html.document_fromstring(text)


def words(tree: html.HtmlElement) -> str:
    return " ".join(tree.find(".//main").text_content().replace("\u00a0", " ").split())


def test_every_fact_is_there(env: Any) -> None:
    said = words(page(env, keys=KEYS, threshold=2))
    assert "Numéro : 7" in said and "À jeter après le :" in said
    assert all(value in said and name in said for name, value in FACTS["fingerprints"].items())  # type: ignore[attr-defined]
    assert "1 238 fichiers, 5 691 246 octets" in said and "fr1 2345 678 901" in said
    assert "juriste (avocate), du 1er novembre 2026 au 1er novembre 2028 : ssh-ed25519 AAAAC3Nza" in said
    assert "Il faut 2 signatures" in said


def test_without_keys_it_says_that_nothing_is_signed(env: Any) -> None:
    said = words(page(env, keys=(), threshold=0))
    assert "n’est pas signée" in said and "Il faut" not in said


@pytest.mark.parametrize("keys", [(), KEYS])
def test_it_never_says_that_the_copy_is_true(env: Any, keys: tuple[Key, ...]) -> None:
    said = words(page(env, keys=keys, threshold=len(keys)))
    assert "ne peut pas prouver qu’elle est vraie" in said and "authentique" not in said


def test_links_hold_in_any_folder(env: Any) -> None:
    tree = page(env, keys=(), threshold=0)
    assert "../fr/fabrication/verifier-une-copie.html" in tree.xpath("//main//a/@href")
    assert not [href for href in tree.xpath("//@href") if href.startswith(("/", "http")) and "canonical" not in href]

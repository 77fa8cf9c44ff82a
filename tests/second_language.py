"""A second language, in which each text is its French between ⟦ and ⟧, and a project that has it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from checker import translation
from portal.languages import catalogue, fingerprint
from portal.languages.catalogue import Entry

LANG = "xx"

# What a response holds beside words: names, dates, addresses. Sources are cited and quoted in French.
NAMES = {
    "id", "status", "before", "to", "date", "today", "relevant", "page", "remedy", "letter", "question", "field",
    "route", "kind", "file", "copies", "citation", "quote", "confidence", "read_on", "url",
}  # fmt: skip


def marked(texts: Mapping[str, str]) -> dict[str, str]:
    return {key: f"⟦{text}⟧" for key, text in texts.items()}


def outside(text: str) -> str:
    """What stands outside the signs of the language."""
    depth, found = 0, ""
    for character in text:
        depth -= character == "⟧"
        found += character if depth == 0 and character != "⟧" else ""
        depth += character == "⟦"
    return found.replace("⟦", "").strip()


def bare(value: Any) -> Any:
    """``value`` without the signs of the language."""
    if isinstance(value, str):
        return value.replace("⟦", "").replace("⟧", "")
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items()}
    return [bare(item) for item in value] if isinstance(value, list) else value


def said(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a response, with the key that holds it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from said(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from said(item, name)
    elif isinstance(value, str):
        yield name, value


def check(french: dict[str, Any], other: dict[str, Any], names: set[str] = NAMES) -> None:
    """The same response in both languages: nothing differs but the words, and nothing is read in French."""
    assert bare(other) == french
    for name, text in said(other):
        if name in names:
            assert "⟦" not in text, (name, text)
        else:
            assert not outside(text), (name, text)


def project(root: Path, to: Path) -> Path:
    """A copy of the French pages of ``root`` with the language; the rest is linked."""
    others = set(catalogue.languages(root)) - {"fr"}
    shutil.copytree(
        root / "docs", to / "docs", ignore=lambda folder, names: others if Path(folder) == root / "docs" else ()
    )
    (to / "portal").symlink_to(root / "portal")
    for kind in catalogue.KINDS:
        french = catalogue.french(to, kind)
        said = {**marked(french), **({"dir": "ltr"} if "dir" in french else {})}
        catalogue.write(to, LANG, kind, {key: Entry(fingerprint.of(french[key]), text) for key, text in said.items()})
    return to


@contextmanager
def installed(lang: str, words: Mapping[str, str]) -> Iterator[None]:
    """The checker answers in ``lang`` until the end of the block, and in no other language than French."""
    with pytest.MonkeyPatch.context() as patch:
        for registry in ("_bases", "_words"):
            patch.setattr(translation, registry, {})
        translation.install(lang, words)
        yield

"""The rules in a second language, in everything that is written once for all: the form, the static pages, the file of
the browser. No French is left but what stays French on purpose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from checker import translation
from checker.translation import texts
from portal import checker_form, decisions, pages, takeaway
from portal.languages import catalogue, rules
from tests.second_language import LANG, marked, outside, project

# Cited and quoted in French; drawings are of French papers. How a source was read is worded by portal/pages.py.
FRENCH = ".//*[@lang='fr'] | .//svg | .//*[starts-with(@class, 'source-note')]"


@pytest.fixture(scope="module")
def second(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project with the language, which has everything."""
    with pytest.MonkeyPatch.context() as patch:
        for registry in ("_bases", "_words"):
            patch.setattr(translation, registry, {})
        patch.setattr(pages.Site, "whole", lambda self, lang: lang if lang == LANG else "fr")
        yield project(root, tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def written(second: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the static pages of both languages."""
    site = tmp_path_factory.mktemp("site")
    decisions.write(second, site, pages.environment(second))
    return site


def plain(text: str) -> str:
    """A text without the signs of the language, whatever its spaces."""
    return text.replace("⟦", "").replace("⟧", "").replace("\u00a0", " ")


def test_french_needs_no_words(root: Path) -> None:
    assert rules.words(root, "fr") == {}


def test_every_text_has_its_words_and_its_spacing(second: Path) -> None:
    said = rules.words(second, LANG)
    assert said.keys() == texts().keys()
    assert {key: plain(text) for key, text in said.items()} == {key: plain(text) for key, text in texts().items()}


def test_a_catalogue_with_another_place_is_refused(second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {**marked(texts()), "phrase.jusqu_au": "⟦{date}⟧"}
    monkeypatch.setattr(rules, "catalogued", lambda *_: wrong)
    with pytest.raises(ValueError, match=r"\w+: phrase\.jusqu_au: its places"):
        rules.install(second)


def test_the_browser_gets_the_words_of_other_languages(second: Path, tmp_path: Path) -> None:
    for lang in catalogue.languages(second):
        (tmp_path / lang).mkdir()
    made = {path.relative_to(tmp_path).as_posix() for path in takeaway.write(second, tmp_path)}
    others = catalogue.languages(second)[1:]
    assert {name for name in made if name.endswith(takeaway.RULES)} == {f"{lang}/{takeaway.RULES}" for lang in others}
    assert json.loads((tmp_path / LANG / takeaway.RULES).read_text("utf-8")) == rules.words(second, LANG)


def test_the_form_asks_in_the_language(second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: dict[str, Any] = {"variants": {"small": {"total": {"br": 1}}}}
    monkeypatch.setattr("portal.runtime.sizes", lambda root: sizes)
    for group in checker_form.context(second, LANG)["groups"]:
        for question in group["questions"]:
            said = [question["text"], question["help"], *(date["text"] for date in question["dates"])]
            said += [text for option in question["options"] for text in (option["text"], option["help"])]
            assert not any(outside(text) for text in said)


def test_static_pages_are_the_same_in_both_languages(written: Path) -> None:
    """The same files, links and statuses, and no word of the rules that is not translated."""
    folders = [written / lang / "q" for lang in ("fr", LANG)]
    french, other = ([path.name for path in sorted(folder.iterdir())] for folder in folders)
    assert french == other and len(french) > 1000
    assert (folders[0] / "arbre.json").read_bytes() == (folders[1] / "arbre.json").read_bytes()
    for name in french[::7]:
        if name.endswith(".html"):
            ours, theirs = (html.parse(str(folder / name)).getroot().find(".//article") for folder in folders)
            assert [a.get("href") for a in choices(ours)] == [a.get("href") for a in choices(theirs)]
            assert statuses(ours) == statuses(theirs)
            assert untranslated(theirs) == [], name


def choices(article: html.HtmlElement) -> list[html.HtmlElement]:
    return article.xpath(".//ul[@class='choices']//a | .//a[contains(@class, 'more')]")


def statuses(article: html.HtmlElement) -> list[str]:
    return [node.get("class") for node in article.xpath(".//span[starts-with(@class, 'status ')]")]


def untranslated(article: html.HtmlElement) -> list[str]:
    """The texts that hold a letter outside the signs of the language."""
    for node in article.xpath(FRENCH):
        node.drop_tree()
    return [text for text in article.xpath(".//text()") if any(map(str.isalpha, outside(text)))]

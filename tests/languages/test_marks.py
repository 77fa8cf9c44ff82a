"""French words are told apart in every script; nothing else changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from portal.languages.marks import mark_french

NBSP = "\u00a0"


def marked(text: str, name: str) -> str:
    root = html.fragment_fromstring(text, create_parent="div")
    mark_french(root, name)
    return html.tostring(root, encoding="unicode")


def test_latin_words_of_an_arabic_text() -> None:
    said = marked("<p>وصل « récépissé » (API، art. R. 431-5) حتى 3 أشهر</p>", "العربية")
    assert '<bdi lang="fr">récépissé</bdi>' in said
    assert '<bdi lang="fr">API</bdi>، <bdi lang="fr">art. R. 431-5</bdi>' in said
    assert "3 أشهر" in said


def test_a_citation_of_several_pieces_is_french_as_a_whole() -> None:
    """Each piece by itself would be read after the next one."""
    link = '<a href="#t">CESEDA, <span class="nb">art. L. 911-1</span> et L. 921-1</a>'
    said = marked(f"<p>نص ({link})</p>", "العربية")
    assert said.count("<bdi") == 0
    assert '<a href="#t" lang="fr" dir="ltr">' in said


def test_quoted_words_of_an_english_text() -> None:
    said = marked(f"<p>the «{NBSP}récépissé{NBSP}» (receipt)</p>", "English")
    assert f'«{NBSP}<span lang="fr">récépissé</span>{NBSP}»' in said.replace("&#160;", NBSP)
    assert "receipt" in said
    assert said.count("lang=") == 1


def test_what_is_said_to_be_french_is_left_alone() -> None:
    text = '<p>نص <cite lang="fr">CESEDA</cite> و<code>abc</code></p>'
    assert marked(text, "العربية").count("<bdi") == 0


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
def test_the_text_is_the_same(text: str) -> None:
    root = html.Element("div")
    child = html.Element("p")
    child.text, child.tail = text, text
    root.append(child)
    mark_french(root, "العربية")
    assert root.text_content() == text + text

"""A whole page: its French words are told apart, what it holds else stays as it was, byte for byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from portal.languages.marked_page import mark_page

NBSP = "\u00a0"
PAGE = """<!doctype html>
<html lang="ar" dir="rtl"><head><title>وصل récépissé</title><meta name="description" content="a > récépissé"></head>
<body><!-- récépissé --><p title="récépissé">{text}</p></body></html>"""


def arabic(text: str) -> str:
    return mark_page(PAGE.format(text=text), "ar", "العربية")


def test_words_of_the_interface_are_told_apart() -> None:
    assert arabic("وصل « récépissé » (API)") == PAGE.format(
        text='وصل « <bdi lang="fr">récépissé</bdi> » (<bdi lang="fr">API</bdi>)'
    )


@pytest.mark.parametrize(
    "text",
    [
        '<cite lang="fr">CESEDA</cite>',
        '<span lang="en">English <b>text</b></span>',
        "<svg><text>API</text></svg>",
        "<code>notes.json</code>",
        "<option>français</option>",
        '<div id="application" hidden><p>récépissé</p></div>',
        '<template><p data-mot="none">récépissé</p></template>',
        "{{#nom}}<bdi lang='fr'>{{nom}}</bdi>{{/nom}}",
        "نص &lt;3",
    ],
)
def test_what_may_not_be_marked_is_left_alone(text: str) -> None:
    assert arabic(text) == PAGE.format(text=text)


def test_what_follows_a_part_in_french_is_marked() -> None:
    said = arabic('<div lang="fr"><p>Le titre<br>expire</p><div lang="ar">نص API</div></div><img alt="x"> نص ANEF')
    assert re.findall(r'<bdi lang="fr">(.*?)</bdi>', said) == ["API", "ANEF"]


def test_guillemets_in_a_language_of_latin_letters() -> None:
    said = mark_page(f'<html lang="es"><p>el «{NBSP}récépissé{NBSP}» sin más</p></html>', "es", "Español")
    assert said == f'<html lang="es"><p>el «{NBSP}<span lang="fr">récépissé</span>{NBSP}» sin más</p></html>'


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
def test_what_the_page_says_is_the_same(text: str) -> None:
    page = f'<html lang="ar"><p>{text.replace("&", "&amp;").replace("<", "&lt;")}</p></html>'
    before, after = (html.fromstring(one).text_content() for one in (page, mark_page(page, "ar", "العربية")))
    assert before == after
    assert mark_page(page, "ar", "العربية") == mark_page(mark_page(page, "ar", "العربية"), "ar", "العربية")

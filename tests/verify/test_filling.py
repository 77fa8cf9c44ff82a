"""Templates: what a host writes stays text, in a page as in a style sheet."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.verify.filling import FillingError, escape_css, escape_html, fill, render

VALUES = {"nom": "A & B", "vide": "", "autre": "x"}


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("<p>{{nom}}</p>", "<p>A &amp; B</p>"),
        ("{{#nom}}oui {{nom}}{{/nom}}{{^nom}}non{{/nom}}", "oui A &amp; B"),
        ("{{#vide}}oui{{/vide}}{{^vide}}non{{/vide}}", "non"),
        ("{{#nom}}{{#autre}}2{{/autre}}{{^autre}}1{{/autre}}{{/nom}}", "2"),
        ("{{#vide}}{{^autre}}{{nom}}{{/autre}}{{/vide}}.", "."),
        ("{{#nom}}\n{{/nom}}\n", "\n\n"),
        ("{ } { {nom} }", "{ } { {nom} }"),
        ("", ""),
    ],
)
def test_filled(template: str, made: str) -> None:
    assert fill(template, VALUES) == made


@pytest.mark.parametrize(
    "template",
    ["{{inconnu}}", "{{#nom}}", "{{/nom}}", "{{#nom}}{{/autre}}", "{{#nom}}{{#nom}}{{/nom}}{{/nom}}", "{{{nom}}}",
     "{{ nom }}", "{{nom", "nom}}", "{{Nom}}", "{{>nom}}", "{{!nom}}", "{{&nom}}", "{{#vide}}{{{nom}}}{{/vide}}",
     "{{#nom}}{{#autre}}{{/nom}}{{/autre}}"],
)  # fmt: skip
def test_a_template_at_fault(template: str) -> None:
    with pytest.raises(FillingError):
        fill(template, VALUES)


def test_the_message_names_the_file() -> None:
    with pytest.raises(FillingError, match=r"local/x\.css: \{\{rien\}\}"):
        render("local/x.css", b"{{rien}}", VALUES)
    with pytest.raises(FillingError, match="UTF-8"):
        render("local/x.css", b"\xff", VALUES)


@given(st.text(max_size=30))
def test_a_value_is_never_read_as_a_template(value: str) -> None:
    assert fill("{{a}}{{b}}", {"a": "{{b}}", "b": value}) == "{{b}}" + escape_html(value)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_a_page_shows_the_value_and_no_tag(value: str) -> None:
    class Reader(HTMLParser):
        seen: list[object]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen.append((tag, attrs))

        def handle_data(self, data: str) -> None:
            self.text = getattr(self, "text", "") + data

    reader = Reader()
    reader.seen = []
    reader.feed(fill('<p title="{{a}}">{{a}}', {"a": value}) + "</p>")
    reader.close()
    assert reader.seen == [("p", [("title", value)])]
    assert getattr(reader, "text", "") == value


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_css_string_gives_the_value_back(value: str) -> None:
    made = escape_css(value)
    assert re.fullmatch(r"(?:[A-Za-z0-9 À-ÿ·]|\\[0-9a-f]{1,6} )*", made)
    assert re.sub(r"\\([0-9a-f]{1,6}) ", lambda m: chr(int(m[1], 16)), made) == value


def test_both_writings_of_one_value() -> None:
    assert escape_css('a"\\b;é·—€') == "a\\22 \\5c b\\3b é·\\2014 \\20ac "
    assert escape_html("<&>\"'") == "&lt;&amp;&gt;&quot;&#39;"

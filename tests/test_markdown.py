"""Front matter, variables, typography and the HTML pass: what is refused, where, and what comes out."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace

import markdown as python_markdown
import pytest

from portal import pages
from portal.finish import finish
from portal.frontmatter import PageError, read, read_all
from portal.markdown import EXTENSION_CONFIGS, EXTENSIONS, citer, expand, short
from portal.typography import NBSP, french

SOURCES = {
    "sure": SimpleNamespace(citation="CESEDA, art. R. 431-5 (deux versions)", confidence="high"),
    "faible": SimpleNamespace(citation="Blog", confidence="low"),
}
FRONT = """---
title: "Titre"
description: "Description."
summary: "Résumé."
verifie_le: 2026-11-23
sources:
  - sure
mots_cles: [un, deux]
---

# Titre
"""
CALLOUTS = {"callouts": {"note": "À savoir", "tip": "Conseil", "warning": "Attention", "danger": "Danger"}}


def words(day: object) -> str:
    return f"<{day}>"


def rendered(text: str) -> str:
    made = python_markdown.markdown(text, extensions=list(EXTENSIONS), extension_configs=EXTENSION_CONFIGS)
    return finish(made, "fr", CALLOUTS).body


def test_front_matter_is_read() -> None:
    front = read(FRONT, "docs/fr/a.md", SOURCES)
    assert (front.title, front.verified_on, front.sources) == ("Titre", "2026-11-23", ("sure",))
    assert FRONT.splitlines()[front.body_line :] == ["# Titre"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("---\ntitle", "title", "docs/fr/a.md:1: no front matter"),
        ("verifie_le: 2026-11-23\n", "", "docs/fr/a.md:1: no `verifie_le`"),
        ("2026-11-23", '"2026-11-23"', "docs/fr/a.md:5: `verifie_le` is not a date"),
        ("- sure", "- inconnue", "docs/fr/a.md:7: unknown source “inconnue”"),
        ("- sure", "- faible", "docs/fr/a.md:7: source “faible” is of low confidence"),
        ("[un, deux]", "un", "docs/fr/a.md:8: `mots_cles` is not a list"),
        ("mots_cles", "papiers: false\nmots_cles", "docs/fr/a.md:8: unknown key `papiers`. Use one of title, "),
        ("mots_cles", "court: 2026\nmots_cles", "docs/fr/a.md:8: `court` is not a text"),
        ("Description.", "x" * 156, "docs/fr/a.md:3: description of 156 characters"),
        ('"Titre"', '"Titre": "x"', "docs/fr/a.md:2: not readable as YAML"),
    ],
)
def test_front_matter_is_refused_with_its_line(old: str, new: str, expected: str) -> None:
    with pytest.raises(PageError, match="^" + expected.replace(".", r"\.")):
        read(FRONT.replace(old, new, 1), "docs/fr/a.md", SOURCES)


def test_two_pages_of_a_language_have_two_titles(tmp_path: Path) -> None:
    for name in ("fr/a.md", "fr/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(FRONT, "utf-8")
    with pytest.raises(PageError) as error:
        read_all(tmp_path, SOURCES)
    assert str(error.value) == "docs/fr/b.md:2: same title as docs/fr/a.md (“Titre”). Give each page its own."


def test_variables() -> None:
    values = {
        "delais": {"x": SimpleNamespace(texte="quatre mois")},
        "edition": {"date": datetime.date(2026, 11, 23)},
        "frais": {"timbre": 25},
    }
    body = "[[ delais.x ]], [[ edition.date ]], [[ frais.timbre ]] {#id} {{ x }} [a](b)"
    assert expand(body, "a.md", 1, values, words) == "quatre mois, <2026-11-23>, 25 {#id} {{ x }} [a](b)"


@pytest.mark.parametrize(
    "name", ["delais.y", "inconnu", "delais", "delais.vide", "cite('autre')", "1 +", "delais.__class__"]
)
def test_a_wrong_variable_names_file_and_line(name: str) -> None:
    values = {"delais": {"vide": None}, "cite": citer(["sure"], SOURCES)}
    with pytest.raises(PageError, match=r"^docs/fr/a\.md:12: "):
        expand(f"un\n\n[[ {name} ]]\n", "docs/fr/a.md", 10, values, words)


def test_cite_links_to_the_list_of_the_page() -> None:
    cite = citer(["sure"], SOURCES)
    assert cite("sure") == (
        '<a class="cite" href="#source-sure">CESEDA, <span class="nb">art. R. 431-5</span></a>'
    )
    assert cite("sure", "a < b").endswith(">a &lt; b</a>")
    with pytest.raises(PageError, match="not among the `sources`"):
        citer([], SOURCES)("sure")


def test_a_citation_says_that_it_is_french_where_all_of_it_is() -> None:
    cite = citer(["sure"], SOURCES, "ar")
    assert ' lang="fr" dir="ltr">' in cite("sure") and ' lang="fr" dir="ltr">' in cite("sure", "CESEDA, art. R. 431-5")
    assert "lang=" not in cite("sure", "خلاصة: CESEDA, art. R. 431-5"), "its words in Arabic are not French"
    assert "lang=" not in cite("sure", "المصدر")


def test_short_citations_drop_what_explains() -> None:
    assert short("CE, 3 juin 2022, n° 452798, ECLI:FR:CESEC:2022:452798.20220603") == "CE, 3 juin 2022, n° 452798"
    assert short("Service-public, fiche F1 « Quoi ? » (DILA)") == "Service-public, fiche F1"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Quoi ? Oui : non ; si !", "Quoi~? Oui~: non~; si~!"),
        ("Quoi? Ici: là", "Quoi~? Ici~: là"),
        ("« mot » et «mot»", "«~mot~» et «~mot~»"),
        ("art. R. 431-5 et n° 12", "art. R.~431-5 et n°~12"),
        ("3 mois, 1 000 €, 60 %", "3~mois, 1~000~€, 60~%"),
        ("l'API d'un mois", "l’API d’un mois"),
        ("10:30, https://a.fr/b?c=d;e, 2,6 Mo", "10:30, https://a.fr/b?c=d;e, 2,6~Mo"),
    ],
)
def test_french_spacing(typed: str, expected: str) -> None:
    assert french(typed) == expected.replace("~", NBSP)
    assert french(french(typed)) == french(typed), "a second pass changes nothing"


def test_typography_leaves_code_and_addresses_alone() -> None:
    html = rendered("Voir : [ici ?](a.md?b=c;d) et `x : y`.")
    assert f"Voir{NBSP}: " in html
    assert f"ici{NBSP}?" in html
    assert 'href="a.md?b=c;d"' in html
    assert "<code>x : y</code>" in html


def test_other_languages_keep_their_spacing() -> None:
    assert finish("<p>What : this ?</p>", "en", {**CALLOUTS, "name": "English"}).body == "<p>What : this ?</p>"


def test_callouts_have_an_icon_and_a_title() -> None:
    html = rendered("> [!WARNING]\n> Texte.\n\n> [!NOTE]- Plus loin\n> Suite.")
    assert '<div class="callout warning" role="note">' in html
    assert html.count('viewBox="0 0 24 24"') == 2
    assert "Attention</p>" in html
    assert '<details class="callout note">' in html
    assert "Plus loin</summary>" in html


def test_table_cells_carry_the_name_of_their_column() -> None:
    html = rendered("| Papier | Prouve ? |\n| --- | --- |\n| API | Oui |\n")
    assert f'<td data-label="Prouve{NBSP}?">Oui</td>' in html
    assert '<th scope="col">Papier</th>' in html


def test_heading_and_table_of_contents() -> None:
    done = finish('<h1>A &amp; <em>b</em></h1><h2 id="x">Un</h2><p>1 &lt; 2</p><h2>Sans ancre</h2>', "fr", CALLOUTS)
    assert done.heading == "A &amp; <em>b</em>"
    assert done.toc == (("x", "Un"),)
    assert "1 &lt; 2" in done.body


def test_addresses_are_relative_to_the_page() -> None:
    assert pages.relative("fr/index.html", "fr/q/a.html") == "../index.html"
    assert pages.relative("assets/site.css", "index.html") == "assets/site.css"
    assert pages.relative("fr/a.html#b", "fr/a.html") == "#b"


def test_dates_in_words() -> None:
    t = {"months": ["janvier"] * 12, "first_of_month": "1er", "date": "{day} {month} {year}"}
    assert pages.date_words("2026-01-01", t) == f"1er{NBSP}janvier{NBSP}2026"
    t = {**t, "months": ["1月"] * 12, "date": "{year}年{month}{day}日"}
    assert pages.date_words("2026-01-12", t) == "2026年1月12日"


def test_interface_strings_never_hide_behind_a_method_of_dict(root: Path) -> None:
    """In Jinja `t.checker.clear` would be dict.clear, not a text."""

    def keys(tree: object) -> list[str]:
        return [k for key, value in tree.items() for k in (key, *keys(value))] if isinstance(tree, dict) else []

    # Written t.notice['items'] in the template; the others are read by Python and by scripts alone.
    allowed = {"items", "copy", "update"}
    assert set(keys(pages.strings(root, "fr"))) & set(dir(dict)) <= allowed

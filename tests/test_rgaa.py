"""The grid of the RGAA: every criterion once, every test it names exists, what it says absent is absent, and no page
says that the site conforms."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from lxml import html

from portal import comments, law
from portal.fragments import Place, rgaa
from portal.frontmatter import PageError
from portal.languages import catalogue
from portal.pages import Site, environment

# How many criteria each theme of the RGAA 4.1 has.
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
PAGE = "fabrication/grille-rgaa"
# What the rows without object say that no page has.
ABSENT = re.compile(
    rb"<(?:i?frame|object|embed|applet|audio|video|canvas|area|marquee|blink|bgsound)\b"
    rb"|<input[^>]*type=[\"']?image|<table[^>]*role=|<meta[^>]*http-equiv=[\"']?refresh|\btarget=[\"']?_blank|\baccesskey=",
    re.IGNORECASE,
)
# What no script listens to or does: gestures, a press that is not a click, movements, windows, keys that are letters.
ASKED = re.compile(
    r"[\"'](?:pointerdown|mousedown|touchstart|touchmove|touchend|devicemotion|deviceorientation|keypress)[\"']"
    r"|\bwindow\.open\(|\bon(?:touch\w+|mousedown|pointerdown|devicemotion)\b|\bkey\s*===?\s*[\"'].[\"']"
)
# Words by which a site says that it conforms, and those by which a sentence denies it.
CLAIMS = {
    "fr": (
        r"\bconform|\bpleinement accessible|\baccessible à tous|\brespecte(?:nt)? (?:le RGAA|les critères)",
        r"\b(?:pas|aucune?|non|sans|ni)\b",
    ),
    "en": (
        r"\bconform|\bcomplian|\bcomplies\b|\bfully accessible|\bmeets? the (?:RGAA|criteria)",
        r"\b(?:not|no|non|nobody|without)\b",
    ),
    "ar": (r"مطابق|امتثال|يستوفي (?:ال)?(?:معايير|RGAA)", r"(?:^|[\s،])(?:و?لا|و?ليس\w*|و?لم|غير|دون|بدون)\b"),
}


@pytest.fixture(scope="module")
def table(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = law.data(root)["rgaa"]
    return loaded


@pytest.fixture(scope="module")
def env(root: Path) -> Environment:
    return environment(root)


def place(root: Path, env: Environment, lang: str) -> Place:
    site: Site = env.globals["site"]  # type: ignore[assignment]
    return Place(root, f"{lang}/{PAGE}.html", lang, site.fronts[f"{lang}/{PAGE}.md"], site.data(lang), site, env)


def test_every_criterion_stands_once_and_in_order(table: dict[str, Any]) -> None:
    numbers = [row["numero"] for row in rgaa.criteria(table)]
    assert numbers == [f"{theme}.{n}" for theme, most in enumerate(THEMES, 1) for n in range(1, most + 1)]
    assert [theme["numero"] for theme in table["themes"]] == [*range(1, len(THEMES) + 1)]
    assert len({row["titre"] for row in rgaa.criteria(table)}) == sum(THEMES)


def test_every_test_that_is_named_exists(root: Path, table: dict[str, Any]) -> None:
    for row in rgaa.criteria(table):
        # Automated is what has a test; what no test sees is for a person.
        assert bool(row.get("essais")) == (row["etat"] != "personne"), row["numero"]
        for name in row.get("essais", []):
            file, _, test = name.partition("::")
            tree = ast.parse((root / file).read_text("utf-8"))
            assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, (row["numero"], name)


def test_a_row_says_what_is_known_and_nothing_more(table: dict[str, Any]) -> None:
    for row in rgaa.criteria(table):
        assert row.keys() <= {"numero", "titre", "etat", "essais", "raison", "ecart"}, row["numero"]
        assert row["etat"] in rgaa.STATES
        assert ("raison" in row) == (row["etat"] == "sans_objet"), row["numero"]
        assert row.get("raison", "media") in table["raisons"] and row.get("ecart", "remplissage") in table["ecarts"]
    used = {row.get(key) for row in rgaa.criteria(table) for key in ("raison", "ecart")}
    assert {*table["raisons"], *table["ecarts"]} == used - {None}


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_the_page_shows_every_row_and_counts_them(root: Path, env: Environment, lang: str) -> None:
    where = place(root, env, lang)
    made = rgaa.grid(where)
    assert "\n\n" not in made
    rows = html.fragment_fromstring(made).xpath("//tbody/tr")
    assert [row.get("id") for row in rows] == [f"rgaa-{row['numero']}" for row in rgaa.criteria(where.data["rgaa"])]
    states = [" ".join(row[1].text_content().split()) for row in rows]
    for state in rgaa.STATES:
        said = where.data["rgaa"]["mots"][state]["texte"]
        assert states.count(said) == int(rgaa.count(where, state)) > 0
        assert "\u2068" not in said, "it is translated"
    assert int(rgaa.count(where)) == len(rows) == sum(THEMES)
    if lang != "fr":
        assert {span.get("lang") for span in html.fragment_fromstring(made).xpath("//tbody/tr/td[1]/span")} == {"fr"}


def test_an_unknown_state_is_refused(root: Path, env: Environment) -> None:
    with pytest.raises(PageError, match="rgaa_compte: no state “conforme”"):
        rgaa.count(place(root, env, "fr"), "conforme")


def test_what_is_said_absent_is_absent(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 1000
    assert [(path, found.group()) for path in pages if (found := ABSENT.search(path.read_bytes()))] == []


def test_scripts_ask_for_no_gesture_and_open_nothing(root: Path) -> None:
    scripts = sorted((root / "portal" / "theme").rglob("*.js"))
    assert scripts
    for script in scripts:
        found = ASKED.search(comments.strip(script.read_text("utf-8"), ".js"))
        assert not found, (script.name, found and found.group())


@pytest.mark.parametrize("text", ['on("touchstart", f)', 'if (event.key === "s") f()', "window.open(url)"])
def test_a_script_that_asks_for_more_is_found(text: str) -> None:
    assert ASKED.search(text)


def claims(text: str, lang: str) -> list[str]:
    """The sentences of `text` that say of something that it conforms, and deny nothing."""
    word, denial = CLAIMS[lang]
    sentences = re.split(r"[.!?؟\n|]", text)
    found = (s.strip() for s in sentences if re.search(word, s, re.IGNORECASE))
    return [sentence for sentence in found if not re.search(denial, sentence, re.IGNORECASE)]


def shown(root: Path, lang: str) -> Iterator[tuple[str, str]]:
    """What readers see in `lang` of what the project says of itself: pages, interface, papers, the grid."""
    for path in sorted((root / "docs" / lang).rglob("*.md")):
        # Other words that people type to find a page claim nothing.
        yield path.name, re.sub(r"(?m)^mots_cles:.*$", "", path.read_text("utf-8"))
    for kind in (catalogue.INTERFACE, catalogue.PAPER, catalogue.DATA):
        for key, text in catalogue.words(root, lang, kind).items():
            if kind != catalogue.DATA or key.startswith(("rgaa.", "copie.")):
                yield key, text


@pytest.mark.parametrize("lang", CLAIMS)
def test_no_page_says_that_the_site_conforms(root: Path, lang: str) -> None:
    assert {name: found for name, text in shown(root, lang) if (found := claims(text, lang))} == {}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Ce site est conforme au RGAA."),
        ("fr", "Il respecte les critères."),
        ("en", "This website complies with the RGAA."),
        ("en", "It is WCAG compliant."),
        ("ar", "هذا الموقع مطابق لمرجع RGAA."),
    ],
)
def test_a_claim_is_found(lang: str, text: str) -> None:
    assert claims(text, lang)


def test_the_statement_takes_its_numbers_from_the_grid(root: Path) -> None:
    for lang in CLAIMS:
        text = (root / "docs" / lang / "accessibilite.md").read_text("utf-8")
        for state in ("", *rgaa.STATES):
            call = f'rgaa_compte("{state}")' if state else "rgaa_compte()"
            assert f"[[ {call} ]]" in text, (lang, state)
        assert f"({PAGE}.md)" in text

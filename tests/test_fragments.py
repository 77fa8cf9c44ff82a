"""The fragments of pages: what each makes of the data, and how a fault in a page or in the data is told."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from portal import law
from portal.decisions.tree import Ask
from portal.decisions.write import url_of
from portal.fragments import FRAGMENTS, Place, fragments, register, state
from portal.frontmatter import PageError
from portal.markdown import expand
from portal.pages import SCHEME, Site, environment

URL = "fr/comprendre/suivi.html"


@pytest.fixture(scope="module")
def place(root: Path) -> Place:
    env = environment(root)
    site: Site = env.globals["site"]
    return Place(root, URL, "fr", site.fronts["fr/comprendre/suivi.md"], law.data(root), site, env)


def written(place: Place, call: str) -> str:
    """What a page gets for `call`, on its third line."""
    return expand(f"Un.\n\n[[ {call} ]]\n", "docs/fr/a.md", 1, fragments(place), place.site.words)


def changed(place: Place, edit: Any) -> Place:
    """The place with other data."""
    data = copy.deepcopy(dict(place.data))
    edit(data)
    return replace(place, data=data)


def test_each_is_the_same_twice_and_holds_in_markdown(place: Place) -> None:
    source = next(name for name in place.front.sources if place.site.sources[name].quote)
    calls = ["changements()", 'dessin("document-api", "Un exemple")', f'extrait("{source}")', "glossaire()"]
    calls += ["mois_de_depot()", "suivi()", "papiers()", "feuilles()", 'etat(document="api")']
    calls += [f'textes("{part}")' for part in register.PARTS]
    calls += [f'tiers("{table}")' for table in ("livre", "dedans", "outils")]
    calls += ["rgaa_grille()", 'rgaa_compte("personne")']
    assert {call.partition("(")[0] for call in calls} == set(FRAGMENTS)
    for call in calls:
        made = written(place, call)
        assert made == written(place, call)
        # An empty line would end the block of HTML.
        assert "\n\n" not in made.removeprefix("Un.\n\n").strip(), call


def test_every_source_stands_in_one_part_of_the_register(place: Place) -> None:
    listed = [
        node.get("id", "").removeprefix("source-")
        for part in register.PARTS
        for node in html.fragment_fromstring(register.fragment(place, part), create_parent="div").iter("li")
    ]
    assert sorted(listed) == sorted(place.site.sources)


def test_articles_are_in_the_order_of_their_numbers(place: Place) -> None:
    made = html.fragment_fromstring(register.fragment(place, "ceseda-lois"), create_parent="div")
    numbers = [
        [int(number) for number in re.findall(r"\d+", cite.text_content())][:2]
        for cite in made.xpath(".//p[@class='source-name']/cite")
    ]
    assert len(numbers) > 5
    assert numbers == sorted(numbers)


def test_the_months_to_file_follow_the_rules(place: Place) -> None:
    made = html.fragment_fromstring(written(place, "mois_de_depot()").removeprefix("Un."), create_parent="div")
    said = [" ".join(row.text_content().split()) for row in made.xpath(".//tbody/tr")]
    assert len(said) == 36
    assert said[0].startswith("1er novembre 2026") and said[-1].startswith("30 avril 2028")
    # 120 days, then 60, before the first of November 2026.
    assert "4 juillet 2026" in said[0] and "2 septembre 2026" in said[0]


def test_a_state_leads_to_the_page_that_asks_the_next_question(place: Place) -> None:
    tree = state._tree()
    first = tree.pages[tree.root]
    assert isinstance(first, Ask)
    option, target = first.options[0]
    address = written(place, f'etat({first.question}="{option}")').split()[-1]
    assert address == SCHEME + url_of(tree, target)


@pytest.mark.parametrize("own", [True, False])
def test_a_state_is_in_the_language_of_the_page_when_it_has_its_own_questions(
    place: Place, own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Site, "whole", lambda self, lang: lang if own else "fr")
    french = written(place, 'etat(document="api")')
    there = written(replace(place, lang="xx"), 'etat(document="api")')
    assert there == (french.replace("site:fr/", "site:xx/") if own else french)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('extrait("ceseda-l999")', "is not among the `sources` of this page; add it there."),
        ('dessin("absent", "x")', "no drawing portal/theme/drawings/absent.html."),
        ('textes("absent")', "no part “absent”; use one of"),
        ('etat(document="licorne")', "document=licorne is not an answer of the checker."),
        ('etat(territoire="metropole")', "answer it too, or leave them out."),
    ],
)
def test_a_wrong_call_is_placed_in_its_page(place: Place, call: str, said: str) -> None:
    with pytest.raises(PageError) as error:
        written(place, call)
    assert str(error.value).startswith("docs/fr/a.md:3: ")
    assert said in str(error.value)
    assert "Use a name of docs/_data" not in str(error.value), "the remedy is the fragment's own"


def no_meaning(data: Any) -> None:
    data["glossaire"]["api"]["sens"] = ""


def no_page(data: Any) -> None:
    data["changements"] = [{"date": "2026-11-23", "texte": "Un changement.", "pages": ["absente"]}]


def no_state(data: Any) -> None:
    data["injonctions"]["mesures"]["dossier"]["etat"] = "fini"


def no_source(data: Any) -> None:
    proof = {"date": data["injonctions"]["derniere_recherche"], "texte": "Vu.", "source": "inconnue"}
    data["injonctions"]["mesures"]["dossier"]["preuves"] = [proof]


def no_field(data: Any) -> None:
    del data["injonctions"]["mesures"]["dossier"]["terme_au_plus_tot"]


@pytest.mark.parametrize(
    ("call", "edit", "said"),
    [
        ("glossaire()", no_meaning, "docs/_data/glossaire.yml: “api” has no `sens`"),
        ("changements()", no_page, "docs/_data/changements.yml: 2026-11-23: no page “absente”"),
        ("suivi()", no_state, "suivi: 'fini' is a field that docs/_data lacks, or an id that does not exist"),
        ("suivi()", no_source, "suivi: 'inconnue' is"),
        ("suivi()", no_field, "suivi: 'terme_au_plus_tot' is"),
    ],
)
def test_wrong_data_are_named(place: Place, call: str, edit: Any, said: str) -> None:
    with pytest.raises(PageError) as error:
        written(changed(place, edit), call)
    assert said in str(error.value)


def test_a_proof_is_shown_with_its_day_and_its_source(place: Place) -> None:
    source = place.data["injonctions"]["mesures"]["dossier"]["source"]

    def proved(data: Any) -> None:
        proof = {"date": data["injonctions"]["derniere_recherche"], "texte": "Le bouton existe.", "source": source}
        data["injonctions"]["mesures"]["dossier"]["preuves"] = [proof]

    assert "Le bouton existe." not in written(place, "suivi()")
    made = written(changed(place, proved), "suivi()")
    assert "Le bouton existe." in made
    assert register.address(source, place.site.sources, "fr").partition("#")[2] in made

"""The static decision pages and the engine: same graph, same results, whatever path a reader takes."""

from __future__ import annotations

import random
from pathlib import Path

import lxml.html
import pytest

from checker.compiled import SITUATION, compiled
from checker.consult import consult
from portal.decisions.paths import shortest_paths, ways
from portal.decisions.tree import Ask, Result, Tree, build
from portal.decisions.write import FOLDER, result, url_of

RULES = compiled()
COMPARED = (
    "id",
    "title",
    "status",
    "certain",
    "headline",
    "until",
    "because",
    "show",
    "sources",
    "warnings",
    "steps",
    "refused",
    "alternatives",
)


@pytest.fixture(scope="module")
def tree() -> Tree:
    return build(RULES)


def compare(tree: Tree, page: Result, answers: dict[str, str]) -> None:
    response = consult({"today": "2026-11-23", "answers": answers})
    static = result(RULES, page, tree)
    assert not response["errors"], answers
    assert static["out_of_scope"] == response["out_of_scope"], answers
    computed = {right["id"]: right for right in response["rights"]}
    if SITUATION in dict(page.found):
        assert static["situation"] == response["situation"], answers
        assert [right["id"] for right in static["rights"]] == list(computed)
    for shown in static["rights"]:
        expected = computed[shown["id"]]
        assert {key: shown[key] for key in COMPARED} == {key: expected[key] for key in COMPARED}, answers


def test_every_result_page_says_what_the_engine_says(tree: Tree) -> None:
    for name, answers in shortest_paths(tree).items():
        page = tree.pages[name]
        if isinstance(page, Result):
            compare(tree, page, answers)


def test_every_outcome_of_the_engine_has_a_page(tree: Tree) -> None:
    shown = {
        (right, label)
        for page in tree.pages.values()
        if isinstance(page, Result)
        for right, found in page.found
        if len(found) == 1 and right != SITUATION
        for label in found
    }
    assert shown == {(right.id, case.id) for right in RULES.base.rights for case in right.cases}


def test_random_walks_agree_with_the_engine(tree: Tree) -> None:
    """Pages are shared between paths: the result must be right for every path, not only for the shortest."""
    dice = random.Random(3)
    for _ in range(600):
        name, answers = tree.root, {}
        while onward := ways(tree.pages[name]):
            if isinstance(page := tree.pages[name], Result):
                compare(tree, page, answers)
            answer, name = dice.choice(onward)
            answers |= answer
        page = tree.pages[name]
        assert isinstance(page, Result)
        compare(tree, page, answers)


def test_pages_are_the_same_for_the_same_rules(tree: Tree) -> None:
    again = build(RULES)
    assert again.root == tree.root
    assert again.pages == tree.pages


def test_written_pages_say_what_the_tree_says(tree: Tree, site: Path) -> None:
    folder = site / "fr" / FOLDER
    on_disk = {path.name for path in folder.glob("*.html")}
    assert on_disk == {Path(url_of(tree, name)).name for name in tree.pages}
    for name, page in tree.pages.items():
        document = lxml.html.parse(str(site / url_of(tree, name))).getroot()
        article = document.find(".//article")
        assert document.find(".//meta[@name='robots']").get("content").startswith("noindex")
        if isinstance(page, Ask):
            links = [a.get("href") for a in article.iterfind(".//ul[@class='choices']//a")]
            targets = [target for _, target in page.options] + [page.unknown]
            assert links == [Path(url_of(tree, target)).name for target in targets]
        else:
            said = words(article.text_content())
            for right in result(RULES, page, tree)["rights"]:
                for text in (right["headline"], *right["because"], *right["show"], *right["warnings"]):
                    assert words(text) in said, (name, text)
                for source in right["sources"]:
                    assert source["quote"] is None or words(source["quote"]) in said


def words(text: str) -> str:
    """The words of a text, whatever its spaces and apostrophes: pages set those of quotes too."""
    return " ".join(text.replace("’", "'").split())


def test_names_and_titles_say_nothing_of_the_answers(tree: Tree, site: Path) -> None:
    words = {question.id for question in RULES.base.questions}
    words |= {option.id for question in RULES.base.questions for option in question.options}
    for name in tree.pages:
        assert name not in words and len(name) == 10
        title = lxml.html.parse(str(site / url_of(tree, name))).findtext(".//title")
        assert not any(right.title in title for right in RULES.base.rights)

"""The questions on paper and the engine: same outcome for every combination of answers, as data and as printed."""

from __future__ import annotations

import random
import re
from pathlib import Path

import page as validation
import pytest
import zxingcpp

from checker.compiled import SITUATION, compiled
from checker.consult import OUT_OF_SCOPE, consult
from checker.engine.evaluation import labels, start
from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node
from checker.outcome import cases_found, outcome
from checker.rules import phrases
from portal.decisions.paths import box_number, box_numbers
from portal.decisions.tree import Ask, Tree, build
from portal.decisions.write import url_of
from portal.errors import BuildError
from portal.flowchart import numbers, paper
from portal.flowchart.charts import stand
from portal.gates.view import views
from portal.printing.flowchart import NAME
from portal.printing.typography import set_text
from tests.flowchart_reading import Print, graphs, plain, read
from tests.print_reading import photocopy, run, text

RULES = compiled()
BASE = RULES.base
PAPER = paper()
MOST_PAGES = 3


@pytest.fixture(scope="module")
def pdf(site: Path) -> Path:
    return site / "guides" / NAME.format(lang="fr")


@pytest.fixture(scope="module")
def printed(pdf: Path) -> Print:
    return read(pdf)


@pytest.fixture(scope="module", params=["drawn", "printed"])
def walked(request: pytest.FixtureRequest) -> dict[str, Graph]:
    """The graphs of paper, as data then as the words of the PDF give them."""
    if request.param == "drawn":
        return dict(PAPER.charts)
    return graphs(request.getfixturevalue("printed"), PAPER, BASE)


def test_every_combination_ends_in_its_situation(walked: dict[str, Graph]) -> None:
    consistent = 0
    for view in views(BASE, []):
        found = view.space.by_label(walked[SITUATION])
        consistent += view.consistent.bit_count()
        for situation, held in view.situations.items():
            assert found.get(situation, 0) & view.consistent == held, situation
    assert consistent > 5_000_000


@pytest.mark.parametrize("right", BASE.rights, ids=[right.id for right in BASE.rights])
def test_every_combination_ends_in_its_case(walked: dict[str, Graph], right) -> None:  # type: ignore[no-untyped-def]
    for view in views(BASE, [case.when for case in right.cases]):
        found = view.space.by_label(walked[right.id])
        for case in right.cases:
            assert found.get(case.id, 0) & view.consistent == view.where(case.when), case.id


def test_a_reader_and_the_checker_say_the_same(walked: dict[str, Graph]) -> None:
    """The same once more through the door of the checker, which shares nothing with the sets of combinations."""
    dice = random.Random(5)
    situations = RULES.graphs[SITUATION]
    compared = 0
    while compared < 40:
        answers = {question.id: dice.choice(question.options).id for question in BASE.questions}
        if not labels(situations, start(situations), answers):
            continue
        compared += 1
        response = consult({"today": "2026-11-23", "answers": answers})
        assert not response["errors"]
        end = walked[SITUATION].nodes[stand(walked[SITUATION], answers)]
        assert isinstance(end, Leaf)
        assert (end.label == OUT_OF_SCOPE) == bool(response["out_of_scope"])
        for said in response["rights"]:
            chart = walked[said["id"]]
            leaf = chart.nodes[stand(chart, answers | {SITUATION: end.label})]
            assert isinstance(leaf, Leaf)
            right = next(right for right in BASE.rights if right.id == said["id"])
            one = outcome(right, frozenset({leaf.label}), {}, BASE.to_reread)
            assert (one["status"], one["headline"]) == (said["status"], said["headline"])


def test_no_box_asks_in_vain() -> None:
    for name, chart in PAPER.charts.items():
        seen = set()
        for node in chart.nodes:
            if isinstance(node, Node):
                targets = {child for _, child in node.branches if chart.nodes[child] != Leaf(IMPOSSIBLE)}
                assert len(targets) > 1, name
                assert (node.question, node.branches) not in seen, "two boxes with the same question and targets"
                seen.add((node.question, node.branches))


def test_ends_say_the_words_of_the_rules(printed: Print) -> None:
    for right in BASE.rights:
        for index, number in PAPER.numbers[right.id].items():
            node = PAPER.charts[right.id].nodes[int(index)]
            if isinstance(node, Leaf):
                said = outcome(right, frozenset({node.label}), {}, BASE.to_reread)
                words = printed.boxes[number].words
                assert phrases.STATUTS[said["status"]].replace("\u00a0", " ") in words
                for expected in (said["headline"], *said["show"], said["certainty_text"]):
                    assert plain(set_text(expected, "fr")) in words, (right.id, node.label)
                case = next(case for case in right.cases if case.id == node.label)
                assert not case.until or plain(set_text(case.until.text, "fr")) in words
                assert ("À qui parler :" in words) == (said["status"] in ("not_established", "to_verify"))
                assert re.search(r"Textes : \[\d+\]", words)


def test_not_knowing_never_concludes_too_much(printed: Print) -> None:
    sure = 0
    for name, given in PAPER.numbers.items():
        for box, number in given.items():
            if not isinstance(box, int) or isinstance(PAPER.charts[name].nodes[box], Leaf):
                continue
            words = printed.boxes[number].unknown
            remain = labels(PAPER.charts[name], frozenset({box}), {})
            read_on = [int(found) for found in re.findall(r"la case (\d+)", words)]
            assert read_on, number
            if read_on == [PAPER.unknown]:
                right = next((right for right in BASE.rights if right.id == name), None)
                outcomes = {case.outcome for case in cases_found(right, remain)} if right else set()
                certain = "quelles que soient" in words
                assert certain == (len(outcomes) == 1), number
                sure += certain
            else:
                ends = {PAPER.charts[name].nodes[int(box)].label for box, n in given.items() if n in read_on}  # type: ignore[union-attr]
                assert ends == remain and OUT_OF_SCOPE not in remain
    assert sure


def test_web_pages_bear_the_number_of_their_box(site: Path) -> None:
    tree = build(RULES)
    shown = box_numbers(tree, PAPER)
    asking = [name for name, one in tree.pages.items() if isinstance(one, Ask)]
    assert len(shown) > 0.9 * len(asking)
    for name in tree.pages:
        html = (site / url_of(tree, name)).read_text("utf-8")
        found = re.findall(r">Case (\d+) du guide papier<", html)
        assert found == ([str(shown[name])] if name in shown else []), name


def test_every_way_to_a_web_page_leads_to_the_same_box() -> None:
    tree = build(RULES)
    shown = box_numbers(tree, PAPER)
    dice = random.Random(3)
    for _ in range(2000):
        walk(tree, shown, dice)


def walk(tree: Tree, shown: dict[str, int], dice: random.Random) -> None:
    name, answers = tree.root, {}
    while True:
        one = tree.pages[name]
        if isinstance(one, Ask):
            assert box_number(tree, PAPER, one, answers) == shown.get(name), answers
            answers[one.question], name = dice.choice(one.options)
        elif one.more:
            name = dice.choice(one.more)[1]
        else:
            return


def test_the_registry_is_complete_and_numbers_are_given_once() -> None:
    registry = numbers.load()
    assert numbers.completed(PAPER.charts, registry) == registry
    given = [number for chart in registry.values() for number in chart]
    assert len(given) == len(set(given))


def test_a_box_without_number_stops_the_build() -> None:
    registry = {name: dict(given) for name, given in numbers.load().items()}
    del registry["travail"]["203"]
    with pytest.raises(BuildError, match=r"asks “\w+” after .* Run python3 build\.py print --number"):
        numbers.numbers(PAPER.charts, registry)


def test_a_new_box_takes_a_number_never_used() -> None:
    """The number of a box that is gone stays in the registry, and new boxes come after all others of their chart."""
    registry = {name: dict(given) for name, given in numbers.load().items()}
    lost = registry["travail"]["203"]
    registry["travail"]["203"] = {"says": "a_case_that_is_gone"}
    after = numbers.completed(PAPER.charts, registry)
    last = max(map(int, numbers.load()["travail"]))
    assert after["travail"][str(last + 1)] == lost
    assert after["travail"]["203"] == {"says": "a_case_that_is_gone"}
    # A half-hundred that is full is followed by one that is nobody's.
    registry["travail"][str(250)] = {"says": "another_that_is_gone"}
    assert max(map(int, numbers.completed(PAPER.charts, registry)["travail"])) == 801


def test_the_file_is_valid_and_its_codes_read(pdf: Path) -> None:
    for profile in (validation.ValidationProfile.PDF_UA_1, validation.ValidationProfile.PDF_A_2A):
        report = validation.validate_pdf(pdf, profile=profile)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures[:10]]
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", pdf)


def test_the_code_of_each_chart_survives_a_photocopy(pdf: Path) -> None:
    sheets = text(pdf, "-raw").split("\f")
    charts = [number for number, sheet in enumerate(sheets) if "\nPartez de votre situation\n" in sheet]
    codes = [code.text for number in (0, 1, *charts) for code in zxingcpp.read_barcodes(photocopy(pdf, number))]
    assert len(charts) == len(BASE.rights)
    assert len(codes) == 2 + len(charts)
    for number, code in zip((1, *charts), codes[1:], strict=True):
        assert code.removeprefix("https://").partition("#")[0] in re.sub(r"\s", "", sheets[number])


def test_each_right_has_few_pages_and_each_sheet_its_head(pdf: Path) -> None:
    sheets = text(pdf, "-raw").replace("\u00a0", " ").split("\f")[:-1]
    heads = [sheet.splitlines()[0] for sheet in sheets]
    for right in BASE.rights:
        own = [head for head in heads if head.startswith(plain(set_text(right.title, "fr")))]
        assert 1 <= len(own) <= MOST_PAGES, (right.id, len(own))
    for sheet in sheets:
        assert re.search(r"Édition n° .* à jeter après le .* Vérifié le ", sheet)
    bad = [line for line in "\n".join(sheets).splitlines() if re.match(r"\s*[;:!?»]", line)]
    assert bad == []
    assert not any(re.search(r"(«|\bart\.|\bn°|[LRD]\.)\s*$", line) for line in "\n".join(sheets).splitlines())

"""How the tests read the guide by boxes: its printed words, and nothing else, give the graphs again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.compiled import SITUATION
from checker.consult import OUT_OF_SCOPE
from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node
from checker.engine.model import Question, RuleBase
from portal.flowchart import Paper
from portal.printing.typography import set_text
from tests.print_reading import text

GO = re.compile(r"^(.*) : allez à la case (\d+)$")
# What follows the last box of a chart.
AFTER = re.compile(r"^(?:Les questions, expliquées|Textes cités sur ces pages)$.*", re.MULTILINE | re.DOTALL)
UNKNOWN = "Je ne sais pas"
OTHERWISE = "Toute autre réponse"


@dataclass(frozen=True)
class Box:
    """A printed box: its words, and the lines that lead on as (answers, number)."""

    words: str
    ways: tuple[tuple[str, int], ...]
    unknown: str


@dataclass(frozen=True)
class Print:
    """``boxes`` by number; ``tables``: for each right, in order, the number of a situation → a number."""

    boxes: Mapping[int, Box]
    tables: tuple[Mapping[int, int], ...]


def plain(words: str) -> str:
    """Words on one line, whatever their spaces; a compound word may be cut at its hyphen."""
    return " ".join(re.sub(r"(?<=\w)-\n(?=\w)", "-", words).split())


def read(pdf: Path) -> Print:
    """Read the boxes and the tables of situations from the text of the PDF."""
    sheets = text(pdf, "-raw").replace("\u00a0", " ").replace("\u2060", "").split("\f")
    # What stands at the head and at the foot of each sheet belongs to no box.
    raw = "\n".join(line for sheet in sheets for line in sheet.splitlines()[1:] if not line.startswith("Édition n°"))
    parts = re.split(r"^Case ?\n(\d+)\n", raw, flags=re.MULTILINE)
    boxes = {int(number): _box(AFTER.sub("", body)) for number, body in zip(parts[1::2], parts[2::2], strict=True)}
    tables = re.split(r"^Partez de votre situation\n", raw, flags=re.MULTILINE)[1:]
    return Print(boxes, tuple(_table(body.split("\nCase\n")[0]) for body in tables))


def _box(body: str) -> Box:
    head, *items = re.split(r"^– ", body, flags=re.MULTILINE)
    lines = [plain(item.split("\nOù regarder :")[0]) for item in items]
    unknown = next((line for line in lines if line.startswith(UNKNOWN)), "")
    ways = [match for line in lines if not line.startswith(UNKNOWN) and (match := GO.match(line))]
    assert len(ways) == len(lines) - bool(unknown), f"a line leads nowhere: {lines}"
    return Box(plain(head if items else body), tuple((match[1], int(match[2])) for match in ways), unknown)


def _table(body: str) -> dict[int, int]:
    rows = re.findall(r"^(\d+)\s(?:(?!^\d).)*?\s(\d+)$", body, flags=re.MULTILINE | re.DOTALL)
    return {int(situation): int(target) for situation, target in rows}


def graphs(printed: Print, paper: Paper, base: RuleBase) -> dict[str, Graph]:
    """The graphs that a reader of ``printed`` follows; ``paper`` says only which number ends with which label."""
    labels: dict[int, str] = {paper.numbers[SITUATION][IMPOSSIBLE]: IMPOSSIBLE}
    for name, given in paper.numbers.items():
        for box, number in given.items():
            if isinstance(box, int) and isinstance(leaf := paper.charts[name].nodes[box], Leaf):
                labels[number] = leaf.label
    found = {SITUATION: _Follow(printed, labels, base).graph_from(1)}
    numbers = {labels[number]: number for number in paper.numbers[SITUATION].values() if number in labels}
    for right, table in zip(base.rights, printed.tables, strict=True):
        follow = _Follow(printed, labels, base)
        ways = [(one.id, follow.visit(table[numbers[one.id]])) for one in base.situations if one.id != OUT_OF_SCOPE]
        ways.append((OUT_OF_SCOPE, follow.visit(numbers[OUT_OF_SCOPE])))
        follow.nodes.append(Node(SITUATION, tuple(ways)))
        found[right.id] = Graph(tuple(follow.nodes), len(follow.nodes) - 1)
    return found


class _Follow:
    def __init__(self, printed: Print, labels: Mapping[int, str], base: RuleBase) -> None:
        self.printed, self.labels = printed, labels
        self.questions = {plain(set_text(question.text, "fr")): question for question in base.questions}
        self.nodes: list[Node | Leaf] = []
        self.seen: dict[int, int] = {}

    def graph_from(self, number: int) -> Graph:
        root = self.visit(number)
        return Graph(tuple(self.nodes), root)

    def visit(self, number: int) -> int:
        if number not in self.seen:
            if number in self.labels:
                node: Node | Leaf = Leaf(self.labels[number])
            else:
                box = self.printed.boxes[number]
                node = self.asked(self.questions[box.words], box)
            self.nodes.append(node)
            self.seen[number] = len(self.nodes) - 1
        return self.seen[number]

    def asked(self, question: Question, box: Box) -> Node:
        options = {plain(set_text(option.text, "fr")): option.id for option in question.options}
        to: dict[str, int] = {}
        for answers, number in box.ways:
            named = [] if answers == OTHERWISE else [options[answer] for answer in answers.split(" / ")]
            to |= dict.fromkeys(named or [one for one in options.values() if one not in to], number)
        return Node(question.id, tuple((option.id, self.visit(to[option.id])) for option in question.options))

"""Citations on sheets that stand alone: numbers in parentheses, or after the words that the sentence needs."""

from __future__ import annotations

from typing import Any

import pytest

from portal.printing import marks


def said(text: str) -> dict[str, Any]:
    return {"t": "text", "s": text}


def cite(name: str) -> dict[str, Any]:
    return {"t": "cite", "to": name, "c": [said(name)]}


def mark(*names: str) -> dict[str, Any]:
    return {"t": "marks", "to": list(names)}


@pytest.mark.parametrize(
    ("line", "gathered"),
    [
        ([said("Oui ("), cite("a"), said(").")], [said("Oui"), mark("a"), said(".")]),
        ([said("Oui\u00a0("), cite("a"), said("\u00a0; "), cite("b"), said(")")], [said("Oui"), mark("a", "b")]),
        ([said("نعم ("), cite("a"), said("؛ "), cite("b"), said(").")], [said("نعم"), mark("a", "b"), said(".")]),
        ([said("允许（"), cite("a"), said("）。")], [said("允许"), mark("a"), said("。")]),
        ([said("Oui ("), cite("a"), said(") ("), cite("b"), said(")")], [said("Oui"), mark("a"), mark("b")]),
        ([said("Lisez "), cite("a"), said(".")], [said("Lisez "), said("a"), mark("a"), said(".")]),
        (
            [said("Oui ("), cite("a"), said(", depuis 2020)")],
            [said("Oui ("), said("a"), mark("a"), said(", depuis 2020)")],
        ),
        ([said("Oui (non)")], [said("Oui (non)")]),
    ],
    ids=["alone", "two", "Arabic", "Chinese", "twice", "in the sentence", "with a word", "none"],
)
def test_gather(line: list[dict[str, Any]], gathered: list[dict[str, Any]]) -> None:
    tree = {"body": [{"t": "p", "c": line}]}
    names = [node["to"] for node in line if node["t"] == "cite"]
    marks.gather(tree)
    assert tree["body"][0]["c"] == gathered
    assert list(marks.cited(tree)) == names
    marks.without(tree)
    assert list(marks.cited(tree)) == []

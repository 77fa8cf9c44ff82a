"""The cases of ``tests/cases``, in plain words: what each person must be told.

``attendu`` names the situation and the rights that the case is about, by their id; the others are not looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.consult import consult

FOLDER = Path(__file__).parent / "cases"


def load(path: Path) -> dict[str, Any]:
    """Read a case and refuse one whose keys are not exactly the expected ones."""
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(value) == {"titre", "histoire", "relu_par", "le", "reponses", "dates", "attendu"}, path
    return value


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = load(path)
    response = consult({"today": case["le"], "answers": case["reponses"], "dates": case["dates"]})
    assert response["errors"] == []
    expected = case["attendu"]
    if expected["situation"] == "hors_champ":
        assert response["out_of_scope"]["steps"] and response["rights"] == []
        return
    assert response["situation"]["id"] == expected["situation"]
    rights = {right["id"]: right for right in response["rights"]}
    named = set(expected) - {"situation"}
    assert named, "the case expects nothing of any right"
    assert named <= set(rights), f"unknown rights: {', '.join(sorted(named - set(rights)))}"
    for name in sorted(named):
        wanted, right = expected[name], rights[name]
        said = " ".join([right["headline"], *right["because"], *right["warnings"]]).replace("\u00a0", " ").lower()
        assert right["status"] == wanted["statut"], said
        if "jusqu_au" in wanted:
            assert right["until"]["date"] == wanted["jusqu_au"]
        for words in wanted["mentionne"]:
            assert words.lower() in said, f"{name}: “{words}” is not said in: {said}"
        for words in wanted.get("tait", []):
            assert words.lower() not in said, f"{name}: “{words}” must not be said"


def test_there_are_cases() -> None:
    assert len(list(FOLDER.glob("*.yml"))) >= 10

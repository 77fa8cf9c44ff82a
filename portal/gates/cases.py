"""The people of ``tests/cases``, in plain words: what each answers, and what the result must say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal import utf8, yaml_text
from portal.errors import BuildError

FOLDER = Path("tests/cases")
KEYS = {"titre", "histoire", "relu_par", "le", "reponses", "dates", "attendu"}


@dataclass(frozen=True)
class PlainCase:
    """One file: ``request`` is what ``checker.consult`` is asked, ``expected`` what it must say."""

    name: str
    story: str
    request: dict[str, Any]
    expected: dict[str, Any]


def read_cases(root: Path) -> list[PlainCase]:
    """Every case, by name. Raises ``BuildError`` on a file that cannot be read or lacks a key."""
    return [read_case(path) for path in sorted((root / FOLDER).glob("*.yml"))]


def read_case(path: Path) -> PlainCase:
    """One case. Raises ``BuildError``."""
    value = yaml_text.load(utf8.read(path, str(path)), str(path))
    if not isinstance(value, dict) or not set(value) >= KEYS:
        missing = ", ".join(sorted(KEYS - set(value if isinstance(value, dict) else ())))
        raise BuildError(f"{path}: no {missing}.", "write these keys; tests/cases/README.md tells what they are.")
    request = {"today": str(value["le"]), "answers": value["reponses"] or {}, "dates": value["dates"] or {}}
    if "examine_le" in value:
        request["on"] = str(value["examine_le"])
    return PlainCase(path.stem, value["histoire"], request, _expected(value["attendu"], path))


def _expected(value: Any, path: Path) -> dict[str, Any]:
    """What the result must say: a situation and, of each right that the case is about, a status and words."""
    if not isinstance(value, dict) or not isinstance(value.get("situation"), str):
        raise BuildError(f"{path}: `attendu` names no situation.", "write situation: and the id of one.")
    for right, wanted in value.items():
        if right == "situation":
            continue
        said = wanted if isinstance(wanted, dict) else {}
        if not isinstance(said.get("statut"), str) or not isinstance(said.get("mentionne"), list):
            raise BuildError(
                f"{path}: {right}: `statut` or `mentionne` is missing.",
                f"write {right}: {{statut: kept, mentionne: [words that the answer must say]}}",
            )
    return value

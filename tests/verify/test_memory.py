"""The file of earlier runs: read back, or refused in words, whatever a hand has made of it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.verify.findings import Trouble
from portal.verify.memory import Memory
from tests.fuzz.trees import edited

DAY = dt.date(2026, 12, 1)
CUT = {"place": "x", "manifest": "m", "day": DAY.isoformat(), "done": ["a"]}
GOOD = {"format": 1, "editions": {"7": "d"}, "places": {"x": 7}, "cut": CUT}


def use(path: Path) -> None:
    """Everything that a run does with its memory."""
    memory = Memory(path, "x")
    memory.judge(memory.newest, "d")
    memory.note(8, "e")
    memory.resume("m", DAY)
    memory.done("b")
    memory.finish(complete=False)
    assert Memory(path, "x").newest >= 8


def test_what_was_cut_is_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "state"
    path.write_text(json.dumps(GOOD))
    assert Memory(path, "x").resume("m", DAY) == {"a"}
    use(path)


@pytest.mark.parametrize(
    "other",
    [{"editions": []}, {"places": {"x": "7"}}, {"places": {"x": 1.5}}, {"cut": None}, {"cut": []},
     {"cut": {**CUT, "done": "ab"}}, {"cut": {**CUT, "done": [["a"]]}}, {"cut": {"place": "x"}}],
)  # fmt: skip
def test_a_file_of_another_form_is_refused(other: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "state").write_text(json.dumps(GOOD | other))
    with pytest.raises(Trouble, match="N’est pas un fichier d’état") as caught:
        use(tmp_path / "state")
    assert caught.value.finding.level == "unreachable"


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.binary(max_size=24))
def test_no_change_of_it_stops_a_run(changes: bytes, tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(json.dumps(edited(GOOD, changes)).encode("utf-8", "surrogatepass"))
    try:
        use(tmp_path / "state")
    except Trouble as trouble:
        assert trouble.finding.code == "state"

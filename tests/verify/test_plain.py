"""What a file says is shown as signs, never obeyed by a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.errors import BuildError, guarded
from portal.verify import plain

WHOLE = st.text(st.characters(), max_size=40)


@given(WHOLE)
def test_one_line_without_commands(text: str) -> None:
    shown = plain.line(text)
    assert shown.replace("\u00a0", " ").replace("\u202f", " ").isprintable()
    assert plain.line(shown) == shown
    if text.isprintable():
        assert shown == text


@given(WHOLE)
def test_lines_stay_lines(text: str) -> None:
    assert plain.lines(text).split("\n") == [plain.line(part) for part in text.split("\n")]


def test_a_failure_that_repeats_a_file_does_not_write_over_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> int:
        raise BuildError("a\x1b[2J\u202eb\nc", "d\x07")

    assert guarded(fail) == 1
    assert capsys.readouterr().err == "error: a\\x1b[2J\\u202eb\nc\n  try: d\\x07\n"

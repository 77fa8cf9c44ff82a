"""Answers as readers give them, drawn at random for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from checker.compiled import compiled


def answers() -> st.SearchStrategy[dict[str, str]]:
    """Partial answers: each question is answered or not."""
    return st.fixed_dictionaries(
        {},
        optional={
            question.id: st.sampled_from([option.id for option in question.options])
            for question in compiled().base.questions
        },
    )

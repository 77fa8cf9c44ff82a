"""A question makes conditions of its own options, and of no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.conditions import Is
from checker.engine.model import Option, Question

ASKED = Question("paper", "Which paper?", tuple(Option(name, name) for name in ("card", "visa", "none")))


@given(st.lists(st.sampled_from(["card", "visa", "none"])))
def test_a_condition_holds_its_options_sorted_and_once(options: list[str]) -> None:
    assert ASKED.est(*options) == Is("paper", tuple(sorted(set(options))))


@pytest.mark.parametrize(
    ("options", "named"), [(("cards",), "cards"), (("card", "Visa"), "Visa"), (("", "card", "no"), ", no")]
)
def test_an_unknown_option_is_named(options: tuple[str, ...], named: str) -> None:
    with pytest.raises(ValueError, match=rf"^question paper: unknown option {re.escape(named)}$"):
        ASKED.est(*options)

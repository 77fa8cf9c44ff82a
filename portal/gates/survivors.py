"""Changes that no gate catches, and why none should. Keys begin the part that the mutation run names."""

EXPLAINED: dict[str, str] = {
    "outcome permis_conduire/droit_europeen": "“Cela dépend” opens a condition as well as a dispute, and nobody in "
    "tests/cases is a European citizen who drives: one such person would catch it.",
}

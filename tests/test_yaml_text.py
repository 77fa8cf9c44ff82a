"""YAML read strictly: a fault names its file and its line."""

from __future__ import annotations

import pytest

from portal.errors import BuildError
from portal.yaml_text import load


def test_reads_what_yaml_says() -> None:
    text = "a: 1\nb: [x, y]\nc: &m {d: 2}\ne: *m\n"
    assert load(text, "f.yml") == {"a": 1, "b": ["x", "y"], "c": {"d": 2}, "e": {"d": 2}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yml:12: not readable as YAML: the key “a” is already on line 10"),
        ("x:\n  a: 1\n  a: 2\n", "f.yml:12: not readable as YAML: the key “a” is already on line 11"),
        ("a: b: c\n", "f.yml:10: "),
        ("a: [1\n", "f.yml:11: "),
        ("a: !!python/object:os.system x\n", "f.yml:10: "),
        ("a: \x00\n", "f.yml: "),
    ],
)
def test_a_fault_has_its_place(text: str, said: str) -> None:
    with pytest.raises(BuildError) as caught:
        load(text, "f.yml", first_line=10)
    assert str(caught.value).startswith(said)

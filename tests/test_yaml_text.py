"""YAML read strictly: a fault names its file and its line."""

from __future__ import annotations

import pytest

from portal.errors import BuildError
from portal.yaml_text import load, places


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


def test_the_line_of_each_key() -> None:
    text = "a: 1\nb:\n  c: 2\nd:\n  - e: 3\n  - [x,\n     y]\n"
    found = places(text)
    assert found == {"a": 1, "b": 2, "b.c": 3, "d": 4, "d.0": 5, "d.0.e": 5, "d.1": 6, "d.1.0": 6, "d.1.1": 7}
    assert places("- a: 1\n  b: 2\n") == {"0": 1, "0.a": 1, "0.b": 2}
    assert places("") == {}

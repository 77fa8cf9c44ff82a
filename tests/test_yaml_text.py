"""YAML read strictly: a fault names its file and its line."""

from __future__ import annotations

import datetime as dt

import pytest

from portal.errors import BuildError
from portal.yaml_text import load, places

_BOMB = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))


def test_reads_what_yaml_says() -> None:
    text = "a: 1\nb: [x, y]\nc: {d: 2}\ne: 2026-11-23\n"
    assert load(text, "f.yml") == {"a": 1, "b": ["x", "y"], "c": {"d": 2}, "e": dt.date(2026, 11, 23)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yml:12: not readable as YAML: the key “a” is already on line 10"),
        ("x:\n  a: 1\n  a: 2\n", "f.yml:12: not readable as YAML: the key “a” is already on line 11"),
        ("a: b: c\n", "f.yml:10: "),
        ("a: [1\n", "f.yml:11: "),
        ("a: !!python/object:os.system x\n", "f.yml:10: "),
        ("a: 1\nb: \x00\n", "f.yml:11: not readable as YAML: the sign U+0000"),
        # What YAML's own reader lets out as errors of Python.
        ("a: 1\nb: 2026-02-31\n", "f.yml:11: not readable as YAML: “2026-02-31” is not what it looks like"),
        ("a: 2026-11-23 25:00:00\n", "f.yml:10: "),
        ("a: 0b_\n", "f.yml:10: "),
        ("a: !!int x\n", "f.yml:10: "),
        ("a: !!int\n", "f.yml:10: "),
        ("a: !!float\n", "f.yml:10: "),
        ("a: !!float x\n", "f.yml:10: "),
        ("a: !!bool x\n", "f.yml:10: "),
        ("a: !!timestamp x\n", "f.yml:10: "),
        ("a: !!set x\n", "f.yml:10: "),
        (f"a: {'9' * 5000}\n", "f.yml:10: not readable as YAML: this number is too long"),
        (f"? 1{':59' * 3000}\n", "f.yml:10: not readable as YAML: this number is too long"),
        # What would fill the memory, or never end.
        ("a: &a [*a]\n", "f.yml:10: not readable as YAML: “*” names another part"),
        ("a: &a {b: 1}\nc: {<<: *a}\n", "f.yml:11: not readable as YAML: “*” names another part"),
        (_BOMB, "f.yml:11: not readable as YAML: “*” names another part"),
        ("[" * 100_000, "f.yml:10: not readable as YAML: more than 50 parts"),
        ("{a: " * 100_000, "f.yml:10: not readable as YAML: more than 50 parts"),
        ("- " * 100_000, "f.yml:10: not readable as YAML: more than 50 parts"),
        # What would write over a terminal.
        ('"\\e[2J": 1\n"\\e[2J": 2\n', "f.yml:11: not readable as YAML: the key “\\x1b[2J” is already on line 10"),
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

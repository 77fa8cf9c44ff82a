"""The table of the benchmarks, the exponents that they fit, and their registry: nothing is measured here."""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import benching, bootstrap, cli
from tests.bench import bench_lighthouse, bench_scaling, cost, material, scratch
from tests.bench.fit import exponent, last
from tests.bench.line import in_brotli
from tests.bench.registry import Row, Setting, rows_of
from tests.bench.table import number, table

FOLDER = Path(__file__).parent / "bench"
sizes = st.lists(st.integers(1, 10_000), min_size=2, max_size=8, unique=True)
powers = st.floats(-1, 4)
factors = st.floats(1e-6, 1e6)


@given(sizes, powers, factors)
def test_the_exponent_of_a_power_is_found(found: list[int], power: float, factor: float) -> None:
    costs = [factor * size**power for size in found]
    assert math.isclose(exponent(found, costs), power, abs_tol=1e-6)
    assert math.isclose(last(found, costs), power, abs_tol=1e-4)


@given(sizes, st.floats(0.5, 3), factors)
def test_a_fixed_cost_lowers_the_exponent_and_the_last_less(found: list[int], power: float, factor: float) -> None:
    costs = [factor * (size**power + 50) for size in found]
    assert exponent(found, costs) < power + 1e-9
    assert exponent(found, costs) <= last(found, costs) + 1e-9


@pytest.mark.parametrize(
    ("found", "costs"),
    [([1, 2], [1.0]), ([5], [1.0]), ([5, 5], [1.0, 2.0]), ([1, 2], [0.0, 1.0]), ([0, 1], [1.0, 1.0])],
)
def test_what_has_no_exponent_is_refused(found: list[int], costs: list[float]) -> None:
    with pytest.raises(ValueError, match=r"exponent needs|above zero"):
        exponent(found, costs)


def test_every_benchmark_is_registered_and_can_be_imported() -> None:
    files = {path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py")}
    assert files == set(cli.BENCHMARKS) and len(cli.BENCHMARKS) == len(files)
    for name in cli.BENCHMARKS:
        assert callable(rows_of(name))
        assert sys.modules[f"tests.bench.bench_{name}"].__doc__


def test_the_table() -> None:
    one = [Row("a", 12, 48.0, "bytes", "x | y"), Row("b", 0.123456, None, "s")]
    assert list(table([("one", one), ("two", [Row("c", 1, 0, "ms")])])) == [
        "| Measure | Ours | Peer | Ours ÷ peer | Unit | Note |",
        "| --- | ---: | ---: | ---: | --- | --- |",
        "| **one** |  |  |  |  |  |",
        "| a | 12 | 48 | 0.25 | bytes | x \\| y |",
        "| b | 0.123 |  |  | s |  |",
        "| **two** |  |  |  |  |  |",
        "| c | 1 | 0 |  | ms |  |",
    ]


@given(st.floats(1e-9, 1e9))
def test_numbers_keep_three_figures(value: float) -> None:
    shown = float(number(value).replace(",", ""))
    assert math.isclose(shown, value, rel_tol=0.006)


def test_unknown_names_cost_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.parse(["bench", "speed"])
    said = capsys.readouterr().err
    assert "no benchmark 'speed'" in said and ", ".join(cli.BENCHMARKS) in said
    assert cli.parse(["bench", "hosts", "--quick"]).names == ["hosts"]
    assert cli.parse(["bench"]).site == cli.ROOT / "site"


def test_the_verb_has_its_packages() -> None:
    groups = bootstrap.groups_for("bench")
    assert groups[-1] == "bench" and "test" in groups
    assert all((cli.ROOT / "requirements" / f"{group}.txt").is_file() for group in groups)


def test_a_run_asks_for_what_is_missing_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[object] = []
    monkeypatch.setattr(benching, "prepare_programs", lambda programs, parts, failure: asked.extend(programs))
    monkeypatch.setattr(benching.npm, "install", lambda root: asked.append(root))
    monkeypatch.setattr(benching.subprocess, "run", lambda command, **_: asked.append(command) or Done())
    assert benching.bench(tmp_path, ["rules"], site=tmp_path, quick=True) == 3
    command = asked[-1]
    assert {"wrk", "nginx", "caddy"} <= {name for name in asked if isinstance(name, str)}
    assert isinstance(command, list) and command[-2:] == ["--quick", "rules"]


class Done:
    returncode = 3


def test_a_failed_program_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"(?s)failed:\nTraceback.*ZeroDivisionError"):
        cost.of([sys.executable, "-c", "1/0"], tmp_path)
    found = cost.of([sys.executable, "-c", "import os; assert os.environ['SEEN'] == '1'"], tmp_path, {"SEEN": "1"})
    assert found.mebibytes > 1 and found.processor > 0


def test_what_gains_nothing_from_brotli_is_sent_as_it_is(tmp_path: Path) -> None:
    assert in_brotli(tmp_path / "a.js", b"short") == b"short"
    assert in_brotli(tmp_path / "a.png", bytes(10_000)) == bytes(10_000)
    (tmp_path / "a.js.br").write_bytes(b"ready")
    assert in_brotli(tmp_path / "a.js", b"whatever") == b"ready"


def test_copies_stand_beside_their_originals(tmp_path: Path) -> None:
    (tmp_path / "docs" / "part").mkdir(parents=True)
    for name in ("top", "part/a", "part/b"):
        (tmp_path / "docs" / f"{name}.md").write_text("x", "utf-8")
    made = list(scratch.copies(tmp_path / "docs", 5))
    assert [copy.name for _, copy in made] == ["a-1.md", "b-2.md", "a-3.md", "b-4.md", "a-5.md"]
    assert {path.parent for path, _ in made} == {copy.parent for _, copy in made} == {tmp_path / "docs" / "part"}


def test_copied_rights_are_the_same_rights() -> None:
    base = bench_scaling.multiplied(2)
    assert len(base.rights) == 2 * len(bench_scaling.BASE.rights)
    assert len({right.id for right in base.rights}) == len(base.rights)
    cases = [case.id for right in base.rights for case in right.cases]
    assert len(set(cases)) == len({case.id for right in bench_scaling.BASE.rights for case in right.cases}) * 2


@pytest.mark.parametrize("count", [1, 2, 10, 40])
def test_the_table_of_cases_has_a_node_a_case_and_a_leaf_each(count: int) -> None:
    assert len(bench_scaling.table(count).nodes) == 2 * count + 1


def test_the_peer_bears_our_pages_in_its_languages() -> None:
    one = material.configuration(("ar",))
    assert one["plugins"] == ["search"] and one["theme"]["language"] == "ar"
    many = material.configuration(("fr", "fa-AF", "ps"))
    languages = many["plugins"][1]["i18n"]["languages"]
    assert [(entry["locale"], entry.get("default", False)) for entry in languages] == [
        ("fr", True),
        ("fa", False),
        ("ur", False),
    ]
    assert len({re.sub(r"\W", "", entry["name"]) for entry in languages}) == 3


def test_a_setting_measures_more_when_it_has_time(tmp_path: Path) -> None:
    assert Setting(tmp_path, tmp_path, quick=True).runs < Setting(tmp_path, tmp_path).runs


def report(**scores: float | None) -> dict[str, Any]:
    """A report of Lighthouse in which each category has one audit that counts and one that does not apply."""
    audits = {name: {"numericValue": 12.5} for name in bench_lighthouse.TIMES}
    categories = {}
    for category in bench_lighthouse.CATEGORIES:
        score = scores.get(category.replace("-", "_"), 1)
        audits[f"counts-{category}"] = {"score": score, "scoreDisplayMode": "binary"}
        audits[f"absent-{category}"] = {"score": None, "scoreDisplayMode": "notApplicable"}
        parts = [{"id": f"{kind}-{category}", "weight": 1} for kind in ("counts", "absent")]
        categories[category] = {"score": score, "auditRefs": parts}
    return {"categories": categories, "audits": audits}


def test_what_lighthouse_says_is_read() -> None:
    found = bench_lighthouse.read(report(seo=0.5), "x")
    assert found.figures["seo"] == 50 and found.figures["performance"] == 100
    assert found.figures["total-blocking-time"] == 12.5
    assert bench_lighthouse.missed(found, "seo") == " (misses counts-seo)"
    assert bench_lighthouse.missed(found, "accessibility") == ""
    with pytest.raises(SystemExit, match="no score for best-practices on x"):
        bench_lighthouse.read(report(best_practices=None), "x")

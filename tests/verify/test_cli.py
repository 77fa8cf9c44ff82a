"""The command, in the project and as one file that a bare Python runs."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import portal.verify
from portal.release import standalone
from portal.verify.cli import main
from portal.verify.memory import Memory
from tests.mini_release import HOST, Mini

PACKAGE = Path(portal.verify.__file__).parent
DAY = ["--today", "2026-12-01"]


def test_a_true_copy(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    mini.brand(HOST)
    assert main([str(mini.site), "--trust", str(mini.trust), *DAY]) == 0
    said = capsys.readouterr().out
    assert "édition 7 du 2026-11-23, signée" in said
    assert "fidèle et à jour" in said
    assert main([str(mini.site), "--trust", str(mini.trust), *DAY, "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_the_exit_statuses(mini: Mini, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trust = ["--trust", str(mini.trust)]
    assert main([str(mini.site), *trust, "--today", "2027-03-01", "--quiet"]) == 3
    assert main([str(mini.site), *trust, *DAY, "--newest", "8"]) == 3
    assert main([str(tmp_path / "rien"), *trust, *DAY]) == 4
    assert main([str(mini.site), "--trust", str(tmp_path / "rien"), *DAY]) == 2
    assert main([str(mini.site), "--trust", str(mini.site / "index.html"), *DAY]) == 2
    assert main([str(mini.site), *trust, *DAY, "--pause", "-1"]) == 2
    (mini.site / "index.html").unlink()
    assert main([str(mini.site), *trust, *DAY]) == 1
    assert "[file-missing] index.html" in capsys.readouterr().out
    for wrong in ([], ["x", "--today", "hier"], ["x", "--rien"]):
        with pytest.raises(SystemExit) as caught:
            main(wrong)
        assert caught.value.code == 2


def test_the_report_for_a_program(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    (mini.site / "fr/\x1b[2J.html").write_text("x", "utf-8")
    main([str(mini.site), "--trust", str(mini.trust), *DAY, "--json"])
    said = capsys.readouterr().out
    assert said.isascii()
    data = json.loads(said)
    assert (data["status"], data["edition"], data["signed"], data["checked"]) == (1, 7, True, 22)
    assert {"level": "error", "code": "file-extra", "path": "fr/\x1b[2J.html"}.items() <= data["findings"][0].items()


def test_a_name_can_not_write_on_the_terminal(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    (mini.site / "fr/\x1b[2J\u202e.html").write_text("x", "utf-8")
    main([str(mini.site), "--trust", str(mini.trust), *DAY])
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\\x1b[2J\\u202e.html" in said


def test_a_flood_of_faults_is_cut(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(30):
        (mini.site / f"fr/{n}.txt").write_text("x", "utf-8")
    main([str(mini.site), "--trust", str(mini.trust), *DAY])
    said = capsys.readouterr().out
    assert said.count("[file-extra]") == 21
    assert "… et 10 autres [file-extra]" in said


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', "\xff", "[" * 99_999])
def test_a_state_file_that_is_none_is_not_overwritten(text: str, mini: Mini, tmp_path: Path) -> None:
    (state := tmp_path / "note.txt").write_text(text, "utf-8")
    assert main([str(mini.site), "--trust", str(mini.trust), *DAY, "--state", str(state)]) == 4
    assert state.read_text("utf-8") == text


def test_a_state_file_that_can_not_be_written(mini: Mini, tmp_path: Path) -> None:
    state = tmp_path / "rien" / "etat.json"
    assert main([str(mini.site), "--trust", str(mini.trust), *DAY, "--state", str(state)]) == 4


def test_memory_without_a_file_keeps_nothing() -> None:
    memory = Memory(None, "x")
    memory.note(7, "a")
    memory.done("y")
    memory.finish(complete=True)
    assert memory.newest == 7


def test_nothing_else_than_the_standard_library_is_imported() -> None:
    """zstandard and brotli, where they are used, and nothing of the rest of the project."""
    for file in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                assert node.level <= 1, file
                names += [node.module or ""] if not node.level else []
            for name in names:
                assert name.split(".")[0] in sys.stdlib_module_names | {"zstandard", "brotli"}, (file, name)


@pytest.fixture(scope="module")
def packed(good: Mini, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """verify.py as a release has it: the package and the sets of keys in one file."""
    file = tmp_path_factory.mktemp("packed") / "verify.py"
    file.write_bytes(standalone.pack([good.trust.read_bytes()]))
    return file


def bare(packed: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A Python without any installed module, in an empty environment but for PATH."""
    command = [sys.executable, "-I", "-S", packed, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, env={"PATH": "/usr/bin:/bin"}, cwd="/"
    )


def test_one_file_alone_verifies_with_the_keys_it_brings(packed: Path, mini: Mini) -> None:
    mini.brand(HOST)
    zipped, tarred = mini.pack()
    for place in (mini.site, zipped):
        done = bare(packed, place, *DAY)
        assert (done.returncode, done.stderr) == (0, ""), done
    done = bare(packed, tarred, *DAY)
    assert done.returncode == 4
    assert "zstandard" in done.stdout
    (mini.site / "sw.js").write_text("faux", "utf-8")
    assert bare(packed, mini.site, *DAY).returncode == 1
    assert bare(packed).returncode == 2
    assert bare(packed, "--help").returncode == 0


def test_the_package_can_be_run(mini: Mini) -> None:
    command = [sys.executable, "-m", "portal.verify", mini.site, "--trust", mini.trust, *DAY]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0

"""The start on a bare machine: exact packages, one clear message for each thing that can be missing."""

from __future__ import annotations

import ast
import base64
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from portal import bootstrap, cli, errors, npm, tools
from portal.errors import BuildError, guarded

pytestmark = pytest.mark.whole

REQUIREMENTS = ("build", "test", "node", "pyodide-build", "bench")


def make_wheel(folder: Path, name: str, version: str) -> str:
    """A real wheel of one module, and its sha256: what pip would get from an index, without one."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text)}"
        for path, text in files.items()
    ]
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,"]) + "\n"
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its environment made, and one package, `base`, in it: making one takes seconds."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "requirements").mkdir()
    (folder / "wheels").mkdir()
    require(folder, "base", make_wheel(folder / "wheels", "base", "1.0"), "1.0")
    with pytest.MonkeyPatch.context() as patch:
        use_only(patch, folder / "wheels")
        bootstrap.prepare(folder, ["base"])
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of `made` that also wants `alpha`, which comes from a folder: pip asks no index."""
    folder = tmp_path / "project"
    shutil.copytree(made, folder, symlinks=True)
    use_only(monkeypatch, folder / "wheels")
    require(folder, "alpha", make_wheel(folder / "wheels", "alpha", "1.0"), "1.0")
    return folder


def use_only(patch: pytest.MonkeyPatch, wheels: Path) -> None:
    for variable in [key for key in os.environ if key.startswith("PIP_")]:
        patch.delenv(variable)
    patch.setenv("PIP_CONFIG_FILE", os.devnull)
    patch.setenv("PIP_NO_INDEX", "1")
    patch.setenv("PIP_FIND_LINKS", str(wheels))


def require(project: Path, name: str, sha256: str, version: str) -> None:
    listing = project / "requirements" / f"{name}.txt"
    listing.write_text(f"{name}=={version} \\\n    --hash=sha256:{sha256}\n", "utf-8")


def installed(python: Path) -> str:
    return subprocess.run(
        [python, "-c", "import alpha; print(alpha.VERSION)"], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_packages_are_installed_once(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    python = bootstrap.prepare(project, ["alpha"])
    assert installed(python) == "1.0"
    assert "Installing 1 Python package " in capsys.readouterr().out
    monkeypatch.setattr(bootstrap, "run_tool", lambda *_: pytest.fail("pip must not run"))
    assert bootstrap.prepare(project, ["alpha"]) == python
    assert capsys.readouterr().out == ""


def test_a_changed_list_makes_a_new_environment(project: Path) -> None:
    python = bootstrap.prepare(project, ["alpha"])
    leftover = project / ".venv" / "leftover"
    leftover.touch()
    require(project, "alpha", make_wheel(project / "wheels", "alpha", "2.0"), "2.0")
    bootstrap.prepare(project, ["alpha"])
    assert installed(python) == "2.0"
    assert not leftover.exists()


def test_an_interrupted_installation_is_begun_again(project: Path) -> None:
    python = bootstrap.prepare(project, ["alpha"])
    stamp = project / ".venv" / "build-py.json"
    stamp.write_text(json.dumps({"python": json.loads(stamp.read_text("utf-8"))["python"]}), "utf-8")
    bootstrap.prepare(project, ["alpha"])
    assert installed(python) == "1.0"


def test_other_bytes_than_the_pinned_ones_are_refused(project: Path) -> None:
    require(project, "alpha", "0" * 64, "1.0")
    with pytest.raises(BuildError, match="not the one that was pinned"):
        bootstrap.prepare(project, ["alpha"])


def test_no_network(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    # Port 9 of this computer: nobody answers there.
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(BuildError, match="the network does not answer") as caught:
        bootstrap.prepare(project, ["alpha"])
    assert "Internet" in caught.value.remedy


def test_an_environment_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / ".venv" / "mine"
    mine.parent.mkdir()
    mine.touch()
    with pytest.raises(BuildError, match="was not made by"):
        bootstrap.prepare(tmp_path, ["alpha"])
    assert mine.exists()


def test_a_link_to_an_environment_is_left_alone(made: Path, tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(made / ".venv")
    with pytest.raises(BuildError, match="was not made by"):
        bootstrap.prepare(tmp_path, ["alpha"])
    assert (made / ".venv" / "build-py.json").exists()


def test_missing_ensurepip_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(tools.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(BuildError) as caught:
        bootstrap.prepare(tmp_path, ["alpha"])
    assert caught.value.remedy == "sudo apt-get install -y --no-install-recommends python3-venv"
    assert not (tmp_path / ".venv").exists()


def test_old_python_is_told_in_words() -> None:
    source = (cli.ROOT / "build.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 4))
    code = f"import sys; sys.version_info = (3, 9, 2, 'final', 0); exec(compile({source!r}, 'build.py', 'exec'))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "needs Python 3.11 or newer, and this one is 3.9" in result.stderr
    assert "Traceback" not in result.stderr


def test_build_py_stays_thin() -> None:
    assert len((cli.ROOT / "build.py").read_text("utf-8").splitlines()) <= 30


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], "invalid choice: 'biuld'"),
        (["--edition", "hier"], "'hier' is not a date"),
        (["serve", "--port", "80000"], "'80000' is not a port"),
        (["check", "--texts", "/nowhere"], "'/nowhere' is not a folder"),
        (["bench", "speed"], "no benchmark 'speed'"),
        (["build", "--", "-x"], "only `test` takes arguments after --"),
    ],
)
def test_wrong_commands_cost_nothing(
    arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "prepare", lambda *_: pytest.fail("nothing must be installed"))
    with pytest.raises(SystemExit) as caught:
        bootstrap.main(arguments)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("verb", [[], *([verb] for verb in cli.VERBS)])
def test_every_verb_has_its_help(verb: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        bootstrap.main([*verb, "--help"])
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    options = {
        "build": ["--edition"],
        "print": ["--lang", "--only", "--out", "--edition", "--mirror", "--number"],
        "test": ["-- ", "--fast"],
        "serve": ["--port", "--host", "--no-watch"],
        "check": ["--texts", "--pin", "--mutations"],
        "lawwatch": ["--texts", "--before", "--mark"],
        "language": ["add", "status", "export", "import", "stamp"],
        "runtime": ["record"],
        "advisories": ["OSV", "code 1"],
        "bench": ["--quick", "--site", *cli.BENCHMARKS],
        "release": ["--edition", "--key", "--signature", "--out", "--no-build"],
        "keys": ["new", "sign", "--threshold", "--from", "--until", "--key"],
        "verify": ["--trust", "--today", "--newest", "--state", "--json", "--quiet"],
        "mirror": ["make", "update", "back", "--config", "--from", "--to", "--dry-run", "--undo", "--trust"],
        "mirrors": ["check", "--out", "--full", "--newest", "--trust"],
    }
    for option in options[verb[0]] if verb else cli.VERBS:
        assert option in shown


def test_arguments_after_the_dashes_go_to_pytest() -> None:
    options = cli.parse(["test", "--", "-k", "serve", "--", "-x"])
    assert (options.verb, options.pytest) == ("test", ["-k", "serve", "--", "-x"])
    assert cli.parse([]).verb == "build"
    assert cli.parse(["--edition", "2026-12-01"]).edition == "2026-12-01"


def test_a_full_disk_is_one_message(capsys: pytest.CaptureFixture[str]) -> None:
    def write() -> int:
        return Path("/dev/full").write_text("x", "utf-8")

    assert guarded(write) == 1
    shown = capsys.readouterr().err
    assert shown.startswith("error: No space left on device")
    assert "try: free about 1 GB" in shown


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("npm error code EINTEGRITY", "not the one that was pinned"),
        ("npm error code EAI_AGAIN", "the network does not answer"),
        ("something else", "something else"),
    ],
)
def test_what_installers_print_becomes_one_message(said: str, message: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"import sys; print({said!r}); sys.exit(1)"]
    with pytest.raises(BuildError, match=re.escape(message)):
        tools.run_tool(command, tmp_path, "it failed")


def test_unforeseen_failures_keep_their_traceback() -> None:
    def fail() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        errors.guarded(fail)


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_python_package_is_pinned_with_hashes(name: str) -> None:
    text = (cli.ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
    entries = [e for e in re.split(r"\n(?=\S)", text) if not e.startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==[^ ]+ ", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_direct_needs_are_pinned_alike_in_both_files() -> None:
    for name in REQUIREMENTS:
        lines = (cli.ROOT / "requirements" / f"{name}.in").read_text("utf-8").splitlines()
        locked = (cli.ROOT / "requirements" / f"{name}.txt").read_text("utf-8").lower()
        for line in lines:
            if line and not line.startswith(("#", "-c ")):
                assert re.search(rf"^{re.escape(line.lower())}( |$)", locked, re.MULTILINE), line


@pytest.mark.parametrize("folder", [".", "tests/bench"])
def test_every_npm_package_has_its_integrity_and_no_address(folder: str) -> None:
    lock = json.loads((cli.ROOT / folder / "package-lock.json").read_text("utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    assert packages
    for path, entry in packages.items():
        assert entry["integrity"].startswith("sha512-"), path
        assert "resolved" not in entry, path


def test_npm_packages_are_not_fetched_again(root: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "run_tool", lambda *_: pytest.fail("npm must not run"))
    assert npm.install(root) == root / "node_modules"

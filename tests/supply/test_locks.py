"""Every package that anything installs is pinned by version and hash, tied to no address, and installed that way."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from portal import bootstrap, npm
from portal.errors import BuildError
from portal.supply import locks

DIGEST = "a" * 64
INTEGRITY = "sha512-" + base64.b64encode(b"x" * 64).decode()


def test_every_lock_is_read_and_every_group_counted(root: Path) -> None:
    """A new requirements file, or a new npm lock, must not escape the rest of these tests."""
    assert {f"{name}.txt" for name in locks.groups(root)} | {"licences.txt"} == {
        file.name for file in (root / "requirements").glob("*.txt")
    }
    assert set(locks.BUILD_GROUPS) | {"test", "zim", "bench"} == set(locks.groups(root))
    found = [
        root / "package-lock.json",
        *(root / "portal").rglob("*-lock.json"),
        *(root / "tests").rglob("*-lock.json"),
    ]
    found = [file for file in found if "node_modules" not in file.parts]
    assert {file.relative_to(root).as_posix() for file in found} == set(locks.NPM_LOCKS)


def test_every_package_has_an_exact_version_and_a_hash(root: Path) -> None:
    found = locks.everything(root)
    assert len(found) > 400
    for pin in found:
        length = 64 if pin.ecosystem == locks.PYPI else 128
        assert re.fullmatch(r"\d[\w.+!-]*", pin.version), pin
        assert pin.hashes and all(re.fullmatch(rf"[0-9a-f]{{{length}}}", digest) for _, digest in pin.hashes), pin


def test_no_file_of_pins_names_an_address(root: Path) -> None:
    files = [*(root / "requirements").iterdir(), *(root / lock for lock in locks.NPM_LOCKS)]
    files += [(root / lock).with_name("package.json") for lock in locks.NPM_LOCKS]
    for file in files:
        if file.name == "package-lock.json":
            # Addresses to give money to are not addresses to fetch from.
            lock = json.loads(file.read_text("utf-8"))
            for entry in lock["packages"].values():
                entry.pop("funding", None)
            said = json.dumps(lock)
        else:
            said = file.read_text("utf-8")
        assert "://" not in said and "git+" not in said and "file:" not in said, file


def test_what_is_asked_for_by_name_is_exact(root: Path) -> None:
    for group in locks.groups(root):
        lines = (root / "requirements" / f"{group}.in").read_text("utf-8").splitlines()
        asked = [line for line in lines if line and not line.startswith(("#", "-c "))]
        assert asked and all(re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", line) for line in asked), group
        locked = {pin.name for pin in locks.requirements(root, group)}
        assert set(locks.direct(root, group)) <= locked
    for lock in locks.NPM_LOCKS:
        package = json.loads((root / lock).with_name("package.json").read_text("utf-8"))
        asked_npm = package.get("dependencies", {}) | package.get("devDependencies", {})
        assert asked_npm and all(re.fullmatch(r"\d+\.\d+\.\d+(-[\w.]+)?", version) for version in asked_npm.values())
        settings = (root / lock).with_name(".npmrc").read_text("utf-8").splitlines()
        assert {"omit-lockfile-registry-resolved=true", "ignore-scripts=true", "save-exact=true"} <= set(settings)


@pytest.mark.parametrize(
    "line",
    [
        f"a>=1 --hash=sha256:{DIGEST}",
        f"a --hash=sha256:{DIGEST}",
        "a==1",
        f"a==1 --hash=sha256:{DIGEST[:-1]}",
        f"a==1 --hash=md5:{DIGEST[:32]}",
        f"a @ https://example.org/a.whl --hash=sha256:{DIGEST}",
        "--index-url https://example.org/simple",
        "-r other.txt",
        f"a==1 --hash=sha256:{DIGEST} --find-links=/tmp",
    ],
)
def test_another_kind_of_requirement_is_refused_with_its_place(line: str, tmp_path: Path) -> None:
    folder = tmp_path / "requirements"
    folder.mkdir()
    one = f"--hash=sha256:{DIGEST}"
    good = f"# written by\nb-c.d==2.0 ; sys_platform == 'win32' \\\n    {one} \\\n    {one}\n"
    (folder / "build.txt").write_text(good, "utf-8")
    (pin,) = locks.requirements(tmp_path, "build")
    assert (pin.name, pin.version, len(pin.hashes), pin.purl) == ("b-c-d", "2.0", 2, "pkg:pypi/b-c-d@2.0")
    (folder / "build.txt").write_text(good + line + "\n", "utf-8")
    with pytest.raises(BuildError, match=r"requirements/build\.txt:5: .* is not an exact version") as caught:
        locks.requirements(tmp_path, "build")
    assert "lock.sh" in caught.value.remedy


@pytest.mark.parametrize(
    "change",
    [
        {"integrity": None},
        {"integrity": "sha1-" + base64.b64encode(b"x" * 20).decode()},
        {"integrity": INTEGRITY[:-8]},
        {"integrity": "sha512-é"},
        {"resolved": "https://example.org/a.tgz"},
        {"link": True},
    ],
)
def test_another_kind_of_npm_package_is_refused(change: dict[str, object], tmp_path: Path) -> None:
    entry = {"version": "1.0.0", "integrity": INTEGRITY, "license": "MIT"}
    lock = {"packages": {"": {"name": "x"}, "node_modules/a/node_modules/@s/b": entry}}
    (tmp_path / "package-lock.json").write_text(json.dumps(lock), "utf-8")
    (pin,) = locks.npm(tmp_path)
    assert (pin.name, pin.purl) == ("@s/b", "pkg:npm/%40s/b@1.0.0")
    entry |= change  # type: ignore[operator]
    (tmp_path / "package-lock.json").write_text(json.dumps({k: v for k, v in lock.items() if v}), "utf-8")
    with pytest.raises(BuildError, match=r"package-lock\.json: @s/b (has no sha512 integrity|is tied to an address)"):
        locks.npm(tmp_path)


def test_pip_and_npm_are_run_under_the_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def note(command: Sequence[str | Path], *_: object, **__: object) -> str:
        commands.append([str(part) for part in command])
        return ""

    monkeypatch.setattr(bootstrap, "run_tool", note)
    monkeypatch.setattr(npm, "run_tool", note)
    monkeypatch.setattr(npm, "program", lambda _: ["npm"])
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "build.txt").write_text(f"a==1 \\\n    --hash=sha256:{DIGEST}\n", "utf-8")
    (tmp_path / ".venv").mkdir()
    bootstrap.install(tmp_path, "build")
    (tmp_path / "package-lock.json").write_text('{"packages": {"": {}}}', "utf-8")
    (tmp_path / "node_modules").mkdir()
    npm.install(tmp_path)
    pip, ci = commands
    assert pip[1:4] == ["-m", "pip", "install"] and {"--require-hashes", "--only-binary"} <= set(pip)
    assert pip[pip.index("--only-binary") + 1] == ":all:" and pip[-1].endswith("requirements/build.txt")
    assert ci[:3] == ["npm", "ci", "--ignore-scripts"]

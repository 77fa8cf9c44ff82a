"""The licences of the Python packages of the build: one line each, those that their metadata say."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.supply import locks, python_licences, spdx


def test_every_package_of_the_build_has_its_line_and_no_other(root: Path) -> None:
    wanted = {(pin.name, pin.version) for pin in locks.build(root) if pin.ecosystem == locks.PYPI}
    assert set(python_licences.read(root)) == wanted


def test_each_line_is_what_the_installed_package_says(root: Path) -> None:
    known = python_licences.read(root)
    compared = 0
    for pin in locks.requirements(root, "build"):
        said = python_licences.installed(pin)
        compared += bool(said)
        assert said in ("", python_licences.of(pin, known)), pin
    assert compared > 40


def test_every_licence_of_the_npm_lock_is_a_name_of_spdx(root: Path) -> None:
    for pin in locks.build(root):
        spdx.check(python_licences.of(pin, python_licences.read(root)), pin.purl)


def test_it_is_written_again_the_same_and_says_what_is_missing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    for name in [f"{group}.txt" for group in locks.BUILD_GROUPS] + ["licences.txt"]:
        (tmp_path / "requirements" / name).write_bytes((root / "requirements" / name).read_bytes())
    (tmp_path / "package-lock.json").write_bytes((root / "package-lock.json").read_bytes())
    file = tmp_path / python_licences.FILE
    before = file.read_text("utf-8")
    assert python_licences.write(tmp_path) == file and file.read_text("utf-8") == before
    file.write_text(before.replace("pyphen==0.18.1 ", "pyphen==0.18.0 "), "utf-8")
    with pytest.raises(BuildError, match=r"no licence for pyphen==0\.18\.1\."):
        python_licences.write(tmp_path)
    file.write_text(before + "mkdocs 1.6.1 BSD\n", "utf-8")
    with pytest.raises(BuildError, match=rf"licences\.txt:{len(before.splitlines()) + 1}: not “name==version licence”"):
        python_licences.read(tmp_path)
    file.write_text(before.replace(" MIT\n", " MIT-ish\n", 1), "utf-8")
    with pytest.raises(BuildError, match=r"MIT-ish.* is not a licence that SPDX names"):
        python_licences.read(tmp_path)


def test_packages_that_say_it_in_other_words() -> None:
    assert spdx.of(metadata.distribution("jinja2")) == "BSD-3-Clause"
    assert spdx.of(metadata.distribution("mkdocs")) == "BSD-2-Clause"
    assert spdx.of(metadata.distribution("pathspec")) == "MPL-2.0"
    assert spdx.of(metadata.distribution("pyphen")) == ""
    assert spdx.names("MPL-2.0 AND (MIT OR NCSA)")[1:] == ["MPL-2.0", "MIT", "NCSA"]

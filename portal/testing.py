"""`build.py test`: the tools, then the code checks, then the build, then every test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import npm
from portal.errors import BuildError
from portal.pipeline import build
from portal.tools import apt_install

# Program → the Debian package that brings it.
PROGRAMS = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "qpdf": "qpdf"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Where the built site is, for the tests: they do not build it a second time.
SITE_VARIABLE = "PORTAL_TESTED_SITE"


def test(root: Path, arguments: Sequence[str]) -> int:
    """Runs the code checks, builds, and runs pytest with `arguments`; returns the exit code of the first that fails."""
    prepare_programs()
    npm.install(root, tests=True)
    for title, command in (
        ("Style (ruff check)", ["ruff", "check", "."]),
        ("Types (mypy)", ["mypy"]),
    ):
        print(title, flush=True)
        if code := subprocess.run([sys.executable, "-m", *command], cwd=root, check=False).returncode:
            return code
    report = build(root)
    report.show()
    env = {**os.environ, SITE_VARIABLE: str(report.site)}
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=root, env=env, check=False).returncode


def browser() -> str | None:
    """The path of an installed Chromium or Chrome, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def prepare_programs() -> None:
    """Makes sure that a browser and the PDF readers are there: by apt-get when root.

    Raises BuildError, with the one command to type, when they are not and cannot be installed."""
    packages = {package for program, package in PROGRAMS.items() if not shutil.which(program)}
    if not browser():
        # A bare system has no font at all, and a page without letters tests nothing.
        packages |= {"chromium", "fonts-dejavu-core"}
    if packages:
        apt_install(sorted(packages), "the tests need a browser and PDF readers")
    if not browser():
        raise BuildError("the tests need Chromium, and none is in PATH.", "install Chromium or Chrome.")

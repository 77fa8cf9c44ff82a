"""`build.py test`: the tools, then the code checks, then the build, then every test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal import npm
from portal.errors import BuildError
from portal.pipeline import build
from portal.tools import apt_install

# Chromium's engine without its windows: a new page costs it a fifth of the processor's time.
WINDOWLESS = "chromium-headless-shell"
# Program → the Debian package that brings it.
PROGRAMS = {
    WINDOWLESS: WINDOWLESS,
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "qpdf": "qpdf",
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "soffice": "libreoffice-writer-nogui",
    "java": "default-jre-headless",
    "ssh-keygen": "openssh-client",
    "nginx": "nginx-light",
    "apache2": "apache2-bin",
    "caddy": "caddy",
}
# Where servers are, which is not in everybody's PATH.
SERVERS = "/usr/sbin"
# WebKitGTK's small browser comes with its library, outside PATH.
MINI_BROWSER = "usr/lib/*/webkit2gtk-4.*/MiniBrowser"
BROTLI_MODULE = {"usr/lib/nginx/modules/ngx_http_brotli_static_module.so": "libnginx-mod-http-brotli-static"}
# Programs outside PATH → the Debian package that brings them.
PARTS = {MINI_BROWSER: "webkit2gtk-driver", **BROTLI_MODULE}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# pytest's exit code when tests ran and some failed.
FAILED = 1
# More failures than this are a fault of the project: they are not run again.
SECOND_CHANCES = 3
# Where pytest keeps the tests that fail: it adds to what earlier runs left there, of other tests too.
LAST_FAILED = Path(".pytest_cache", "v", "cache", "lastfailed")
OF_EARLIER_RUNS = frozenset({"--lf", "--last-failed", "--ff", "--failed-first"})
# Where the built site is, for the tests: they do not build it a second time.
SITE_VARIABLE = "PORTAL_TESTED_SITE"
# What a fast run says of itself.
LEFT_OUT = "Tests without the built site or a browser (python3 build.py test runs the others too)"


def test(root: Path, arguments: Sequence[str], *, fast: bool = False) -> int:
    """Runs the code checks, builds, and runs pytest with `arguments`; returns the exit code of the first that fails.

    `fast` builds nothing and installs no program: of the tests, it runs those that need neither site nor browser."""
    if not fast:
        prepare_programs()
    npm.install(root, tests=True)
    for title, command in (
        ("Style (ruff check)", ["ruff", "check", "."]),
        ("Types (mypy)", ["mypy"]),
    ):
        print(title, flush=True)
        if code := subprocess.run([sys.executable, "-m", *command], cwd=root, check=False).returncode:
            return code
    if fast:
        print(LEFT_OUT, flush=True)
        return run_pytest(root, ["--fast", *arguments], dict(os.environ))
    report = build(root)
    report.show()
    env = {**os.environ, SITE_VARIABLE: str(report.site)}
    return run_pytest(root, arguments, env)


def run_pytest(root: Path, arguments: Sequence[str], env: dict[str, str]) -> int:
    """Runs pytest, one process a core, then a second time, alone, the few tests that failed: five browsers share a
    machine with other work.

    A fault of the project fails twice. A test that passes the second time is named, so that somebody mends it."""
    if not OF_EARLIER_RUNS & set(arguments):
        (root / LAST_FAILED).unlink(missing_ok=True)
    # A file stays in one process: what its tests share is made once. The order is that of tests/conftest.py.
    spread = ["--numprocesses", str(os.cpu_count() or 1), "--dist", "loadfile", "--no-loadscope-reorder"]
    command = [sys.executable, "-m", "pytest", *spread, *arguments]
    code = subprocess.run(command, cwd=root, env=env, check=False).returncode
    failed = _failed(root) if code == FAILED else []
    if not 0 < len(failed) <= SECOND_CHANCES:
        return code
    print(f"A second run of what failed: {len(failed)}", flush=True)
    code = subprocess.run([sys.executable, "-m", "pytest", *failed], cwd=root, env=env, check=False).returncode
    if not code:
        print("Passed on the second run only. Each is unsteady: mend it.", *failed, sep="\n  ", flush=True)
    return code


def _failed(root: Path) -> list[str]:
    """The tests that pytest in `root` holds as failing."""
    record = root / LAST_FAILED
    return sorted(json.loads(record.read_text("utf-8"))) if record.is_file() else []


def browser() -> str | None:
    """The path of an installed Chromium or Chrome, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def prepare_programs(
    programs: Mapping[str, str] = PROGRAMS,
    parts: Mapping[str, str] = PARTS,
    failure: str = "the tests need browsers, servers, PDF readers, a word processor and Java",
) -> None:
    """Makes sure that Chromium, `programs` and `parts` are there, by apt-get when root.

    Raises BuildError, `failure` with the one command to type, when they are not and cannot be installed."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), SERVERS])
    packages = {package for program, package in programs.items() if not shutil.which(program, path=path)}
    if not browser():
        # A bare system has no font at all, and a page without letters tests nothing.
        packages |= {"chromium", "fonts-dejavu-core"}
    packages |= {package for pattern, package in parts.items() if not any(Path("/").glob(pattern))}
    if packages:
        apt_install(sorted(packages), failure)
    if not browser():
        raise BuildError(f"{failure}: no Chromium in PATH.", "install Chromium or Chrome.")

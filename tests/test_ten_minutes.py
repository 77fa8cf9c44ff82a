"""The guide of who hosts a copy (docs/fr/fabrication/heberger.md), followed to the letter, on each server.

What it names, commands, files, buttons, is taken from its text: a guide that says another thing than what exists fails
here. The words that a person would read in their place are the name of the archive and the address of the copy."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from portal import hosting
from portal.cli import parse
from portal.release import archive, building, standalone
from tests import host_copy
from tests.host_copy import EDITION, HOST
from tests.hosted import SERVERS
from tests.servers import public_folder
from tests.test_host_form import fill, saved

NUMBER = "[[ edition.numero ]]"
ADDRESS = "https://droits.exemple.org/"
LINKED = '<!doctype html><title>Accueil</title><link rel="stylesheet" href="local/local.css"><div class="top">Accueil'


@pytest.fixture(scope="module")
def guide(root: Path) -> dict[str, str]:
    """The sections of the page by their id."""
    text = (root / "docs" / "fr" / "fabrication" / "heberger.md").read_text("utf-8")
    parts = re.split(r"^## .*\{#([a-z-]+)\}$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.fixture(scope="module")
def given(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what two people give to a volunteer: the archive, and verify.py."""
    folder = tmp_path_factory.mktemp("volontaire")
    release = host_copy.make(root, folder, lambda site: (site / "index.html").write_text(LINKED, "utf-8"))
    hosting.write(root, release.folder)
    (release.folder / building.VERIFIER).write_bytes(standalone.pack(release.trust))
    release.seal()
    archive.write(release.folder, EDITION, folder, f"droits-en-attente-{EDITION.number}")
    shutil.copyfile(release.folder / building.VERIFIER, folder / "verify.py")
    return folder


def commands(section: str) -> list[str]:
    """What the section says to type."""
    return [found.replace(NUMBER, EDITION.number) for found in re.findall(r"tapez `(python3 [^`]+)`", section, re.I)]


def run(command: str, folder: Path, address: str = "") -> subprocess.CompletedProcess[str]:
    # A fixed day: the edition of the test has its own.
    words = [*command.replace(ADDRESS, address).split()[1:], "--today", "2026-12-01"]
    if address:
        words += ["--pause", "0"]
    return subprocess.run([sys.executable, "-I", *words], cwd=folder, capture_output=True, text=True, check=False)


def named(section: str, name: str) -> str:
    """`name`, which the section must show as something to find."""
    assert f"`{name}`" in section or f"« {name} »" in section, name
    return name


@pytest.mark.parametrize("server", SERVERS)
def test_the_guide_leads_to_a_true_copy(guide: dict[str, str], given: Path, page: Page, server: str) -> None:
    # 1. The archive.
    (check,) = commands(guide["archive"])
    done = run(check, given)
    assert done.returncode == 0, done.stdout + done.stderr
    with public_folder() as public:
        with zipfile.ZipFile(given / f"droits-en-attente-{EDITION.number}.zip") as found:
            found.extractall(public)
        copy = public / named(guide["archive"], "droits-en-attente")
        # 2. Who hosts it.
        page.goto((copy / named(guide["formulaire"], "hebergeur/formulaire.html")).as_uri())
        fill(page, HOST)
        page.get_by_role("button", name=named(guide["formulaire"], "Préparer les fichiers")).click()
        for name in ("local.zip", "mirror.yml"):
            (given / name).write_bytes(saved(page, named(guide["formulaire"], name)))
        shutil.rmtree(copy / named(guide["formulaire"], "local"))
        with zipfile.ZipFile(given / "local.zip") as found:
            found.extractall(copy)
        # 3. The upload.
        if server == "apache":
            kit = named(guide["envoyer"], "hebergeur/htaccess.txt")
            shutil.copyfile(copy / kit, copy / named(guide["envoyer"], ".htaccess"))
        else:
            named(guide["hebergements"], {"nginx": "hebergeur/nginx.conf", "caddy": "hebergeur/Caddyfile"}[server])
        # 4. The copy online.
        with SERVERS[server](copy) as address:
            page.goto(address)
            shown = page.locator(".top").evaluate("node => getComputedStyle(node, '::before').content")
            assert HOST["nom"] in shown
            page.goto(named(guide["ouvrir"], f"{ADDRESS}local/fr/mentions.html").replace(ADDRESS, address))
            assert HOST["nom"] in page.locator("body").inner_text()
            (check,) = commands(guide["ouvrir"])
            done = run(check, given, address)
            assert done.returncode == 0, done.stdout + done.stderr
            # And the same command sees a copy that somebody changed.
            (copy / "fr" / "index.html").write_text("<p>Payez ici", "utf-8")
            done = run(check, given, address)
            assert done.returncode == 1
            assert "fr/index.html" in done.stdout


def test_the_commands_with_python_are_those_of_the_project(guide: dict[str, str]) -> None:
    typed = commands(guide["python"]) + re.findall(r"`(python3 build\.py [^`]+)`", guide["mises-a-jour"])
    assert len(typed) >= 5
    for command in typed:
        parse(command.replace(NUMBER, EDITION.number).split()[2:])

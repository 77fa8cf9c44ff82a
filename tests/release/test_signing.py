"""An edition is signed by several, each on their computer; below the threshold its archive says so."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.release import layout, pack
from tests.release.project import EDITION, describe, first_set, make_key, small_site


def test_two_signatories_on_two_computers(tmp_path: Path) -> None:
    made, sets = first_set(tmp_path), tmp_path / "cles"
    here, there = small_site(tmp_path / "ici"), small_site(tmp_path / "la-bas")
    archives, signed = pack(there, EDITION, sets, tmp_path / "dist-2", own=[made[1]])
    assert signed == ["ingenieure"]
    assert "NON-SIGNEE" in archives[0].name
    sent = there / layout.SIGNATURES / "ingenieure.sig"
    archives, signed = pack(here, EDITION, sets, tmp_path / "dist", own=[made[0]], sent=[sent])
    assert signed == ["ingenieure", "juriste"]
    assert [path.name for path in archives] == ["droits-en-attente-7.zip", "droits-en-attente-7.tar.zst"]


def test_openssh_alone_checks_a_signature(tmp_path: Path) -> None:
    made = first_set(tmp_path)
    site = small_site(tmp_path / "site")
    pack(site, EDITION, tmp_path / "cles", tmp_path / "dist", own=made[:2])
    command = ["ssh-keygen", "-Y", "verify", "-f", site / layout.SIGNERS, "-n", "droits-en-attente-edition"]
    command += ["-I", "juriste", "-s", site / layout.SIGNATURES / "juriste.sig"]
    statement = (site / layout.STATEMENT).read_bytes()
    assert subprocess.run(command, input=statement, capture_output=True, check=False).returncode == 0
    altered = statement.replace(b"2027", b"2029")
    assert subprocess.run(command, input=altered, capture_output=True, check=False).returncode != 0


def test_a_key_of_nobody_and_the_signature_of_another_edition_are_refused(tmp_path: Path) -> None:
    made, sets = first_set(tmp_path), tmp_path / "cles"
    site = small_site(tmp_path / "site")
    with pytest.raises(BuildError, match="not a key of set 1"):
        pack(site, EDITION, sets, tmp_path / "dist", own=[make_key(tmp_path, "personne")])
    pack(site, EDITION, sets, tmp_path / "dist", own=[made[0]])
    old = tmp_path / "old.sig"
    old.write_bytes((site / layout.SIGNATURES / "juriste.sig").read_bytes())
    (site / "fr" / "index.html").write_text("<p>Autre", "utf-8")
    describe(site)
    with pytest.raises(BuildError, match="no signature of this edition"):
        pack(site, EDITION, sets, tmp_path / "dist", sent=[old])


def test_without_keys_the_archive_says_it_is_not_signed(tmp_path: Path) -> None:
    archives, signed = pack(small_site(tmp_path / "site"), EDITION, tmp_path / "cles", tmp_path / "dist")
    assert signed == []
    assert all("NON-SIGNEE" in path.name for path in archives)

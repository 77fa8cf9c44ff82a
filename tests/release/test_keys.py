"""Sets of keys: made, signed by those before, refused when anything is amiss."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.release import keys, ssh
from portal.verify import openssh
from tests.release.project import first_set, key, make_key


def test_a_new_set_counts_when_enough_keys_of_the_one_before_have_signed(tmp_path: Path) -> None:
    made, folder = first_set(tmp_path), tmp_path / "cles"
    new = make_key(tmp_path / "prive", "nouvelle")
    keys.new(folder, [key(made[0]), key(made[1]), key(new)], 2)
    keys.sign(folder, made[0])
    with pytest.raises(BuildError, match=r"0002\.json: 2 keys"):
        keys.load(folder)
    with pytest.raises(BuildError, match=r"not a key of 0001\.json"):
        keys.sign(folder, new)
    keys.sign(folder, made[2])
    assert [found.version for found in keys.load(folder)] == [1, 2]


def test_one_person_signing_under_two_names_is_one_key(tmp_path: Path) -> None:
    made, folder = first_set(tmp_path), tmp_path / "cles"
    keys.new(folder, [key(made[0])], 1)
    first = keys.sign(folder, made[0])
    shutil.copyfile(first, folder / "0002.ingenieure.sig")
    with pytest.raises(BuildError, match="2 keys"):
        keys.load(folder)


def test_a_signature_of_an_edition_does_not_sign_a_set(tmp_path: Path) -> None:
    made, folder = first_set(tmp_path, threshold=1), tmp_path / "cles"
    path = keys.new(folder, [key(made[0])], 1)
    (folder / "0002.juriste.sig").write_bytes(ssh.sign(made[0], openssh.EDITIONS, path.read_bytes()))
    with pytest.raises(BuildError, match="1 keys"):
        keys.load(folder)


def test_faulty_sets_are_refused(tmp_path: Path) -> None:
    one, two = (key(make_key(tmp_path, name)) for name in ("une", "deux"))
    for members, threshold, said in (
        ([one], 2, "threshold"),
        ([one], 0, "threshold"),
        ([one, replace(two, id="une")], 1, "double"),
        ([one, replace(two, public=one.public)], 1, "double"),
        ([replace(one, id="Une Clé")], 1, "id"),
        ([replace(one, public="ssh-rsa AAAA")], 1, "public"),
        ([replace(one, until=dt.date(2020, 1, 1))], 1, "from, until"),
    ):
        with pytest.raises(BuildError, match=said):
            keys.new(tmp_path / "cles", members, threshold)
    assert not (tmp_path / "cles").exists()


def test_a_gap_and_an_altered_file_are_refused(tmp_path: Path) -> None:
    first_set(tmp_path)
    first = tmp_path / "cles" / "0001.json"
    (tmp_path / "cles" / "0003.json").write_bytes(first.read_bytes())
    with pytest.raises(BuildError, match="set 2 was expected"):
        keys.load(tmp_path / "cles")
    (tmp_path / "cles" / "0003.json").unlink()
    first.write_text("{}", "utf-8")
    with pytest.raises(BuildError, match="champs"):
        keys.load(tmp_path / "cles")


def test_no_folder_is_no_set(tmp_path: Path) -> None:
    assert keys.load(tmp_path / "nowhere") == []

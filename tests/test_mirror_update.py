"""Which editions a mirror takes, which it refuses, and what it says."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.mirrors import fetching, state
from portal.release import keys
from portal.verify.check import verify
from portal.verify.folder import Folder
from tests.host_copy import HOST
from tests.mirror_folder import TODAY, Mirror, Publisher, mirror, publisher
from tests.mirror_server import serving
from tests.release.project import key, make_key


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    by = publisher(tmp_path_factory.mktemp("publisher"))
    for number in (1, 2, 3, 4):
        by.packed(number, "tar.zst" if number == 2 else "zip")
    return by


@pytest.fixture
def by(made: Publisher, tmp_path: Path) -> Publisher:
    shutil.copytree(made.folder, tmp_path / "publisher")
    return Publisher(tmp_path / "publisher", [tmp_path / "publisher/prive" / file.name for file in made.own])


@pytest.fixture
def folder(by: Publisher, tmp_path: Path) -> Mirror:
    return mirror(tmp_path / "m", by)


@pytest.fixture
def second(folder: Mirror) -> Mirror:
    """At edition 2, which came after edition 1."""
    for number in (1, 2):
        assert folder.update(archive(folder.publisher, number)) == 0
    return folder


def archive(by: Publisher, number: int) -> Path:
    return next(file for file in (by.folder / "dist").glob(f"{number}.*") if (number == 2) == (file.suffix == ".zst"))


def refused(folder: Mirror, source: Path | str | None, match: str, **options: object) -> None:
    """The action raises, and readers see no change."""
    before = folder.current.readlink() if folder.current.exists() else None
    with pytest.raises(BuildError, match=match):
        folder.update(source, **options)
    assert (folder.current.readlink() if folder.current.exists() else None) == before
    assert folder.leftovers() == []


def test_whole_life(second: Mirror, by: Publisher) -> None:
    assert second.update(archive(by, 3)) == 0
    assert str(second.current.readlink()) == "editions/3"
    assert second.copies == ["2", "3"]
    assert second.leftovers() == []
    assert HOST["nom"] in (second.current / "local/fr/mentions.html").read_text("utf-8")
    result = verify(Folder(second.current), [file.read_bytes() for file in by.trust], TODAY)
    assert (result.status, result.signed) == (0, True)
    assert second.lines[0] == "Édition 3 du 04/11/2026, signée, bonne jusqu’au 02/02/2027."
    assert "Édition 3 en place. La 2 est gardée : mirror back" in second.lines


def test_release_as_a_folder(folder: Mirror, by: Publisher) -> None:
    assert folder.update(by.folder / "1") == 0


def test_same_edition_twice(second: Mirror, by: Publisher) -> None:
    before = (second.to / "etat.json").read_bytes()
    assert second.update(archive(by, 2)) == 0
    assert second.lines == ["Déjà à jour : édition 2."]
    assert (second.to / "etat.json").read_bytes() == before


def test_older_edition(second: Mirror, by: Publisher) -> None:
    refused(second, archive(by, 1), "Retour en arrière refusé")


def test_older_edition_when_the_memory_is_lost(second: Mirror, by: Publisher) -> None:
    for damage in (lambda file: file.unlink(), lambda file: file.write_text("[1", "utf-8")):
        damage(second.to / "etat.json")
        refused(second, archive(by, 1), "Retour en arrière refusé")
        assert any("refait" in line for line in second.lines)
    assert second.update(archive(by, 3)) == 0
    assert second.copies == ["2", "3"]


def test_other_edition_of_the_same_number(second: Mirror, by: Publisher) -> None:
    other = by.edition(2, more=lambda site: (site / "fr/autre.html").write_text("<p>Autre"), where="autre")
    refused(second, other, "Une autre édition 2")


def test_unsigned_and_altered(second: Mirror, by: Publisher) -> None:
    refused(second, by.packed(7, signers=0), "signatures-few")
    refused(second, by.packed(8, signers=1), "signatures-few")
    altered = by.edition(9)
    (altered / "fr/index.html").write_text("<p>Payez ici", "utf-8")
    refused(second, altered, "file-altered")
    (altered / "fr/index.html").write_text("<p>Travail 9\n", "utf-8")
    (altered / "piste.js").write_text("send()", "utf-8")
    refused(second, altered, "file-extra")


def test_signed_by_others(second: Mirror, tmp_path: Path) -> None:
    refused(second, publisher(tmp_path / "others").packed(9), "keys-differ", trust=[])


def test_trust_is_needed_once(folder: Mirror, by: Publisher) -> None:
    refused(folder, archive(by, 1), "no-trust", trust=[])
    assert folder.update(archive(by, 1)) == 0
    assert folder.update(archive(by, 2), trust=[]) == 0


def test_contrary_trust(second: Mirror, by: Publisher, tmp_path: Path) -> None:
    others = publisher(tmp_path / "others")
    refused(second, archive(by, 3), "contredit", trust=others.trust)


def rotate(by: Publisher) -> Publisher:
    """The set 0002, signed by two keys of the first, with three new keys."""
    new = [make_key(by.folder / "neufs", f"neuve-{number}") for number in (1, 2, 3)]
    keys.new(by.sets, [key(file) for file in new], 2)
    for own in by.own[:2]:
        keys.sign(by.sets, own)
    return Publisher(by.folder, new)


def test_keys_that_changed(second: Mirror, by: Publisher) -> None:
    old = Publisher(by.folder, by.own)
    first_sets = by.folder / "jadis"
    shutil.copytree(by.sets, first_sets)
    new = rotate(by)
    assert second.update(new.packed(5), trust=[]) == 0
    # The old keys sign nothing any more, though the first set is still trusted by name…
    shutil.move(by.sets, by.folder / "neuf")
    shutil.move(first_sets, by.sets)
    refused(second, old.packed(6), "keys-behind")
    # … not even for a host that went back to the edition of before.
    assert second.rollback() == 0
    refused(second, by.folder / "dist/6.zip", "keys-behind")


def test_expired_edition(folder: Mirror, by: Publisher) -> None:
    after = dt.date(2027, 3, 1)
    refused(folder, archive(by, 1), "périmée", today=after)
    assert folder.update(archive(by, 1)) == 0
    # A later one, late too, is still better than the one in use.
    assert folder.update(archive(by, 3), today=after) == 3
    assert folder.lines[-1].startswith("Édition périmée depuis le 02/02/2027")
    assert folder.update(archive(by, 3), today=after) == 3
    assert folder.copies == ["1", "3"]


def test_dry_run(second: Mirror, by: Publisher) -> None:
    before = (second.to / "etat.json").read_bytes()
    assert second.update(archive(by, 3), dry_run=True) == 0
    assert second.lines[-1] == "Essai : rien n’a été changé."
    assert "Pages en « fr » : 1 changées sur 1, 0 de plus, 0 de moins" in second.lines
    assert (second.current.readlink().name, second.copies) == ("2", ["1", "2"])
    assert (second.to / "etat.json").read_bytes() == before
    assert second.leftovers() == []


def test_back_and_forth(second: Mirror, by: Publisher) -> None:
    assert second.rollback() == 0
    assert second.lines == ["Édition 1 en place. La 2 est gardée : mirror back --undo"]
    assert second.rollback() == 0
    assert second.lines == ["Rien à faire : 1 en place, aucune édition plus ancienne."]
    # An update by cron does not bring the bad edition back, but takes the next one.
    assert second.update(archive(by, 2)) == 0
    assert second.lines == ["Édition 2 mise de côté : la 1 reste en place jusqu’à la suivante."]
    assert second.rollback(undo=True) == 0
    assert second.current.readlink().name == "2"
    assert second.rollback() == 0
    assert second.update(archive(by, 3)) == 0
    assert second.copies == ["1", "3"]
    refused(second, archive(by, 2), "Retour en arrière refusé")


def test_back_to_a_damaged_copy(second: Mirror) -> None:
    (second.to / "editions/1/fr/index.html").write_text("<p>Payez ici", "utf-8")
    with pytest.raises(BuildError, match="file-altered"):
        second.rollback()
    assert second.current.readlink().name == "2"


def test_back_from_nothing(folder: Mirror, tmp_path: Path) -> None:
    assert folder.rollback() == 0
    with pytest.raises(BuildError, match="n’existe pas"):
        Mirror(tmp_path / "none", folder.publisher).rollback()


def test_host_that_writes_something_else(second: Mirror, by: Publisher) -> None:
    second.configure(nom="Nouveau nom", langues=["fr"])
    assert second.update(archive(by, 2)) == 0
    assert str(second.current.readlink()) == "editions/2.1"
    assert second.copies == ["2", "2.1"]
    assert "Nouveau nom" in (second.current / "local/fr/mentions.html").read_text("utf-8")
    assert second.update(archive(by, 2)) == 0
    assert second.lines == ["Déjà à jour : édition 2.1."]
    assert second.update(archive(by, 3)) == 0
    assert second.copies == ["2.1", "3"]


def test_copy_that_was_damaged_is_made_again(second: Mirror, by: Publisher) -> None:
    (second.current / "fr/index.html").unlink()
    assert second.update(archive(by, 2)) == 0
    assert second.current.readlink().name == "2.1"
    (second.current / "edition/edition.json").write_text("{}", "utf-8")
    assert second.update(archive(by, 3)) == 0
    assert second.copies == ["2.1", "3"]


def test_mirror_file(tmp_path: Path, by: Publisher) -> None:
    bare = Mirror(tmp_path / "m", by)
    refused_before = pytest.raises(BuildError, match=r"mirror\.yml")
    with refused_before:
        bare.update(archive(by, 1))
    bare.configure(nom="")
    with pytest.raises(BuildError, match="nom.* manque"):
        bare.update(archive(by, 1))
    bare.configure()
    refused(bare, None, "mise_a_jour")
    refused(bare, tmp_path / "absente.zip", "n’existe pas")
    other = tmp_path / "ailleurs.yml"
    shutil.move(bare.to / "mirror.yml", other)
    assert bare.update(archive(by, 1), config=other) == 0


@pytest.mark.parametrize("wrong", ["folder", "elsewhere", "gone"])
def test_link_that_is_not_ours(second: Mirror, by: Publisher, wrong: str) -> None:
    second.current.unlink()
    if wrong == "folder":
        second.current.mkdir()
        (second.current / "a.html").write_text("a", "utf-8")
    else:
        second.current.symlink_to("/" if wrong == "elsewhere" else "editions/9")
    with pytest.raises(BuildError, match="courant"):
        second.update(archive(by, 3))
    assert second.copies == ["1", "2"]
    assert wrong != "folder" or (second.current / "a.html").exists()


def test_what_a_host_keeps_there_stays(second: Mirror, by: Publisher) -> None:
    (second.to / "notes.txt").write_text("à moi", "utf-8")
    (second.to / "editions/brouillon").mkdir()
    assert second.update(archive(by, 3)) == 0
    assert (second.to / "notes.txt").exists()
    assert second.copies == ["2", "3", "brouillon"]


def test_from_an_address(folder: Mirror, by: Publisher) -> None:
    dist = by.folder / "dist"
    shutil.copy(archive(by, 1), dist / "derniere")
    with serving(dist) as server:
        address = f"{server.address}derniere"
        assert folder.update(address, dry_run=True) == 0
        # A try keeps what it downloaded; the next run asks whether that is still it.
        assert folder.update(address) == 0
        assert [status for _, _, status in server.asked] == [200, 416]
        assert folder.update(address) == 0
        assert folder.lines == ["Déjà à jour : édition 1."]
        assert server.asked[-1][2] == 304
        shutil.copy(archive(by, 3), dist / "derniere")
        assert folder.update(address) == 0
        assert folder.rollback() == 0
        assert folder.update(address) == 0
        assert folder.lines[0].startswith("Édition 3 mise de côté")
        assert server.asked[-1][2] == 304
        (dist / "derniere").write_bytes(b"PK\x03\x04" + bytes(1000))
        refused(folder, address, "abîmée")
    assert folder.leftovers() == []


def test_damaged_copy_is_taken_again_from_the_same_address(folder: Mirror, by: Publisher) -> None:
    with serving(by.folder / "dist") as server:
        for _ in range(2):
            assert folder.update(f"{server.address}1.zip") == 0
            (folder.current / "index.html").write_text("", "utf-8")
        assert [status for _, _, status in server.asked] == [200, 200]
    assert folder.current.readlink().name == "1.1"


def test_memory_is_what_the_folder_says(second: Mirror) -> None:
    data = json.loads((second.to / state.FILE).read_text("utf-8"))
    assert list(data) == ["format", "editions", "journal", "source"]
    assert [entry["copie"] for entry in data["journal"]] == ["1", "2"]
    assert sorted(data["editions"]) == ["1", "2"]


def test_limits_are_sane() -> None:
    limits = fetching.Limits()
    assert limits.silence * limits.attempts < limits.seconds

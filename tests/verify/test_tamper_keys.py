"""Who signed, with which keys, for what, and when: everything else than two valid signatures is refused."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portal.release import keys, ssh
from portal.verify import openssh
from tests.mini_release import EDITION, HOST, Mini, check, codes
from tests.release.project import MEMBERS, key, make_key

SIGNATURES = "edition/signatures"


def sign_as(mini: Mini, name: str, private: Path, namespace: str = openssh.EDITIONS) -> None:
    """Puts a signature under the name of a signatory."""
    data = ssh.sign(private, namespace, (mini.site / "edition/edition.json").read_bytes())
    (mini.site / SIGNATURES / f"{name}.sig").write_bytes(data)


def new_set(mini: Mini, folder: Path, names: list[str], **dates: str) -> None:
    """A set of keys of `names`, made when they are new, in `folder`."""
    made = [mini.private / name if (mini.private / name).exists() else make_key(mini.private, name) for name in names]
    keys.new(folder, [key(file, **dates) for file in made], threshold=2)


def one_signature(mini: Mini) -> None:
    (mini.site / SIGNATURES / "juriste.sig").unlink()


def no_signature(mini: Mini) -> None:
    for file in (mini.site / SIGNATURES).iterdir():
        file.unlink()


def same_key_twice(mini: Mini) -> None:
    sign_as(mini, MEMBERS[1], mini.private / MEMBERS[0])


def same_signature_twice(mini: Mini) -> None:
    folder = mini.site / SIGNATURES
    (folder / f"{MEMBERS[1]}.sig").write_bytes((folder / f"{MEMBERS[0]}.sig").read_bytes())


def a_stranger(mini: Mini) -> None:
    sign_as(mini, MEMBERS[0], make_key(mini.folder, "stranger"))


def another_namespace(mini: Mini) -> None:
    sign_as(mini, MEMBERS[0], mini.private / MEMBERS[0], openssh.KEY_SETS)


def a_file_namespace(mini: Mini) -> None:
    sign_as(mini, MEMBERS[0], mini.private / MEMBERS[0], "file")


def rubbish(mini: Mini) -> None:
    (mini.site / SIGNATURES / f"{MEMBERS[0]}.sig").write_bytes(b"\xff\x00 rubbish")


def endless(mini: Mini) -> None:
    (mini.site / SIGNATURES / f"{MEMBERS[0]}.sig").write_bytes(b"x" * 10_000)


def of_another_edition(mini: Mini) -> None:
    kept = (mini.site / SIGNATURES / f"{MEMBERS[0]}.sig").read_bytes()
    mini.describe(number="8")
    mini.sign(MEMBERS[1])
    (mini.site / SIGNATURES / f"{MEMBERS[0]}.sig").write_bytes(kept)


WRONG: list[tuple[Callable[[Mini], None], set[str]]] = [
    (one_signature, {"signatures-few"}),
    (no_signature, {"signatures-few"}),
    (same_key_twice, {"signatures-few", "signature-wrong"}),
    (same_signature_twice, {"signatures-few", "signature-wrong"}),
    (a_stranger, {"signatures-few", "signature-wrong"}),
    (another_namespace, {"signatures-few", "signature-wrong"}),
    (a_file_namespace, {"signatures-few", "signature-wrong"}),
    (rubbish, {"signatures-few", "signature-wrong"}),
    (endless, {"file-altered"}),
    (of_another_edition, {"signatures-few", "signature-wrong"}),
]


@pytest.mark.parametrize(("alter", "expected"), WRONG, ids=lambda value: getattr(value, "__name__", ""))
def test_signatures_that_do_not_make_two(alter: Callable[[Mini], None], expected: set[str], mini: Mini) -> None:
    alter(mini)
    result = check(mini.site, mini.trust)
    assert codes(result, "error") == expected
    assert result.status == 1
    assert not result.signed


def test_a_false_signature_beside_two_true_ones_is_told(mini: Mini) -> None:
    sign_as(mini, MEMBERS[2], make_key(mini.folder, "stranger"))
    result = check(mini.site, mini.trust)
    assert "signature-wrong" in codes(result, "warning")
    assert result.status == 0


@pytest.mark.parametrize("dates", [{"until": "2026-11-22"}, {"since": "2026-11-24"}])
def test_a_key_out_of_its_dates_does_not_sign(dates: dict[str, str], mini: Mini, tmp_path: Path) -> None:
    new_set(mini, tmp_path / "cles", list(MEMBERS), **dates)
    mini.sign(sets=tmp_path / "cles")
    result = check(mini.site, tmp_path / "cles/0001.json")
    assert codes(result, "error") == {"signatures-few", "key-expired"}


def test_a_copy_whose_attacker_made_all_again_with_own_keys(mini: Mini, tmp_path: Path) -> None:
    (mini.site / "fr/droits.html").write_text("<p>faux", "utf-8")
    mini.describe()
    new_set(mini, tmp_path / "cles", ["un", "deux", "trois"])
    mini.sign("un", "deux", sets=tmp_path / "cles")
    assert check(mini.site, tmp_path / "cles/0001.json").status == 0
    result = check(mini.site, mini.trust)
    assert codes(result, "error") == {"keys-differ"}
    assert result.status == 1


def test_without_a_trusted_key_nothing_is_true(mini: Mini) -> None:
    result = check(mini.site, None)
    assert codes(result, "error") == {"no-trust"}
    assert result.status == 1


def test_keys_are_followed_when_the_old_ones_sign_the_new(mini: Mini) -> None:
    mini.brand(HOST)
    new_set(mini, mini.sets, ["un", "deux", "trois"])
    for name in MEMBERS[1:]:
        keys.sign(mini.sets, mini.private / name)
    mini.sign("un", "trois")
    assert check(mini.site, mini.trust).findings == []
    assert check(mini.site, mini.sets / "0002.json").findings == []
    # Those of before do not sign any more.
    for name in ("un", "trois"):
        (mini.site / SIGNATURES / f"{name}.sig").unlink()
    for name in MEMBERS:
        sign_as(mini, name, mini.private / name)
    assert codes(check(mini.site, mini.trust), "error") == {"signatures-few", "file-extra"}


def _without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _other_number(folder: Path) -> None:
    (folder / "0002.json").write_text((folder / "0002.json").read_text("utf-8").replace('"version": 2', '"version": 3'))


@pytest.mark.parametrize(
    ("alter", "expected"),
    [
        (_without("0002.juriste.sig"), "keys-unsigned"),
        (_without("0001.json"), "keys-differ"),
        (_without("0002.json"), "file-extra"),
        (lambda folder: (folder / "0003.json").write_bytes(b"{}"), "keys-malformed"),
        (lambda folder: (folder / "0003.json").write_bytes((folder / "0002.json").read_bytes()), "keys-malformed"),
        (_other_number, "keys-malformed"),
    ],
)
def test_a_chain_of_keys_with_a_fault(alter: Callable[[Path], None], expected: str, mini: Mini) -> None:
    new_set(mini, mini.sets, ["un", "deux", "trois"])
    for name in MEMBERS[:2]:
        keys.sign(mini.sets, mini.private / name)
    mini.sign("un", "trois")
    alter(mini.site / "edition/cles")
    result = check(mini.site, mini.trust)
    assert expected in codes(result, "error")
    assert result.status == 1


def test_a_copy_of_before_the_keys_that_the_reader_knows(mini: Mini) -> None:
    new_set(mini, mini.sets, ["un", "deux", "trois"])
    for name in MEMBERS[:2]:
        keys.sign(mini.sets, mini.private / name)
    assert codes(check(mini.site, mini.sets / "0002.json"), "error") == {"keys-behind"}


def test_a_set_that_names_one_key_twice_is_refused(mini: Mini, tmp_path: Path) -> None:
    data: dict[str, Any] = json.loads(mini.trust.read_text("utf-8"))
    data["keys"][1]["public"] = data["keys"][0]["public"]
    (forged := tmp_path / "forged.json").write_text(json.dumps(data), "utf-8")
    assert codes(check(mini.site, forged), "error") == {"keys-malformed"}


def test_an_edition_at_its_end(mini: Mini) -> None:
    mini.brand(HOST)
    assert check(mini.site, mini.trust, EDITION.expires).status == 0
    late = check(mini.site, mini.trust, EDITION.expires + dt.timedelta(days=1))
    assert codes(late) == {"expired"}
    assert late.status == 3
    assert late.signed


def test_an_edition_behind_the_newest(mini: Mini) -> None:
    result = check(mini.site, mini.trust, newest=8)
    assert codes(result, "late") == {"behind"}
    assert result.status == 3
    assert check(mini.site, mini.trust, newest=7).status == 0


def test_an_altered_copy_that_is_old_too_is_altered(mini: Mini) -> None:
    (mini.site / "fr/droits.html").unlink()
    assert check(mini.site, mini.trust, EDITION.expires + dt.timedelta(days=1), newest=9).status == 1


def test_an_edition_of_tomorrow_is_told(mini: Mini) -> None:
    assert "date-future" in codes(check(mini.site, mini.trust, EDITION.date - dt.timedelta(days=1)), "warning")


def test_going_back_is_found_with_a_state_file(mini: Mini, tmp_path: Path) -> None:
    mini.brand(HOST)
    state = tmp_path / "etat" / "verify.json"
    state.parent.mkdir()
    old = mini.copy(tmp_path / "old")
    mini.describe(number="8")
    mini.sign()
    assert check(mini.site, mini.trust, state=state).findings == []
    assert codes(check(old.site, mini.trust, state=state)) == {"behind"}
    (mini.site / "edition").rename(mini.folder / "edition")
    (old.site / "edition").rename(mini.site / "edition")
    result = check(mini.site, mini.trust, state=state)
    assert codes(result) == {"behind", "rollback"}
    assert result.status == 1
    assert [file.name for file in state.parent.iterdir()] == ["verify.json"]


def test_two_editions_of_one_number_are_found(mini: Mini, tmp_path: Path) -> None:
    mini.brand(HOST)
    state = tmp_path / "etat" / "verify.json"
    state.parent.mkdir()
    assert check(mini.site, mini.trust, state=state).status == 0
    (mini.site / "fr/droits.html").write_text("<p>autre", "utf-8")
    for suffix in (".gz", ".br"):
        (mini.site / f"fr/droits.html{suffix}").unlink()
    mini.describe()
    mini.sign()
    assert codes(check(mini.site, mini.trust, state=state), "error") == {"two-editions"}


def test_ssh_keygen_is_asked_for_when_it_is_not_there(
    mini: Mini, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A copy that brings its own in the folder where one stands is not believed.
    fake = tmp_path / "ssh-keygen"
    fake.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    fake.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".:{tmp_path / 'nowhere'}")
    result = check(mini.site, mini.trust)
    assert codes(result, "unreachable") == {"no-ssh-keygen"}
    assert result.status == 4


def test_an_ssh_keygen_too_old_to_verify(mini: Mini, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "ssh-keygen").write_text("#!/bin/sh\necho 'unknown option -- Y' >&2\nexit 1\n", "utf-8")
    (folder / "ssh-keygen").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    assert codes(check(mini.site, mini.trust), "unreachable") == {"no-ssh-keygen"}


def test_the_plain_commands_say_the_same(mini: Mini) -> None:
    """What a reader without our verifier types, on the true copy and on an altered one."""

    def signature() -> int:
        command = ["ssh-keygen", "-Y", "verify", "-f", "edition/signataires", "-I", "juriste"]
        command += ["-n", "droits-en-attente-edition", "-s", "edition/signatures/juriste.sig"]
        data = (mini.site / "edition/edition.json").read_bytes()
        return subprocess.run(command, cwd=mini.site, input=data, capture_output=True, check=False).returncode

    def sums() -> int:
        command = ["sha256sum", "--quiet", "--strict", "-c", "edition/MANIFEST.txt"]
        return subprocess.run(command, cwd=mini.site, capture_output=True, check=False).returncode

    assert (signature(), sums()) == (0, 0)
    (mini.site / "fr/droits.html").write_text("faux", "utf-8")
    assert (signature(), sums()) == (0, 1)
    text = (mini.site / "edition/edition.json").read_text("utf-8")
    (mini.site / "edition/edition.json").write_text(text.replace("2027", "2029"), "utf-8")
    assert signature() != 0

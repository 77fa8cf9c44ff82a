"""Hostile files before the scripts that read them in a browser: read or refused, never a page that stops."""

from __future__ import annotations

import base64
import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portal.npm import node
from tests.fuzz import fuzz_edition, fuzz_zip
from tests.fuzz.trees import edited
from tests.fuzz.words import JSON, MARKS

ANSWERS = {
    "format": "droits-en-attente/reponses", "version": 1, "edition": "1", "answers": {"document": "api"},
    "dates": {"depot": "2026-10-05"}, "on": "2026-11-01",
}  # fmt: skip
GOOD: dict[str, Any] = {
    "answers": ANSWERS, "statement": fuzz_edition.STATEMENT, "sizes": {"a": 1, "b": 2}, "keys": fuzz_edition.KEYS,
}  # fmt: skip
MANIFEST = f"{'0' * 64}  a/b.html\n{'0' * 64}  é.html\n".encode()
SIGNATURE = (
    b"-----BEGIN SSH SIGNATURE-----\n"
    + base64.encodebytes(
        b"SSHSIG\0\0\0\x01"
        + b"".join(len(part).to_bytes(4, "big") + part for part in (b"x" * 51, b"ns", b"", b"sha512", b"y" * 83))
    )
    + b"-----END SSH SIGNATURE-----\n"
)
EACH = 300
"""Changed files of each reader."""
NEVER_ENDS = 4_000_000


def ran(root: Path, files: list[tuple[str, bytes]]) -> list[str]:
    """The outcome of each file (reader, bytes)."""
    theme = root / "portal" / "theme"
    script = root / "tests" / "node" / "hostile.mjs"
    command = [str(node(root)), str(script), str(theme / "assets"), str(theme / "host")]
    given = json.dumps([[name, base64.b64encode(data).decode()] for name, data in files])
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def written(value: object) -> bytes:
    return json.dumps(value).encode()


def spoiled(data: bytes, dice: random.Random) -> bytes:
    """`data` with a few bytes changed, taken away, repeated or put in."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(made) + 1)
        kind = dice.randrange(4)
        if kind == 0:
            made[at : at + 1] = bytes([dice.choice([0, 1, 0x7F, 0x80, 0xFF, dice.randrange(256)])])
        elif kind == 1:
            del made[at : at + dice.randint(1, 40)]
        elif kind == 2:
            made[at:at] = made[at : at + dice.randint(1, 60)]
        else:
            made[at:at] = dice.choice([*JSON[:-8], *MARKS, *fuzz_zip.WORDS])
    return bytes(made)


def changed() -> Iterator[tuple[str, bytes]]:
    dice = random.Random(9)
    for name, good in GOOD.items():
        for number in range(EACH):
            if number % 3:
                yield name, written(edited(good, dice.randbytes(4 * dice.randint(1, 3))))
            else:
                yield name, spoiled(written(good), dice)
    archives = [*fuzz_zip.seeds()][:4]
    for _ in range(EACH):
        yield "manifest", spoiled(MANIFEST, dice)
        yield "signature", spoiled(SIGNATURE, dice)
        yield "zip", spoiled(dice.choice(archives), dice)


def test_every_good_file_is_read(root: Path) -> None:
    files = [(name, written(good)) for name, good in GOOD.items()]
    files += [("manifest", MANIFEST), *(("zip", data) for data in [*fuzz_zip.seeds()][:4])]
    assert ran(root, files) == ["read"] * len(files)


def test_no_change_of_a_file_stops_its_reader(root: Path) -> None:
    files = [*changed()]
    found = ran(root, files)
    told = [(name, data, said) for (name, data), said in zip(files, found, strict=True)]
    assert [one for one in told if one[2] not in ("read", "refused")] == []
    for name in {name for name, _ in files} - {"signature"}:
        outcomes = {said for other, _, said in told if other == name}
        assert outcomes == {"read", "refused"}, name


def test_what_has_no_end_is_refused(root: Path) -> None:
    """Lists inside lists exhausted the stack when they were put in words; a row of spaces took hours to be cut."""
    deep = b"[" * 100_000 + b"]" * 100_000
    before = written(ANSWERS)[:-1]
    many = json.dumps({f"q{n}": n for n in range(15_000)}).encode()
    files = [
        ("answers", before.replace(b'"1"', deep) + b"}"),
        ("answers", before + b', "answers": ' + deep + b"}"),
        ("answers", before + b', "on": ' + deep + b"}"),
        ("answers", before.replace(b'{"document": "api"}', many) + b"}"),
        ("answers", b"[" * 256_000),
        ("statement", deep),
        ("keys", deep),
        ("sizes", deep),
        ("field", b"a" + b" " * NEVER_ENDS + b"b"),
        ("field", b"a" * NEVER_ENDS),
        ("field", b"https://a" + b"a." * NEVER_ENDS + b"!"),
        ("field", b"a@" + b"a." * NEVER_ENDS + b"!"),
        ("signature", b"-----BEGIN SSH SIGNATURE-----\n" + b"\n" * NEVER_ENDS),
    ]
    assert {*ran(root, files)} <= {"read", "refused"}

"""Who signed: from a set of keys that the reader trusts to the edition of the copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import layout, openssh
from .findings import Finding, Trouble
from .keysets import Key, KeySet, parse
from .places import Missing, Place, TooLong
from .statement import Statement

_SET_FILE = re.compile(r"([0-9]{4})(?:\.[a-z0-9-]{1,30}\.sig|\.json)")
_ELSEWHERE = "Prenez l’édition à une adresse connue, et remplacez cette copie."


def check(place: Place, raw: bytes, statement: Statement, trusted: Sequence[bytes]) -> list[Finding]:
    """What is wrong with the signatures of `raw`, the bytes of `statement`; nothing when enough keys signed it.

    `trusted` holds files of sets of keys, as published. Raises Trouble when they do not lead to the set of the copy."""
    if not trusted:
        message = "Aucune clé de confiance : donnez --trust FICHIER, un jeu de clés pris à une adresse connue."
        return [Finding("error", "no-trust", "", message)]
    newest = _newest(place, trusted)
    findings = _signers_file(place, newest)
    good, wrong = 0, []
    for key in newest.keys:
        path = f"{layout.SIGNATURES}{key.id}.sig"
        signature = _maybe(place, path, layout.SIGNATURE_LIMIT)
        if signature is None:
            continue
        if not openssh.signed(key.public, openssh.EDITIONS, signature, raw):
            wrong.append((path, "signature-wrong", "Signature fausse."))
        elif not key.valid(statement.date):
            wrong.append((path, "key-expired", f"Clé « {key.id} » hors de ses dates le jour de l’édition."))
        else:
            good += 1
    enough = good >= newest.threshold
    findings += [Finding("warning" if enough else "error", code, p, f"{m} {_ELSEWHERE}") for p, code, m in wrong]
    if not enough:
        message = (
            f"{good} signature(s) juste(s), il en faut {newest.threshold}. N’utilisez pas cette copie. {_ELSEWHERE}"
        )
        findings.append(Finding("error", "signatures-few", layout.SIGNATURES, message))
    findings += _strangers(place, newest)
    return findings


def _newest(place: Place, trusted: Sequence[bytes]) -> KeySet:
    """The last set of the copy, reached from the trusted ones by signatures."""
    known = {(found := parse(data, "--trust")).version: (found, data) for data in trusted}
    version = max(known)
    for number, (_, data) in sorted(known.items()):
        path = _set_path(number)
        held = _maybe(place, path, layout.KEY_SET_LIMIT)
        if held is None and number == version > 1:
            message = f"Cette copie date d’avant le jeu de clés {number}. {_ELSEWHERE}"
            raise Trouble("error", "keys-behind", path, message)
        if held != data:
            message = (
                f"Ce jeu de clés n’est pas celui que vous tenez pour sûr. N’utilisez pas cette copie. {_ELSEWHERE}"
            )
            raise Trouble("error", "keys-differ", path, message)
    current = known[version][0]
    while (later := _maybe(place, _set_path(current.version + 1), layout.KEY_SET_LIMIT)) is not None:
        current = _next(place, current, later)
    return current


def _next(place: Place, before: KeySet, data: bytes) -> KeySet:
    path = _set_path(before.version + 1)
    found = parse(data, path)
    if found.version != before.version + 1:
        raise Trouble("error", "keys-malformed", path, f"Mauvais numéro de jeu de clés. {_ELSEWHERE}")
    good = sum(_signed_set(place, path, key, data) for key in before.keys)
    if good < before.threshold:
        message = (
            f"Jeu de clés signé {good} fois, il en faut {before.threshold}. N’utilisez pas cette copie. {_ELSEWHERE}"
        )
        raise Trouble("error", "keys-unsigned", path, message)
    return found


def _signed_set(place: Place, path: str, key: Key, data: bytes) -> bool:
    signature = _maybe(place, f"{path.removesuffix('.json')}.{key.id}.sig", layout.SIGNATURE_LIMIT)
    return signature is not None and openssh.signed(key.public, openssh.KEY_SETS, signature, data)


def _signers_file(place: Place, newest: KeySet) -> list[Finding]:
    """`edition/signataires` is for those who check by hand: it must name the same keys."""
    data = _maybe(place, layout.SIGNERS, layout.LIMITS[layout.SIGNERS])
    expected = "".join(f'{key.id} namespaces="{openssh.EDITIONS}" {key.public}\n' for key in newest.keys)
    if data is None or data == expected.encode():
        return []
    return [Finding("error", "signers-differ", layout.SIGNERS, f"Ne nomme pas les clés des signataires. {_ELSEWHERE}")]


def _strangers(place: Place, newest: KeySet) -> list[Finding]:
    """Files beside the signatures and the sets of keys that are neither."""
    own = {f"{layout.SIGNATURES}{key.id}.sig" for key in newest.keys}
    message = "N’est pas d’un signataire. Supprimez ce fichier."
    return [
        Finding("error", "file-extra", name, message)
        for name in place.names()
        if (name.startswith(layout.SIGNATURES) and name not in own)
        or (name.startswith(layout.KEYS) and not _of_a_set(name, newest.version))
    ]


def _of_a_set(name: str, newest: int) -> bool:
    match = _SET_FILE.fullmatch(name.removeprefix(layout.KEYS))
    return match is not None and 1 <= int(match[1]) <= newest


def _set_path(version: int) -> str:
    return f"{layout.KEYS}{version:04}.json"


def _maybe(place: Place, path: str, limit: int) -> bytes | None:
    try:
        return place.read(path, limit)
    except Missing:
        return None
    except TooLong:
        raise Trouble("error", "file-altered", path, f"Bien trop long. {_ELSEWHERE}") from None

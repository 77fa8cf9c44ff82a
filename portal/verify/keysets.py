"""Sets of keys: who may sign editions, from when and until when."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from . import strict_json
from .findings import Trouble

_ID = re.compile(r"[a-z0-9-]{1,30}")
KINDS = ("ssh-ed25519", "sk-ssh-ed25519@openssh.com")
_MOST = 50


@dataclass(frozen=True)
class Key:
    """`public` is "ssh-ed25519 AAAA…"; `since` and `until` are its first and last days."""

    id: str
    role: str
    public: str
    since: dt.date
    until: dt.date

    def valid(self, day: dt.date) -> bool:
        """Whether an edition of that day may bear its signature."""
        return self.since <= day <= self.until


@dataclass(frozen=True)
class KeySet:
    """`threshold` different keys of it sign an edition, or the set that follows."""

    version: int
    threshold: int
    keys: tuple[Key, ...]


def parse(data: bytes, path: str) -> KeySet:
    """The set in `data`. Raises Trouble, naming `path`, for a faulty one: an id or a key twice, another kind of key…"""
    remedy = "Prenez le jeu de clés publié à une adresse connue."
    found = strict_json.parse(data, path, "keys-malformed", remedy)
    try:
        return _read(found)
    except (KeyError, TypeError, ValueError) as error:
        raise Trouble("error", "keys-malformed", path, f"Jeu de clés fautif ({error}). {remedy}") from None


def _read(found: dict[str, Any]) -> KeySet:
    if list(found) != ["format", "version", "threshold", "keys"] or type(found["format"]) is not int:
        raise ValueError("champs")
    if found["format"] != 1:
        raise ValueError("format")
    if not isinstance(found["keys"], list) or not 1 <= len(found["keys"]) <= _MOST:
        raise ValueError("keys")
    keys = tuple(_key(key) for key in found["keys"])
    # One person under two names would count twice.
    if len({key.id for key in keys}) != len(keys) or len({key.public for key in keys}) != len(keys):
        raise ValueError("clé en double")
    version, threshold = found["version"], found["threshold"]
    if type(version) is not int or not 1 <= version <= 9999:
        raise ValueError("version")
    if type(threshold) is not int or not 1 <= threshold <= len(keys):
        raise ValueError("threshold")
    return KeySet(version, threshold, keys)


def _key(found: dict[str, Any]) -> Key:
    if not isinstance(found, dict) or list(found) != ["id", "role", "public", "from", "until"]:
        raise ValueError("champs d’une clé")
    if not all(isinstance(v, str) for v in found.values()):
        raise ValueError("champs d’une clé")
    if not _ID.fullmatch(found["id"]):
        raise ValueError("id")
    since, until = dt.date.fromisoformat(found["from"]), dt.date.fromisoformat(found["until"])
    # Python also reads weeks ("2026-W48-1"), which no set writes.
    if since > until or (since.isoformat(), until.isoformat()) != (found["from"], found["until"]):
        raise ValueError("from, until")
    return Key(found["id"], found["role"], _public(found["public"]), since, until)


def _public(text: str) -> str:
    kind, _, body = text.partition(" ")
    try:
        data = base64.b64decode(body, validate=True)
    except binascii.Error:
        raise ValueError("public") from None
    # Same bytes, same text: else one key could be written in two ways, and count twice.
    if kind not in KINDS or base64.b64encode(data).decode() != body or not data.startswith(_field(kind)):
        raise ValueError("public")
    return text


def _field(text: str) -> bytes:
    return len(text).to_bytes(4, "big") + text.encode()

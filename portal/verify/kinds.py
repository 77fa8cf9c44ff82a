"""How each kind of field is cleaned and checked. Sentences follow « field » and say what to do."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from .colour import LEAST, WRITTEN, contrast_with_white, darker

LOGO_LONGEST = 200_000
"""Bytes of a logo."""

# Controls, line ends, signs without width but the two joiners that Persian and Indian scripts need, turns of direction,
# halves of characters, tags: what shows a text other than it is.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{2,}")
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"[A-Za-z0-9._+-]{{1,64}}@(?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]{{1,61}}")
_ADDRESS = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?/[A-Za-z0-9._~!$&()*+,;=:@%/?-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")
_FILE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?:png|webp)", re.IGNORECASE)


def clean(kind: str, value: object) -> tuple[Any, str]:
    """`value` as miroir.json writes it, and the sentence of its fault or ""; None is an empty value.

    A text is put in composed form (NFC) without spaces at its ends; a phone number has plain spaces; a colour is in
    lower case; a logo is named as in local/; languages are sorted, French first."""
    if kind == "languages":
        return _languages(value)
    if value is None:
        return "", ""
    if kind == "date" and type(value) is dt.date:
        return value.isoformat(), ""
    if not isinstance(value, str):
        return "", "n’est pas un texte. Mettez-le entre guillemets."
    text = unicodedata.normalize("NFC", value).strip(" \t\r\n\u00a0\u202f")
    if _HIDDEN.search(text):
        return "", "contient un retour à la ligne ou un signe invisible. Écrivez-le à nouveau, sur une ligne."
    if kind == "phone":
        text = text.replace("\u00a0", " ").replace("\u202f", " ")
    if kind == "colour":
        text = text.lower()
    if kind == "file" and _FILE.fullmatch(text):
        text = "logo" + text[text.rindex(".") :].lower()
    return text, ""


def logo_suffix(data: bytes) -> str:
    """The suffix ".png" or ".webp" by the first bytes of the file; "" for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    return ".webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _languages(value: object) -> tuple[list[str], str]:
    if value is None or value == "" or value == []:
        return [], ""
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        return [], "n’est pas une liste. Écrivez par exemple : [fr, ar, en]."
    return ["fr", *sorted(set(value) - {"fr"})], ""


def _text(value: str) -> str:
    return ""


def _phone(value: str) -> str:
    if _PHONE.fullmatch(value):
        return ""
    return "n’est pas un numéro de téléphone. Écrivez des chiffres et des espaces, « + » devant un indicatif."


def _mail(value: str) -> str:
    return "" if _MAIL.fullmatch(value) else "n’est pas une adresse de courriel. Écrivez nom@domaine, sans accent."


def _https(value: str) -> str:
    if _ADDRESS.fullmatch(value) and "/../" not in value + "/":
        return ""
    return "n’est pas une adresse https. Écrivez https://, le domaine en minuscules, puis une barre oblique."


def _colour(value: str) -> str:
    if not WRITTEN.fullmatch(value):
        return "n’est pas une couleur. Écrivez « # » et six chiffres de 0 à f, par exemple #1f3a93."
    if contrast_with_white(value) >= LEAST:
        return ""
    return f"est trop clair : un texte blanc ne s’y lit pas. Prenez {darker(value)}, la même en plus sombre."


def _date(value: str) -> str:
    try:
        right = dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        right = False
    return "" if right else "n’est pas une date. Écrivez AAAA-MM-JJ."


def _codes(value: list[str]) -> str:
    wrong = [code for code in value if not _LANGUAGE.fullmatch(code)]
    return f"contient « {wrong[0]} », qui n’est pas un code de langue. Écrivez par exemple : [fr, ar]." if wrong else ""


def _file(value: str) -> str:
    if _FILE.fullmatch(value):
        return ""
    return "n’est pas le nom d’un fichier PNG ou WebP. Donnez un nom simple, par exemple logo.png."


CHECKS: dict[str, Callable[[Any], str]] = {
    "text": _text,
    "phone": _phone,
    "mail": _mail,
    "address_https": _https,
    "colour": _colour,
    "date": _date,
    "languages": _codes,
    "file": _file,
}

"""The fields of a host: what is accepted has one writing, and can not be more than a text."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.verify import fields
from portal.verify.colour import LEAST, contrast_with_white, darker
from portal.verify.kinds import logo_suffix
from tests.mini_release import HOST

NAMES = st.sampled_from([field.name for field in fields.FIELDS])
ANY = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=3)


def faults(data: object) -> list[str]:
    return [fault.field for fault in fields.read(data)[1]]


def test_a_full_host_is_read() -> None:
    local = {"nom": "Permanence", "telephone": "+33 1 23", "vu_le": dt.date(2026, 11, 3)}
    values, found = fields.read(HOST | {"logo": "Mon-Dessin.PNG", "langues": ["en", "ar"], "local": local})
    assert found == []
    assert fields.missing(values) == []
    assert values["logo"] == "logo.png"
    assert values["langues"] == ["fr", "ar", "en"]
    texts = fields.for_templates(values)
    assert texts["telephone_lien"] == "0123456789"
    assert texts["local_telephone_lien"] == "+33123"
    assert texts["local_vu_le_texte"] == "03/11/2026"
    assert texts["couleur_hex"] == "1f3a93"
    assert texts["langues"] == "fr, ar, en"


def test_nobody_yet() -> None:
    values, found = fields.read({})
    assert found == []
    assert len(fields.missing(values)) == 11
    assert set(fields.for_templates(values).values()) == {""}


@pytest.mark.parametrize(
    ("name", "value"),
    [("nom", "x" * 61), ("nom", "a\nb"), ("nom", "a\u202eb"), ("nom", "a\u200bb"), ("nom", 3), ("nom", ["a"]),
     ("telephone", 123456789), ("telephone", "appelez-nous"), ("telephone", "01;ext=2"), ("courriel", "a@b"),
     ("courriel", "a b@c.fr"), ("courriel", 'a"@c.fr'), ("courriel", "a@c.fr?subject=x"), ("courriel", "é@c.fr"),
     ("site", "http://a.org/"), ("site", "https://a.org/x"), ("site", "https://u@a.org/"), ("site", "https://é.fr/"),
     ("site", "https://a.org"), ("site", 'https://a.org/"/'), ("site", "javascript:alert(1)//"),
     ("site", "https://a.org/../"), ("site", "https://a.org/#/"), ("mise_a_jour", "ftp://a.org/x.zip"),
     ("couleur", "red"), ("couleur", "#fff"), ("couleur", "#ffcc00"), ("couleur", "#1f3a9g"), ("logo", "a.svg"),
     ("logo", "../a.png"), ("logo", "a/b.png"), ("logo", ".png"), ("langues", "fr"), ("langues", ["fr", "../x"]),
     ("langues", [1]), ("langues", {"fr": 1}), ("inconnu", "x"), ("local.nom", "x")],
)  # fmt: skip
def test_a_value_at_fault(name: str, value: object) -> None:
    assert faults(HOST | {name: value}) == [name]


@pytest.mark.parametrize(
    ("local", "wrong"),
    [({"nom": "a"}, ["local.vu_le"]), ({"vu_le": "2026-11-03"}, ["local.nom"]), ("x", ["local"]), (["x"], ["local"]),
     ({"nom": "a", "vu_le": "3/11/2026"}, ["local.vu_le"]), ({"nom": "a", "vu_le": "20261103"}, ["local.vu_le"]),
     ({"nom": "a", "vu_le": "2026-11-03", "x": 1}, ["local.x"]), ({"a.b": 1}, ["local.a.b"])],
)  # fmt: skip
def test_a_help_desk_at_fault(local: object, wrong: list[str]) -> None:
    assert faults(HOST | {"local": local}) == wrong


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_what_holds_no_field(data: object) -> None:
    assert faults(data) == [""]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES | st.just("local"), ANY | st.dictionaries(NAMES, ANY, max_size=2), max_size=5))
def test_what_is_read_has_one_writing(data: dict[str, Any]) -> None:
    values, _ = fields.read(data)
    written = fields.canonical(values)
    again, found = fields.read(json.loads(written))
    # A help desk whose name was at fault lacks it.
    assert {fault.field for fault in found} <= {"local.nom", "local.vu_le"}
    assert fields.canonical(again) == written
    assert all(isinstance(text, str) for text in fields.for_templates(values).values())


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_colour_too_light_has_a_darker_one(parts: tuple[int, int, int]) -> None:
    colour = "#" + "".join(f"{part:02x}" for part in parts)
    made = darker(colour)
    assert contrast_with_white(made) >= LEAST
    assert (made == colour) == (contrast_with_white(colour) >= LEAST)


def test_contrasts() -> None:
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)


def test_logos() -> None:
    assert logo_suffix(b"\x89PNG\r\n\x1a\n...") == ".png"
    assert logo_suffix(b"RIFF\0\0\0\0WEBPVP8 ") == ".webp"
    for data in (b"", b"<svg>", b"GIF89a", b"RIFF\0\0\0\0WAVE"):
        assert logo_suffix(data) == ""

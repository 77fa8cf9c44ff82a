"""Which requests are those of an honest copy: by their address alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from portal.mirrors.observed import MOST, Observed

BASE = "https://lilas.example/droits/"
SUMS = dict.fromkeys(("index.html", "fr/index.html", "fr/é.html", "assets/a.js", "local/local.css"), "")


def request(url: str, kind: str = "image") -> Any:
    return SimpleNamespace(url=url, resource_type=kind, is_navigation_request=lambda: kind == "document")


@pytest.mark.parametrize(
    ("url", "kind", "code"),
    [
        (BASE, "document", ""),
        (f"{BASE}fr/", "document", ""),
        (f"{BASE}fr/%C3%A9.html?retour", "document", ""),
        (f"{BASE}assets/a.js", "script", ""),
        (f"{BASE}local/local.css", "stylesheet", ""),
        ("data:image/png;base64,AA", "image", ""),
        ("blob:https://lilas.example/1", "script", ""),
        (f"{BASE}assets/a.js?vu", "script", "script-unknown"),
        (f"{BASE}assets/b.js", "script", "script-unknown"),
        (f"{BASE}b.png", "image", "request-unknown"),
        ("https://lilas.example/droits", "document", "request-unknown"),
        ("https://lilas.example/assets/a.js", "script", "script-unknown"),
        ("https://lilas.example/stats", "ping", "request-unknown"),
        ("http://lilas.example/droits/", "document", "third-party"),
        ("https://lilas.example:444/droits/", "document", "third-party"),
        ("https://lilas.example.tiers.invalid/droits/", "document", "third-party"),
        ("https://www.lilas.example/droits/", "image", "third-party"),
        ("wss://lilas.example/droits/", "websocket", "third-party"),
    ],
)
def test_a_request(url: str, kind: str, code: str) -> None:
    observed = Observed(BASE, SUMS)
    observed.asked(request(url, kind))
    assert [fact.code for fact in observed.facts] == ([code] if code else [])
    assert observed.lets(url) == (code != "third-party")


def test_nothing_of_the_address_is_repeated() -> None:
    observed = Observed(BASE, SUMS)
    observed.asked(request("https://tiers.invalid/a?b#c"))
    assert observed.facts[0].message.startswith("Demande à un autre site\u00a0: https://tiers.invalid. ")


def test_without_manifest_only_other_sites_are_known_as_such() -> None:
    observed = Observed(BASE, None)
    observed.asked(request(f"{BASE}b.js", "script"))
    observed.asked(request("https://tiers.invalid/b.js", "script"))
    assert [fact.code for fact in observed.facts] == ["third-party"]


def test_too_many_requests_are_stopped() -> None:
    observed = Observed(BASE, SUMS)
    for _ in range(MOST):
        observed.asked(request(BASE, "document"))
    assert observed.lets(BASE) and not observed.facts
    observed.asked(request(BASE, "document"))
    assert not observed.lets(BASE)
    assert [fact.code for fact in observed.facts] == ["requests-many"]

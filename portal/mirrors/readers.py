"""As whom a copy is visited: servers that cheat often do so for telephones, or for who comes from a search engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reader:
    """Who visits. `name`, in French; `agent`, what the browser calls itself, around its version;
    `comes_from`: the page before."""

    name: str
    agent: str
    screen: Mapping[str, Any]
    comes_from: str | None = None

    def settings(self, version: str) -> dict[str, Any]:
        """Those of a Playwright context, for Chromium of that `version`."""
        return {"user_agent": f"Mozilla/5.0 {self.agent.format(version)}", "locale": "fr-FR", **self.screen}


DESKTOP = Reader(
    "un ordinateur", "(X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 Safari/537.36",
    {"viewport": {"width": 1280, "height": 800}},
)  # fmt: skip
PHONE = Reader(
    "un téléphone",
    "(Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 Mobile Safari/537.36",
    {"viewport": {"width": 390, "height": 780}, "is_mobile": True, "has_touch": True, "device_scale_factor": 3},
    "https://www.google.com/",
)  # fmt: skip

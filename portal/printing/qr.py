"""QR codes as vector drawings, sized to survive a photocopy."""

from __future__ import annotations

import io
from functools import cache

import segno

QUIET_ZONE = 4
"""Modules of white around the code; readers need them."""


@cache
def svg(url: str) -> str:
    """An SVG drawing of `url`, one unit a module, error level M, black on white."""
    out = io.BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(out, kind="svg", border=QUIET_ZONE, light="white", xmldecl=False, nl=False)
    return out.getvalue().decode("ascii")

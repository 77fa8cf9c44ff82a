"""QR codes as vector drawings, sized to survive a photocopy."""

from __future__ import annotations

import functools
import io

import segno

QUIET_ZONE = 4
"""Modules of white around the code; readers need them."""


MODULE = 0.75
"""Millimetres of one module: a bad copy at 100 dots an inch still gives it nearly three dots."""

LEAST = 22
"""Millimetres under which no code is drawn, however short its address."""


@functools.cache
def drawing(url: str) -> tuple[str, float]:
    """An SVG drawing of `url` (error level M, black on white), and the least width on paper, in millimetres."""
    out = io.BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(out, kind="svg", border=QUIET_ZONE, light="white", xmldecl=False, nl=False)
    return out.getvalue().decode("ascii"), max(LEAST, round(code.symbol_size(border=QUIET_ZONE)[0] * MODULE, 1))

"""Can white text be read on a colour? The rule of WCAG 2 (contrast 4.5:1)."""

from __future__ import annotations

import re

LEAST = 4.5
WRITTEN = re.compile(r"#[0-9a-f]{6}")


def contrast_with_white(colour: str) -> float:
    """The contrast of white text on `colour` ("#rrggbb"): 1 (white) to 21 (black)."""
    red, green, blue = (_linear(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darker(colour: str) -> str:
    """The lightest colour of the same hue on which white text can be read: `colour` itself when it already can."""
    parts = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    for share in range(255, -1, -1):
        made = "#" + "".join(f"{part * share // 255:02x}" for part in parts)
        if contrast_with_white(made) >= LEAST:
            return made
    raise AssertionError("white text can be read on black")


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

"""The drawings of papers, as shapes: what a screen shows of them, without their colours."""

from __future__ import annotations

from lxml import etree

from portal.printing.links import Node
from portal.printing.normalize import text_of
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

SHAPES = {
    "path": ("class", "d"),
    "rect": ("class", "x", "y", "width", "height", "rx"),
    "text": ("x", "y", "font-size"),
}
"""The attributes of each shape of portal/theme/drawings/."""


def node(svg: etree._Element, page: str, lang: str) -> Node:
    """{"t": "drawing", "box": [x, y, width, height], "words": what is written on it, "shapes": [{"tag", "at", "s"}]}.

    `at` holds the attributes of a shape, `s` the text of a <text>. HTML ignores the case of `viewBox`; XHTML does not.
    Raises PrintingError for a shape or an attribute outside SHAPES."""
    shapes = [_shape(shape, page, lang) for shape in svg]
    words = " ".join(shape["s"] for shape in shapes if shape["s"])
    box = str(svg.get("viewbox") or svg.get("viewBox")).split()
    return {"t": "drawing", "box": box, "words": words, "shapes": shapes}


def _shape(shape: etree._Element, page: str, lang: str) -> Node:
    if strange := set(shape.attrib) - set(SHAPES[shape.tag]):
        raise PrintingError(
            f"{page}: a drawing has a <{shape.tag}> with {', '.join(sorted(strange))}. Draw it without, or add that to "
            "portal/printing/drawings.py."
        )
    return {"tag": shape.tag, "at": dict(shape.attrib), "s": set_text(text_of(shape), lang)}

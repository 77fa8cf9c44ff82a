"""A drawing of a paper as SVG, in lines of the colour of the text."""

from __future__ import annotations

from html import escape

from portal.printing.links import Node


def markup(node: Node, name: str) -> str:
    """The <svg> of a "drawing" node; `name` says what it is to those who do not see it.

    Widths and dashes come from the sheet; where it is not followed, the drawing stays in thin lines."""
    _, _, width, height = node["box"]
    size = f'viewBox="{" ".join(node["box"])}" width="{width}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" aria-label="{escape(name)}" {size}'
    return f'{head} fill="none" stroke="currentColor">{"".join(map(_shape, node["shapes"]))}</svg>'


def _shape(shape: Node) -> str:
    at = "".join(f' {name}="{escape(value)}"' for name, value in shape["at"].items())
    if shape["tag"] == "text":
        return f'<text{at} fill="currentColor" stroke="none" text-anchor="middle">{escape(shape["s"])}</text>'
    return f"<{shape['tag']}{at}/>"

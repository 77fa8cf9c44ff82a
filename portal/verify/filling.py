"""Templates of what a host writes of itself: a small part of Mustache, the same in Python and in the form's JavaScript.

    {{name}}               the value; escaped for HTML, or in a style sheet as part of a CSS string
    {{#name}}…{{/name}}    kept when the value is not empty
    {{^name}}…{{/name}}    kept when the value is empty

Nothing outside the tags is touched, not even a line that holds nothing but a tag. A value is never read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

TAG = re.compile(r"\{\{([#^/]?)([a-z][a-z0-9_]*)\}\}")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_UNSAFE_IN_CSS = re.compile(r"[^A-Za-z0-9 À-ÿ·]")


class FillingError(ValueError):
    """A template that can not be filled; the message says where."""


def escape_html(value: str) -> str:
    """`value` as text or as a quoted attribute of HTML."""
    return "".join(_HTML.get(c, c) for c in value)


def escape_css(value: str) -> str:
    r"""`value` as part of a quoted CSS string: every sign outside [A-Za-z0-9 À-ÿ·] as "\HEX ".

    No Unicode table decides: those of two Pythons, or of a browser, differ, and the bytes must not."""
    return _UNSAFE_IN_CSS.sub(lambda match: f"\\{ord(match[0]):x} ", value)


def fill(template: str, values: Mapping[str, str], escape: Callable[[str], str] = escape_html) -> str:
    """`template` with its tags replaced from `values`.

    Raises FillingError for an unknown name, a section left open or closed twice, one inside another of the same name,
    and for braces "{{" or "}}" that are no tag."""
    kept: list[str] = []
    open_sections: list[tuple[str, bool]] = []
    start = 0
    for match in TAG.finditer(template):
        shown = all(show for _, show in open_sections)
        _keep(kept, template[start : match.start()], shown)
        start = match.end()
        kind, name = match[1], match[2]
        if name not in values:
            raise FillingError(f"{match[0]}: unknown name.")
        if kind == "/":
            if not open_sections or open_sections[-1][0] != name:
                raise FillingError(f"{match[0]}: closes a section that is not the last one opened.")
            open_sections.pop()
        elif kind:
            if any(name == outer for outer, _ in open_sections):
                raise FillingError(f"{match[0]}: inside a section of the same name.")
            open_sections.append((name, bool(values[name]) == (kind == "#")))
        elif shown:
            kept.append(escape(values[name]))
    if open_sections:
        raise FillingError(f"section {open_sections[-1][0]}: never closed.")
    _keep(kept, template[start:], True)
    return "".join(kept)


def render(path: str, template: bytes, values: Mapping[str, str]) -> bytes:
    """The bytes of the file `path` filled from its `template` (UTF-8): as CSS when its name says so, else as HTML."""
    try:
        text = template.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FillingError(f"{path}: the template is not UTF-8 ({error}).") from None
    try:
        return fill(text, values, escape_css if path.endswith(".css") else escape_html).encode("utf-8")
    except FillingError as error:
        raise FillingError(f"{path}: {error}") from None


def _keep(kept: list[str], text: str, shown: bool) -> None:
    # "{" before a tag would make three, which is another tag in Mustache; "}" after one ends a rule of a style sheet.
    if "{{" in text or "}}" in text or text.endswith("{"):
        raise FillingError(f"“{text.strip()[:60]}”: double braces that are no tag.")
    if shown:
        kept.append(text)

"""What a PDF says each glyph means, mended where a mark stands over a letter of Arabic.

Typst says of both glyphs, the letter and its mark, that they are the letter with the mark: a tool then reads the letter
twice, and finds no word that has a vowel sign. Each glyph is made to say its own part: in the table of its font, and in
the text that stands for it on a page where the table already says something else of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pikepdf

_MEANING = re.compile(rb"<([0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>")
# As Typst writes them: a text for what is shown, the font, then one glyph.
_SHOWN = re.compile(
    rb"(/Span<</ActualText<FEFF)([0-9A-F]+)"
    rb"(>>>BDC(?:/ReversedChars BMC)? 0 Tr(/f\d+) [^(]*\()((?:\\\d{3}|\\?[^)]){1,8})\)",
    re.DOTALL,
)
_ESCAPED = re.compile(rb"\\(\d{3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def mend(pdf: pikepdf.Pdf) -> None:
    """Correct, in place, what is said of each letter of Arabic and of each mark."""
    marks = {
        font.objgen: frozenset(_mend(font))
        for font in pdf.objects
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type0" and "/ToUnicode" in font
    }
    if not any(marks.values()):
        return
    for page in pdf.pages:
        fonts = {name.encode(): marks[font.objgen] for name, font in page.Resources.get("/Font", {}).items()}

        def own(found: re.Match[bytes], fonts: dict[bytes, frozenset[int]] = fonts) -> bytes:
            glyph = _ESCAPED.sub(_unescaped, found[5])
            if len(glyph) != 2:
                return found.group()
            said = _part(_text(found[2]), int.from_bytes(glyph, "big") in fonts[found[4]])
            return found[1] + _hex(said) + found[3] + found[5] + b")"

        page.contents_coalesce()
        before = page.obj.Contents.read_bytes()
        after = _SHOWN.sub(own, before)
        if after != before:
            page.obj.Contents.write(after)


def _mend(font: pikepdf.Object) -> Iterator[int]:
    """Correct the table of a font; the glyphs that are marks."""
    letters = frozenset(_with_room(font.DescendantFonts[0]))
    before = font.ToUnicode.read_bytes()
    for entry in _MEANING.finditer(before):
        if int(entry[1], 16) not in letters and any(map(_is_mark, _text(entry[2]))):
            yield int(entry[1], 16)

    def own(entry: re.Match[bytes]) -> bytes:
        said = _part(_text(entry[2]), int(entry[1], 16) not in letters)
        return b"<%s> <%s>" % (entry[1], _hex(said))

    after = _MEANING.sub(own, before)
    if after != before:
        font.ToUnicode.write(after)


def _part(text: str, mark: bool) -> str:
    """Of a letter and its marks, the marks or the letter; the whole when there is no such part."""
    return "".join(letter for letter in text if _is_mark(letter) == mark) or text


def _is_mark(letter: str) -> bool:
    return unicodedata.bidirectional(letter) == "NSM" and unicodedata.name(letter, "").startswith("ARABIC")


def _with_room(font: pikepdf.Object) -> Iterator[int]:
    """The glyphs of `font` that take room on the line: the others, of no width, are drawn over them."""
    entries = list(font.W)
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            yield from (first + place for place, width in enumerate(second) if width)
        elif entries.pop(0):
            yield from range(first, int(second) + 1)


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be")


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().upper().encode()


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return bytes([int(said, 8)]) if said.isdigit() else _NAMED.get(said, said)

"""Last pass on the PDF: smaller, same bytes everywhere, no trap for validators.

A strict validator takes a carriage return at the end of a compressed stream, with the line feed before `endstream`, for
one end of line, and finds the stream a byte short. That last byte belongs to the checksum of the content: harmless
white space is added to the content until it is another one.
"""

from __future__ import annotations

import io
import re
import zlib

import pikepdf

from portal.printing import readable
from portal.printing.vocabulary import PrintingError

_TRAP = b"\r\nendstream"
_CARRIAGE_RETURN = 0x0D
# As qpdf writes them.
_OBJECTS = re.compile(rb"<< /Type /ObjStm /Length (\d+) /Filter /FlateDecode /N (\d+) /First (\d+) >>\nstream\n")
# One file in 256 has the trap where only another table of objects avoids it.
_TRIES = 8


def finish(pdf_bytes: bytes) -> bytes:
    """Recompress `pdf_bytes`; the identifier is drawn from the content, never from the clock.

    Raises PrintingError when the trap cannot be avoided."""
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        readable.mend(pdf)
        for page in pdf.pages:
            page.contents_coalesce()
            _pad(page.obj.Contents, b"\n")
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary) and "/FontFile2" in found:
                # Nothing reads what follows the last table of a font. Typst does not say its length a second time.
                _pad(found.FontFile2, b"\n")
            elif isinstance(found, pikepdf.Stream) and found.get("/Type") == "/CMap":
                _pad(found, b"\n")
        for _ in range(_TRIES):
            data = _mend(_saved(pdf))
            if _TRAP not in data:
                return data
            first = pdf.pages[0].obj.Contents
            first.write(first.read_bytes() + b"\n")
    raise PrintingError("a stream of the PDF ends with a carriage return, whatever is added. Change a word of a page.")


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        recompress_flate=True,
        deterministic_id=True,
    )
    return out.getvalue()


def _pad(stream: pikepdf.Object, blank: bytes) -> None:
    """Add `blank` to the content of `stream` until its checksum ends well."""
    data = stream.read_bytes()
    padded = _ending_well(data, blank)
    if padded != data:
        stream.write(padded)


def _ending_well(data: bytes, blank: bytes) -> bytes:
    while zlib.adler32(data) & 0xFF == _CARRIAGE_RETURN:
        data += blank
    return data


def _mend(data: bytes) -> bytes:
    """Rewrite in their own place the streams of objects that end badly: qpdf makes them, and every offset stays."""
    pieces = []
    last = 0
    for head in _OBJECTS.finditer(data):
        end = head.end() + int(head[1])
        if data[end - 1] == _CARRIAGE_RETURN:
            pieces += [data[last : head.start()], _packed(head, data[head.end() : end])]
            last = end
    return b"".join([*pieces, data[last:]])


def _packed(head: re.Match[bytes], raw: bytes) -> bytes:
    """The same stream of objects, as long as before, whose last byte is no carriage return."""
    packed = zlib.compress(_ending_well(zlib.decompress(raw), b"\n"), 9)
    # The blanks that qpdf leaves in its dictionary make room for the bytes added.
    short = b"<</Type/ObjStm/Length %d/Filter/FlateDecode/N %s/First %s" % (len(packed), head[2], head[3])
    tail = b">>\nstream\n" + packed
    size = len(head.group()) + len(raw)
    mended = short.ljust(size - len(tail)) + tail
    return mended if len(mended) == size else head.group() + raw

"""Imposition: the pages of a booklet two by two on A4 sheets, to print on both sides, fold and staple."""

from __future__ import annotations

import io

import pikepdf

A4 = (841.89, 595.276)
"""Width and height of a sheet lying down, in points."""


def saddle(booklet: bytes, *, right_hand: bool = False) -> bytes:
    """The sheets of `booklet`, a PDF whose page count is a multiple of four: sheet 1 bears the last page and the first.

    `right_hand` is for languages that are read from right to left: the fold stays, the two halves change places.
    Tags and links are lost: the booklet itself stays the version for screen readers."""
    width, height = A4
    out = pikepdf.new()
    with pikepdf.open(io.BytesIO(booklet)) as source:
        count = len(source.pages)
        if count % 4:
            raise ValueError(f"{count} pages, which is no multiple of four")
        for side in range(count // 2):
            pair = [count - 1 - side, side] if side % 2 == 0 else [side, count - 1 - side]
            sheet = out.add_blank_page(page_size=A4)
            drawn = b""
            sheet.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
            for half, number in enumerate(reversed(pair) if right_hand else pair):
                # Placed by hand: pikepdf's own overlay draws the names of resources at random.
                page = source.pages[number]
                sheet.obj.Resources.XObject[f"/P{half}"] = out.copy_foreign(page.as_form_xobject())
                x_scale, y_scale = width / 2 / float(page.mediabox[2]), height / float(page.mediabox[3])
                place = f"{x_scale:.5f} 0 0 {y_scale:.5f} {half * width / 2:.3f} 0"
                drawn += f"q {place} cm /P{half} Do Q\n".encode()
            sheet.obj.Contents = out.make_stream(drawn)
        buffer = io.BytesIO()
        out.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return buffer.getvalue()

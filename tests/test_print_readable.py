"""Arabic letters under a vowel sign come back out of a PDF once."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
import typst

from portal.printing import readable, scripts
from portal.printing.engine import fonts
from tests.print_reading import text, words

WORDS = "تُثبت تُستعمل مقدّم قُرئ محامٍ شيئًا كاملًا يُعطى"


def made(root: Path, family: str, said: str) -> bytes:
    source = f'#set text(font: "{family}", fallback: false, dir: rtl, lang: "ar")\n{said}'
    given = fonts(root / "node_modules", scripts.of("العربية"))
    return bytes(typst.compile(source.encode(), font_paths=given, ignore_system_fonts=True))


@pytest.mark.parametrize("mended", [False, True])
def test_letters_are_read_once(mended: bool, root: Path, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(made(root, "Noto Naskh Arabic", WORDS))) as pdf:
        if mended:
            readable.mend(pdf)
        pdf.save(tmp_path / "read.pdf")
    expected = words(WORDS)
    missing = expected - words(text(tmp_path / "read.pdf"))
    # Typst, the day it says it well, makes this module useless.
    assert (missing.total() <= 2) == mended, missing


def test_other_scripts_are_left_as_they_are(root: Path) -> None:
    with pikepdf.open(io.BytesIO(made(root, "Noto Sans", "Récépissé"))) as pdf:
        before = pdf.pages[0].obj.Contents.read_bytes()
        readable.mend(pdf)
        assert pdf.pages[0].obj.Contents.read_bytes() == before

"""Compressed copies that are kept: what was cut short, or changed on the disk, is made again."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from portal.compress import brotli_bytes, gzip_bytes

DATA = "Le récépissé vaut trois mois. ".encode() * 4


@pytest.mark.parametrize(
    ("compress", "expand"), [(brotli_bytes, brotli.decompress), (gzip_bytes, gzip.decompress)], ids=["br", "gz"]
)
def test_a_kept_result_that_was_spoilt_is_made_again(
    compress: Callable[[Path, bytes], bytes], expand: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    right = compress(tmp_path, DATA)
    (kept,) = (tmp_path / ".build" / "cache" / "compressed").iterdir()
    cut = [right[:length] for length in range(len(right))]
    changed = [right[:at] + bytes([right[at] ^ 255]) + right[at + 1 :] for at in range(len(right))]
    for data in [*cut, *changed, compress(tmp_path / "other", DATA + b"x")]:
        kept.write_bytes(data)
        assert expand(compress(tmp_path, DATA)) == DATA
    kept.write_bytes(right[:9])
    assert compress(tmp_path, DATA) == right == kept.read_bytes()


def test_the_header_of_gzip_is_the_same_by_any_python(tmp_path: Path) -> None:
    """No name, no date, Unix: what Python 3.13 and those before it write by themselves differs."""
    assert gzip_bytes(tmp_path, DATA)[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3])

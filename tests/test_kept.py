"""What builds keep: taken as it is when it is whole, made again when it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from portal.kept import SUFFIX, seal, whole


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    made = tmp_path / "made"
    (made / "small").mkdir(parents=True)
    (made / "small" / "a.wasm").write_bytes(b"wasm" * 100)
    (made / "b.json").write_text("{}", "utf-8")
    seal(made, tmp_path / "kept")
    return tmp_path / "kept"


def test_a_whole_folder_is_whole(kept: Path) -> None:
    assert whole(kept)
    assert sorted(path.name for path in kept.parent.iterdir()) == ["kept", f"kept{SUFFIX}"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: (kept / "small" / "a.wasm").write_bytes(b"wasm" * 99),
        lambda kept: (kept / "small" / "a.wasm").write_bytes(b"\0" * 400),
        lambda kept: (kept / "b.json").unlink(),
        lambda kept: (kept / "c.json").touch(),
        lambda kept: kept.rename(kept.with_name("elsewhere")),
        lambda kept: kept.with_name(f"kept{SUFFIX}").unlink(),
        lambda kept: kept.with_name(f"kept{SUFFIX}").write_bytes(b""),
        lambda kept: kept.with_name(f"kept{SUFFIX}").write_bytes(b"\xff"),
    ],
)
def test_a_spoilt_folder_is_not(kept: Path, spoil: Callable[[Path], object]) -> None:
    spoil(kept)
    assert not whole(kept)

"""One release, signed once: each test alters a copy of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import mini_release
from tests.mini_release import Mini


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Mini:
    """The release, not to be altered."""
    return mini_release.build(tmp_path_factory.mktemp("mini") / "mini")


@pytest.fixture
def mini(good: Mini, tmp_path: Path) -> Mini:
    """A copy of it."""
    return good.copy(tmp_path / "mini")

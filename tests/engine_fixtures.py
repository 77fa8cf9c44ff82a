"""What the tests of engines share: the engines, and a host that serves the site as they wish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.altering import Alteration, altering
from tests.engines import Engine, fleet


@pytest.fixture(scope="module")
def engines(browser: Browser) -> Iterator[Callable[[str], Engine]]:
    """Gives an engine by its name, started when first asked."""
    with fleet(browser) as get:
        yield get


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Alteration]:
    """The site, on a host that a test may alter."""
    with altering(site) as running:
        yield running

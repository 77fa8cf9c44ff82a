"""htaccess.txt on hosts that have few modules, or let little be set: never a 500, never a page that cannot work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.headers import POLICY, security_headers
from tests.hosted import FILES, ask, small_copy
from tests.servers import APACHE_OPTIONAL, apache

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def copy(root: Path) -> Iterator[Path]:
    with small_copy(root) as folder:
        yield folder


@pytest.mark.parametrize("override", ["None", "FileInfo", "FileInfo Indexes", "FileInfo AuthConfig Limit", "All"])
def test_apache_never_fails_when_it_lets_little_be_set(copy: Path, override: str) -> None:
    with apache(copy, "/droits/", override=override) as address:
        for name in FILES:
            for accepted in ("", "gzip, br"):
                answer = ask(address, name, accepted)
                assert answer.status == 200, name
                assert answer.plain() == (copy / name).read_bytes(), name
        assert ask(address, "fr/absente.html").status == 404


@pytest.mark.parametrize("missing", ["all", *APACHE_OPTIONAL])
def test_apache_never_fails_for_want_of_a_module(copy: Path, missing: str) -> None:
    optional = [name for name in APACHE_OPTIONAL if name != missing and missing != "all"]
    with apache(copy, "/droits/", optional=optional) as address:
        for name in FILES:
            for accepted in ("", "gzip, br"):
                answer = ask(address, name, accepted)
                assert answer.status == 200, name
                assert answer.plain() == (copy / name).read_bytes(), name
                # A policy of pages would stop the checker.
                policy = answer.one(POLICY)
                assert policy in (None, "frame-ancestors 'none'", security_headers(name)[POLICY])
        assert ask(address, "fr/absente.html").status == 404

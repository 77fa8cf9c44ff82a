"""The kept copy in three browser engines: kept, read and answered while the host is down, then forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker.consult import consult
from tests.engine_fixtures import engines as engines  # a fixture
from tests.engine_reader import OUTCOMES, TODAY, answer, appears, text, until
from tests.engines import NAMES, Engine
from tests.hosting import Host, hosting
from tests.test_offline import BANNER, CHECKER, HELD, STATE, TRACES


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    with hosting(site) as running:
        yield running


@pytest.mark.parametrize("name", NAMES)
def test_a_kept_copy_answers_without_its_host_and_is_forgotten(
    engines: Callable[[str], Engine], host: Host, name: str
) -> None:
    engine = engines(name)
    engine.open(host.address + CHECKER)
    engine.click("#garder > summary")
    appears(engine, "#garder [data-do=keep]")
    engine.click("#garder [data-do=keep]")
    until(engine, f"async (held) => document.querySelector('{STATE}').innerText.includes(held)", HELD)
    host.off = True
    host.take()
    engine.open(host.address + "fr/travailler.html")
    assert "Copie gardée le" in text(engine, BANNER)
    assert engine.run("async () => getComputedStyle(document.body).margin") == "0px", "styled"
    assert len(text(engine, ".prose")) > 1000
    engine.open(host.address + "fr/q/index.html")
    assert "Page non gardée" in text(engine, "h1")
    engine.open(host.address + CHECKER)
    engine.click("#commencer")
    answer(engine, "document", "recepisse")
    engine.click("#voir")
    until(engine, "async () => document.getElementById('resultats').checkVisibility()")
    response = consult({"answers": {"document": "recepisse"}, "dates": {}, "today": engine.run(TODAY)})
    assert engine.run(OUTCOMES) == {right["id"]: right["status"] for right in response["rights"]}
    assert host.asked == []
    engine.click("#garder > summary")
    appears(engine, "#garder [data-do=forget]")
    engine.click("#garder [data-do=forget]")
    until(engine, f"async (done) => document.querySelector('{STATE}').innerText.includes(done)", "C’est fait")
    assert engine.run(TRACES) == {"caches": [], "workers": []}

"""Copies that misbehave in every way, all served at once: each gets its word, and none holds the others."""

from __future__ import annotations

import datetime as dt
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.errors import BuildError
from portal.mirrors.prober import check
from portal.mirrors.reading import AGENT, Pace
from portal.verify.web import Limits
from tests import mini_release
from tests.mini_release import TODAY, Mini
from tests.mirrors_fixture import HTML, NO_VISIT, List, listing, of_browsers, with_in_page
from tests.verify.serving import Server
from tests.verify.test_tamper_served import drip, endless, moved, with_header

Launch = Callable[[], Browser]
OLD = dt.date(2026, 8, 1)
BAD = '<img src="http://tiers.invalid/a.png">'


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Mini:
    """The release, not to be altered."""
    return mini_release.build(tmp_path_factory.mktemp("mini") / "mini")


def other(mini: Mini, to: Path, number: str, expires: dt.date) -> Path:
    """The folder of an older edition, signed as well."""
    made = mini.copy(to)
    made.describe(number=number, date=OLD, expires=expires)
    made.sign()
    return made.site


def altered(server: Server) -> None:
    server.say((server.site / "fr/droits.html").read_bytes().replace(b"Mots", b"Maux"), Content_Type=HTML)


def bare(server: Server) -> None:
    """Without any of the headers that protect."""
    sent = server.send_header
    kept = ("content-type", "content-length", "content-encoding")
    server.send_header = lambda key, value: sent(key, value) if key.lower() in kept else None  # type: ignore
    try:
        server.honest()
    finally:
        del server.send_header


def closed_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


class Together:
    """How many requests of the prober a server answers at the same time, at most."""

    def __init__(self) -> None:
        self.most = self.now = 0
        self.agents: set[str] = set()
        self._lock = threading.Lock()

    def __call__(self, server: Server) -> None:
        agent = server.headers["User-Agent"]
        one = agent == AGENT
        with self._lock:
            self.agents.add(agent)
            self.now += one
            self.most = max(self.most, self.now)
        # A second request would come while this one waits; once answered, the next may.
        time.sleep(0.005)
        with self._lock:
            self.now -= one
        server.honest()


Checked = tuple[List, int, Together]


@pytest.fixture(scope="module")
def checked(mini: Mini, launch: Launch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checked]:
    """Every copy, after one check; its exit status."""
    folder = tmp_path_factory.mktemp("list")
    together = Together()
    with listing(folder, mini) as copies:
        copies.serve("bonne", tricks={"*": together})
        copies.serve("fichier", tricks={"/fr/droits.html": altered})
        phone = of_browsers(lambda server: with_in_page(server.site, "index.html", BAD)(server), "Mobile")
        copies.serve("telephone", tricks={"/": phone})
        copies.serve("image", tricks={"/": of_browsers(with_in_page(mini.site, "index.html", BAD))})
        copies.serve("cookie", tricks={"/": with_header("Set-Cookie", "vu=1")})
        copies.serve("type", tricks={"/assets/verifier.js": with_header("Content-Type", "text/plain")})
        copies.serve("entetes", tricks={"*": bare})
        copies.serve("perimee", other(mini, folder / "perimee", "5", dt.date(2026, 10, 30)))
        copies.serve("retard", other(mini, folder / "retard", "6", dt.date(2027, 1, 1)))
        copies.serve("ailleurs", tricks={"*": moved("https://ailleurs.invalid/")})
        copies.serve("lente", tricks={"/edition/edition.json": drip})
        copies.serve("infinie", tricks={"/guides/guide.pdf": endless})
        copies.add("refusee", closed_port())
        copies.add("tls", copies.hosts["bonne"].address.replace("http:", "https:"))
        yield copies, copies.check(launch), together


WORDS = {
    "bonne": "à jour", "fichier": "modifiée", "telephone": "modifiée", "image": "modifiée", "cookie": "à jour",
    "type": "modifiée", "entetes": "à jour", "perimee": "périmée", "retard": "en retard", "ailleurs": "modifiée",
    "lente": "injoignable", "infinie": "modifiée", "refusee": "injoignable", "tls": "injoignable",
}  # fmt: skip
CODES = {
    "fichier": "file-altered", "telephone": "third-party", "image": "third-party", "cookie": "cookie",
    "type": "mime-wrong", "entetes": "header-missing", "perimee": "expired", "retard": "behind",
    "ailleurs": "redirect-elsewhere", "lente": "no-answer", "infinie": "file-altered", "refusee": "no-answer",
    "tls": "no-answer",
}  # fmt: skip


def test_each_copy_has_its_word(checked: Checked) -> None:
    copies, status, _ = checked
    assert {name: copy["status"] for name, copy in copies.found.items()} == WORDS
    assert status == 1


@pytest.mark.parametrize("name", CODES)
def test_what_was_found_is_said(checked: Checked, name: str) -> None:
    assert CODES[name] in checked[0].codes(name)


def test_only_readers_with_a_telephone_saw_it(checked: Checked) -> None:
    findings = [f for f in checked[0].found["telephone"]["findings"] if f["level"] == "error"]
    assert {f["code"] for f in findings} == {"third-party", "page-differs"}
    assert all("un téléphone seulement" in f["message"] for f in findings)


def test_a_good_copy(checked: Checked) -> None:
    copies, _, together = checked
    good = copies.found["bonne"]
    assert not [finding for finding in good["findings"] if finding["level"] != "warning"]
    assert (good["edition"], good["highest"], good["expires"]) == (7, 7, "2027-02-21")
    assert good["files"] == len((copies.mini.site / "edition" / "MANIFEST.txt").read_text("utf-8").splitlines())
    assert together.most == 1
    assert len(together.agents) == 3


def test_few_requests(checked: Checked) -> None:
    asked = {name: len(host.asked) for name, host in checked[0].hosts.items()}
    assert max(asked.values()) <= 140, asked
    # What does not answer, or is elsewhere, is let alone.
    assert asked["lente"] <= 4 and asked["ailleurs"] <= 4, asked


def test_the_pages(checked: Checked) -> None:
    page = (checked[0].out / "copies.html").read_text("utf-8")
    assert all(f"<strong>{word}</strong>" in page for word in WORDS.values())
    hosts = checked[0].hosts
    assert f'href="{hosts["bonne"].address}"' in page
    assert f'href="{hosts["fichier"].address}"' not in page
    assert "copies.example" not in page


def test_a_copy_that_goes_back(mini: Mini, launch: Launch, tmp_path: Path) -> None:
    older = other(mini, tmp_path / "older", "6", dt.date(2027, 1, 1))
    with listing(tmp_path, mini) as copies:
        host = copies.serve("retour")
        assert copies.check(launch) == 0
        first = {file.name: file.read_bytes() for file in copies.out.iterdir()}
        assert copies.check(launch) == 0
        assert first == {file.name: file.read_bytes() for file in copies.out.iterdir()}

        def back(server: Server) -> None:
            server.site = older
            server.honest()

        host.tricks["*"] = back
        assert copies.check(launch, TODAY + dt.timedelta(1), gait=NO_VISIT) == 1
        found = copies.found["retour"]
        assert {"rollback", "behind"} <= copies.codes("retour")
        assert (found["edition"], found["highest"], found["since"]) == (6, 7, "2026-12-02")


def test_each_day_its_share(mini: Mini, launch: Launch, tmp_path: Path) -> None:
    pace = Pace(Limits(silence=0.5, base=1, rate=1e9, pause=0), share=6)
    names = {line[66:] for line in (mini.site / "edition" / "MANIFEST.txt").read_text("utf-8").splitlines()}
    asked: set[str] = set()
    with listing(tmp_path, mini) as copies:
        host = copies.serve("bonne")
        for days in range(-(-len(names) // 6)):
            assert copies.check(launch, TODAY + dt.timedelta(days), pace=pace, gait=NO_VISIT) == 0
            assert copies.found["bonne"]["files"] < len(names) / 2
            asked |= {path[1:] for path in host.asked}
    assert names <= asked


def test_a_faulty_address_stops_nobody(mini: Mini, launch: Launch, tmp_path: Path) -> None:
    with listing(tmp_path, mini) as copies:
        copies.add("nulle", "https://a..b/")
        copies.add("port", "https://127.0.0.1:0/")
        copies.serve("bonne")
        assert copies.check(launch, gait=NO_VISIT) == 4
        assert [copy["status"] for copy in copies.found.values()] == ["injoignable", "injoignable", "à jour"]


def test_a_request_that_lasts_and_a_reading_that_lasts(mini: Mini, launch: Launch, tmp_path: Path) -> None:
    def slow(server: Server) -> None:
        time.sleep(0.05 if server.headers["User-Agent"] == AGENT else 0)
        server.honest()

    with listing(tmp_path, mini) as copies:
        copies.serve("lente", tricks={"*": slow})
        pace = Pace(Limits(silence=1, base=1, rate=1e9, pause=0), seconds=1)
        begun = time.monotonic()
        assert copies.check(launch, pace=pace, gait=NO_VISIT) == 4
        assert time.monotonic() - begun < 30
        assert "too-slow" in copies.codes("lente")


def test_an_empty_list(launch: Launch, mini: Mini, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with listing(tmp_path, mini) as copies:
        assert copies.check(launch) == 0
    assert capsys.readouterr().out == "aucune copie dans la liste\n"
    assert "aucune copie n’est connue" in (copies.out / "copies.html").read_text("utf-8")


def test_no_key_no_check(root: Path, tmp_path: Path) -> None:
    (tmp_path / "mirrors.yml").write_text("[]", "utf-8")
    for sets, said in (([], "aucune clé"), ([b"{}"], "--trust")):
        with pytest.raises(BuildError, match=said):
            check(root, tmp_path / "mirrors.yml", tmp_path, sets, TODAY)

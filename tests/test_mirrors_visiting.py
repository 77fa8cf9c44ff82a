"""In a real browser: what a copy does to readers only is seen, and nothing of an honest one is held against it."""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.mirrors.observed import MOST
from portal.mirrors.visiting import PAGES, Gait, of_the_day, visit
from portal.verify.findings import Finding
from tests.mini_release import FILES, TODAY, put
from tests.mirrors_fixture import GLANCE, HTML, of_browsers, with_in_page
from tests.verify.serving import Server, Trick, serving
from tests.verify.test_tamper_served import endless

Launch = Callable[[], Browser]
PAGE = "fr/index.html"
# What an honest page of the mini release is: no script that fails, an icon that is no request.
SITE = {name: text.replace("<meta", '<link rel="icon" href="data:,"><meta', 1) for name, text in FILES.items()}
SITE["assets/verifier.js"] = "addEventListener('click', () => null);\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, not to be altered."""
    made = tmp_path_factory.mktemp("site")
    put(made, {name: text.encode() for name, text in SITE.items()})
    return made


@pytest.fixture(scope="module")
def one(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one page to visit: a visit takes time."""
    made = tmp_path_factory.mktemp("one")
    for name in (PAGE, "sw.js", "assets/verifier.js"):
        put(made, {name: SITE[name].encode()})
    return made


def sums(site: Path) -> dict[str, str]:
    files = [file for file in site.rglob("*") if file.is_file() and file.suffix not in (".br", ".gz")]
    return {file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def seen(launch: Launch, site: Path, tricks: dict[str, Trick], gait: Gait = GLANCE) -> list[Finding]:
    with serving(site, tricks) as host:
        return visit(launch, host.address, sums(site), ["fr", "ar"], TODAY, gait)


def adds(text: str, sign: str = "Mozilla") -> dict[str, Trick]:
    """A page with `text` added for browsers."""
    return {"/fr/": of_browsers(lambda server: with_in_page(server.site, PAGE, text)(server), sign)}


def test_an_honest_copy_has_nothing_to_hide(launch: Launch, folder: Path) -> None:
    with serving(folder) as host:
        assert visit(launch, host.address, sums(folder), ["fr", "ar"], TODAY, replace(GLANCE, pages=4)) == []
        assert len(host.asked) < 30


ALL = """<img src="http://image.invalid/a.png?b"><script src="http://script.invalid/a.js"></script>
<script src="/stats.js"></script><script>
const send = (address) => fetch(address).catch(() => null);
send('/compte'); send('/sw.js?vu');
addEventListener('mousemove', () => send('http://mouse.invalid/'));
addEventListener('pagehide', () => navigator.sendBeacon('http://leave.invalid/'));
new WebSocket('ws://socket.invalid/');
document.cookie = 'k=b';
localStorage.a = 1; localStorage.clear(); sessionStorage.a = 1; indexedDB.open('a');
navigator.serviceWorker.register('/sw.js');
open('/404.html');
faute();
</script>"""


def test_what_a_page_does(launch: Launch, one: Path) -> None:
    found = seen(launch, one, adds(ALL))
    third = {f.message.split("\u00a0: ")[1].split(". ")[0] for f in found if f.code == "third-party"}
    assert third == {f"http://{n}.invalid" for n in ("image", "script", "mouse", "leave")} | {"ws://socket.invalid"}
    kept = {f.message.split("(")[1].split(")")[0] for f in found if f.code == "storage"}
    assert kept >= {"localStorage", "sessionStorage", "indexeddb", "service worker"}
    assert {(f.code, f.path) for f in found} >= {
        ("page-differs", PAGE), ("script-unknown", "/stats.js"), ("request-unknown", "/compte"),
        ("request-unknown", "/sw.js"), ("window", PAGE), ("cookie", ""), ("console", PAGE),
    }  # fmt: skip
    assert {f.level for f in found if f.code not in ("cookie", "console")} == {"error"}


def test_cloaking_for_telephones(launch: Launch, one: Path) -> None:
    found = seen(launch, one, adds('<script src="http://tiers.invalid/a.js"></script>', "Mobile"))
    assert {finding.code for finding in found} >= {"page-differs", "third-party"}
    assert all(finding.message.endswith("(Vu par un téléphone seulement.)") for finding in found)


def test_who_comes_from_a_search_engine(launch: Launch, one: Path) -> None:
    def trick(server: Server) -> None:
        if "google" in server.headers.get("Referer", ""):
            server.say(b"", 302, Location="http://tiers.invalid/achetez")
        else:
            server.honest()

    found = seen(launch, one, {"/fr/": trick})
    assert "third-party" in {finding.code for finding in found}


def test_what_the_policy_stops_is_told(launch: Launch, one: Path) -> None:
    def trick(server: Server) -> None:
        policy = "default-src 'none'; img-src 'self'"
        page = (one / PAGE).read_bytes() + b'<img src="http://tiers.invalid/a.png"><script>1</script>'
        server.say(page, Content_Type=HTML, Content_Security_Policy=policy)

    found = seen(launch, one, {"/fr/": trick})
    assert {finding.code for finding in found} >= {"csp", "page-differs", "third-party"}


def test_an_altered_script_for_browsers(launch: Launch, one: Path) -> None:
    trick = of_browsers(lambda server: server.say(b"1", Content_Type="text/javascript"))
    page = SITE["fr/verifier.html"]
    tricks: dict[str, Trick] = {"/fr/": lambda server: server.say(page.encode(), Content_Type=HTML)}
    with serving(one, {**tricks, "/assets/verifier.js": trick}) as host:
        listed = {**sums(one), PAGE: hashlib.sha256(page.encode()).hexdigest()}
        found = visit(launch, host.address, listed, ["fr"], TODAY, GLANCE)
    assert {f.code for f in found} == {"part-differs"}


def test_a_page_that_asks_without_end_is_stopped(launch: Launch, one: Path) -> None:
    with serving(one, adds("<script>setInterval(() => fetch('/sw.js'), 0)</script>")) as host:
        found = visit(launch, host.address, sums(one), ["fr"], TODAY, Gait(settle=1, page=5, whole=30))
        assert "requests-many" in {finding.code for finding in found}
        assert len(host.asked) < 2 * MOST + 50


def test_a_page_that_never_rests_is_ended(launch: Launch, one: Path) -> None:
    begun = time.monotonic()
    found = seen(launch, one, adds("<script>for (;;);</script>"), Gait(settle=0.1, page=2, whole=3))
    assert time.monotonic() - begun < 15
    assert {finding.level for finding in found} >= {"unreachable"}


def test_a_page_that_does_not_come(launch: Launch, one: Path) -> None:
    def silent(server: Server) -> None:
        time.sleep(3)
        server.close_connection = True

    found = seen(launch, one, {"/fr/": of_browsers(silent)}, Gait(settle=0.1, page=1, whole=20))
    assert [(finding.code, finding.path) for finding in found] == [("page-unreadable", PAGE)]


def test_what_never_ends_is_not_waited_for(launch: Launch, one: Path) -> None:
    put(one, {"assets/data.json": b"{}"})
    listed = {"/assets/data.json": of_browsers(endless)} | adds("<script>fetch('/assets/data.json')</script>")
    begun = time.monotonic()
    assert {finding.code for finding in seen(launch, one, listed)} == {"page-differs"}
    assert time.monotonic() - begun < 15


def test_the_page_of_the_day() -> None:
    listed = {**dict.fromkeys(FILES, ""), **dict.fromkeys((f"fr/{n}.html" for n in range(9)), "")}
    days = [dt.date(2026, 11, 1) + dt.timedelta(n) for n in range(60)]
    chosen = {of_the_day(listed, ["fr", "ar"], day) for day in days}
    pages = {name for name in listed if name.startswith(("fr/", "ar/")) and name.endswith(".html")}
    assert chosen == pages - set(PAGES)
    assert of_the_day(listed, ["fr"], days[0]) == of_the_day(dict(reversed(listed.items())), ["fr"], days[0])
    assert of_the_day({}, ["fr"], days[0]) == ""


def test_the_site_itself_has_nothing_to_hide(launch: Launch, site: Path, server: str) -> None:
    assert visit(launch, server, sums(site), ["fr", "ar"], TODAY, Gait(settle=0.5)) == []

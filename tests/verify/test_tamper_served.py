"""Servers that are slow, wrong or hostile: what readers get is found, and no answer holds the verifier."""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path

import brotli
import pytest

from portal.verify.findings import Trouble
from portal.verify.web import Limits, Web
from tests.mini_release import HOST, Mini, check, codes
from tests.verify.serving import Server, Trick, serving

PAGE = "/fr/droits.html"
HTML = "text/html; charset=utf-8"
FAST = Limits(silence=0.5, base=1, rate=1e9, pause=0)


def with_header(name: str, value: str) -> Trick:
    def trick(server: Server) -> None:
        sent = server.send_header

        def send_header(key: str, old: str) -> None:
            if key.lower() != name.lower():
                sent(key, old)

        server.send_header = send_header  # type: ignore[method-assign]
        ended = server.end_headers

        def end_headers() -> None:
            if value:
                sent(name, value)
            ended()

        server.end_headers = end_headers  # type: ignore[method-assign]
        try:
            server.honest()
        finally:
            del server.send_header, server.end_headers

    return trick


def only_for(coding: str, data: bytes) -> Trick:
    """Another page for those who accept `coding`: the browsers."""

    def trick(server: Server) -> None:
        if coding in server.headers["Accept-Encoding"]:
            server.say(data, Content_Type=HTML, Content_Encoding=coding)
        else:
            server.honest()

    return trick


def moved(where: str, status: int = 302) -> Trick:
    return lambda server: server.say(b"", status, Location=where)


def drip(server: Server) -> None:
    """A byte now and then, never silent for long."""
    server.send_response(200)
    server.send_header("Content-Length", "400")
    server.end_headers()
    for _ in range(400):
        server.wfile.write(b"x")
        time.sleep(0.05)


def drip_headers(server: Server) -> None:
    for n in range(90):
        server.wfile.write(b"HTTP/1.1 200 OK\r\n" if not n else b"X-%d: 1\r\n" % n)
        time.sleep(0.05)


def drip_without_length(server: Server) -> None:
    server.send_response(200)
    server.send_header("Connection", "close")
    server.end_headers()
    for _ in range(100):
        server.wfile.write(b"x")
        time.sleep(0.05)


def silent(server: Server) -> None:
    time.sleep(2)
    server.close_connection = True


def endless(server: Server) -> None:
    server.send_response(200)
    server.send_header("Connection", "close")
    server.end_headers()
    while True:
        server.wfile.write(b"x" * 65536)


def endless_chunks(server: Server) -> None:
    server.send_response(200)
    server.send_header("Transfer-Encoding", "chunked")
    server.end_headers()
    while True:
        server.wfile.write(b"400\r\n" + b"x" * 1024 + b"\r\n")


def short(server: Server) -> None:
    data = (server.site / PAGE[1:]).read_bytes()
    server.say(data[:-50], Content_Type=HTML, Content_Length=str(len(data)))
    server.close_connection = True


def too_little(server: Server) -> None:
    data = (server.site / PAGE[1:]).read_bytes()
    server.say(data, Content_Type=HTML, Content_Length=str(len(data) - 50))
    server.close_connection = True


def huge(server: Server) -> None:
    server.say(b"x", Content_Length=str(10**12))
    server.close_connection = True


def hang_up(server: Server) -> None:
    server.close_connection = True


def no_http(server: Server) -> None:
    server.wfile.write(b"220 smtp.example ESMTP\r\n")
    server.close_connection = True


def many_headers(server: Server) -> None:
    server.send_response(200)
    for n in range(500):
        server.send_header(f"X-{n}", "1")
    server.end_headers()
    server.close_connection = True


def bomb(server: Server) -> None:
    server.say(gzip.compress(bytes(3_000_000)), Content_Type=HTML, Content_Encoding="gzip")


def half_gzip(server: Server) -> None:
    server.say(gzip.compress(b"x" * 500)[:-10], Content_Type=HTML, Content_Encoding="gzip")


def zipped_anyway(server: Server) -> None:
    data = (server.site / PAGE[1:]).read_bytes()
    headers = {"Content_Type": HTML, "Content_Encoding": "gzip"}
    server.say(gzip.compress(data), **headers)


def fails(status: int) -> Trick:
    return lambda server: server.say(b"", status)


SERVED: list[tuple[str, str, Trick, str, str, int]] = [
    ("redirect loop", PAGE, moved(PAGE), "error", "redirect-loop", 1),
    ("redirect elsewhere", PAGE, moved("https://t.example/"), "error", "redirect-elsewhere", 1),
    ("redirect to another port", PAGE, moved("http://127.0.0.1:1/"), "error", "redirect-elsewhere", 1),
    ("redirect without a scheme", PAGE, moved("//t.example/x"), "error", "redirect-elsewhere", 1),
    ("redirect to a file", PAGE, moved("file:///etc/passwd"), "error", "redirect-elsewhere", 1),
    ("redirect to another page", PAGE, moved("/fr/index.html"), "error", "file-altered", 1),
    ("no page", PAGE, fails(404), "error", "file-missing", 1),
    ("server error", PAGE, fails(500), "unreachable", "http-status", 4),
    ("forbidden", PAGE, fails(403), "unreachable", "http-status", 4),
    ("part of a page", PAGE, fails(206), "unreachable", "http-status", 4),
    ("slow body", PAGE, drip, "unreachable", "no-answer", 4),
    ("slow body without length", PAGE, drip_without_length, "unreachable", "no-answer", 4),
    ("slow headers", PAGE, drip_headers, "unreachable", "no-answer", 4),
    ("silence", PAGE, silent, "unreachable", "no-answer", 4),
    ("endless body", PAGE, endless, "error", "file-altered", 1),
    ("endless chunks", PAGE, endless_chunks, "error", "file-altered", 1),
    ("body shorter than said", PAGE, short, "unreachable", "body-short", 4),
    ("length shorter than the page", PAGE, too_little, "error", "file-altered", 1),
    ("huge length", PAGE, huge, "error", "file-altered", 1),
    ("hang up", PAGE, hang_up, "unreachable", "no-answer", 4),
    ("not http", PAGE, no_http, "unreachable", "no-answer", 4),
    ("many headers", PAGE, many_headers, "unreachable", "no-answer", 4),
    ("gzip bomb", PAGE, bomb, "error", "file-altered", 1),
    ("half a gzip", PAGE, half_gzip, "unreachable", "body-short", 4),
    ("endless statement", "/edition/edition.json", endless, "error", "file-altered", 1),
    ("statement elsewhere", "/edition/edition.json", moved("https://t.example/"), "error", "redirect-elsewhere", 1),
    ("another home", "/", lambda s: s.say(b"<script>1</script>", Content_Type=HTML), "error", "injected", 1),
    ("no home", "/", fails(404), "error", "folder-address", 1),
    ("another page at a folder", "/fr/", lambda s: s.say(b"faux", Content_Type=HTML), "error", "file-altered", 1),
    ("another page in gzip", PAGE, only_for("gzip", gzip.compress(b"faux")), "error", "compressed-altered", 1),
    ("another script in brotli", "/assets/verifier.js", only_for("br", brotli.compress(b"1")), "error",
     "compressed-altered", 1),
    ("rubbish in brotli", PAGE, only_for("br", b"rubbish"), "error", "compressed-altered", 1),
    ("brotli bomb", PAGE, only_for("br", brotli.compress(bytes(3_000_000))), "error", "compressed-altered", 1),
    ("script as text", "/assets/verifier.js", with_header("Content-Type", "text/plain"), "error", "mime-wrong", 1),
    ("WebAssembly as bytes", "/assets/search.wasm", with_header("Content-Type", "application/octet-stream"), "error",
     "mime-wrong", 1),
    ("PDF as a page", "/guides/guide.pdf", with_header("Content-Type", HTML), "error", "mime-wrong", 1),
    ("page in UTF-7", PAGE, with_header("Content-Type", "text/html; charset=utf-7"), "error", "mime-wrong", 1),
    ("page without type", PAGE, with_header("Content-Type", ""), "error", "mime-wrong", 1),
    ("refresh", PAGE, with_header("Refresh", "0; url=https://t.example"), "error", "header-injected", 1),
    ("style by a header", PAGE, with_header("Link", "<//t.example/a.css>; rel=stylesheet"), "error",
     "header-injected", 1),
    ("cookie", PAGE, with_header("Set-Cookie", "id=1"), "warning", "cookie", 0),
    ("reports to a third party", PAGE, with_header("NEL", "{}"), "warning", "header-reports", 0),
    ("no policy", PAGE, with_header("Content-Security-Policy", ""), "warning", "header-missing", 0),
    ("weak policy", PAGE, with_header("Content-Security-Policy", "default-src *"), "warning", "header-weak", 0),
    ("everything exists", "/edition/cette-page-n-existe-pas", lambda s: s.say(b"ici"), "warning", "soft-404", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "trick", "level", "code", "status"), [case[1:] for case in SERVED], ids=[case[0] for case in SERVED]
)
def test_a_server_that_misbehaves(path: str, trick: Trick, level: str, code: str, status: int, good: Mini) -> None:
    start = time.monotonic()
    with serving(good.site, {path: trick}) as host:
        # Where silence is not the point, a busy computer must not pass for a slow server.
        limits = FAST if status == 4 else Limits(silence=10, base=20, pause=0)
        result = check(host.address, good.trust, limits=limits)
    assert code in codes(result, level), result.findings
    assert result.status == status
    assert time.monotonic() - start < 60


def test_gzip_that_was_not_asked_for_is_decoded(good: Mini) -> None:
    with serving(good.site, {PAGE: zipped_anyway}) as host:
        assert check(host.address, good.trust).status == 0


def test_brotli_made_by_the_server_is_decoded_or_not_vouched_for(good: Mini, monkeypatch: pytest.MonkeyPatch) -> None:
    own = brotli.compress((good.site / PAGE[1:]).read_bytes(), quality=3)
    with serving(good.site, {PAGE: only_for("br", own)}) as host:
        assert check(host.address, good.trust).status == 0
        monkeypatch.setitem(sys.modules, "brotli", None)
        result = check(host.address, good.trust)
    assert codes(result, "unreachable") == {"brotli-unknown"}
    assert result.status == 4


def test_a_server_that_is_down_is_soon_given_up(good: Mini) -> None:
    with serving(good.site) as host:
        address = host.address
    result = check(address, good.trust)
    assert codes(result) == {"no-answer"}
    assert result.status == 4


def test_a_server_that_falls_is_given_up_and_the_run_resumed(good: Mini, mini: Mini, tmp_path: Path) -> None:
    mini.brand(HOST)
    state = tmp_path / "etat" / "verify.json"
    state.parent.mkdir()
    with serving(mini.site) as host:
        left = 25

        def falls(server: Server) -> None:
            nonlocal left
            left -= 1
            server.honest() if left > 0 else hang_up(server)

        host.tricks["*"] = falls
        cut = check(host.address, mini.trust, state=state)
        assert "gave-up" in codes(cut, "unreachable")
        done = json.loads(state.read_text("utf-8"))["cut"]["done"]
        assert 0 < len(done) < 22
        host.tricks.clear()
        host.asked.clear()
        whole = check(host.address, mini.trust, state=state)
        assert whole.findings == []
        assert whole.checked == 22
        # In gzip and in brotli, and not as it is once more.
        assert "404.html" in done
        assert host.asked.count("/404.html") == 2
    assert json.loads(state.read_text("utf-8"))["cut"] == {}


def test_a_run_that_found_a_fault_says_it_again(good: Mini, tmp_path: Path) -> None:
    (tmp_path / "etat").mkdir()
    state = tmp_path / "etat" / "verify.json"
    with serving(good.site, {PAGE: fails(404), "/sw.js": fails(500)}) as host:
        for _ in range(2):
            assert "file-missing" in codes(check(host.address, good.trust, state=state), "error")


def test_the_number_of_requests_is_bounded(good: Mini) -> None:
    with serving(good.site) as host:
        result = check(host.address, good.trust, limits=Limits(requests=15, pause=0))
        assert len(host.asked) == 15
    assert "too-many-requests" in codes(result, "unreachable")


def test_a_pause_between_requests(good: Mini) -> None:
    pauses: list[float] = []
    with serving(good.site) as host:
        place = Web(host.address, Limits(pause=0.5), sleep=pauses.append)
        for name in ("index.html", "sw.js", "fr/index.html"):
            place.read(name, 10_000)
        place.close()
    assert pauses == [0.5, 0.5]


def test_a_copy_in_a_folder_of_the_server(mini: Mini, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    mini.brand(HOST)
    mini.site.rename(tmp_path / "www" / "droits")
    with serving(tmp_path / "www") as host:
        for end in ("droits", "droits/", "droits/index.html"):
            result = check(host.address + end, mini.trust)
            # Our own server takes /droits/fr/verifier.html for a page of another place: its headers are not the point.
            assert result.status == 0
            assert codes(result) <= {"header-weak"}


@pytest.mark.parametrize(
    "address",
    ["http://", "https:///x", "http://a b/", "http://x:99999/", "http://u:p@x/", "https://x/?q=1", "https://x/#a"],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(Trouble) as caught:
        check(address, None)
    assert caught.value.finding.code == "address"


def test_plain_http_is_told() -> None:
    assert [fault.code for fault in Web("http://asso.example/droits").faults] == ["plain-http"]
    assert Web("http://abcdef.onion/").faults == []
    assert Web("https://asso.example/").faults == []

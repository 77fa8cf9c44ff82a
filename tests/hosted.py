"""A small release as a host puts it online, the servers that show it, and what they answer."""

from __future__ import annotations

import gzip
import http.client
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import brotli

from portal import hosting
from portal.headers import CACHE_CONTROL, media_type, security_headers
from tests.servers import Server, apache, caddy, nginx, public_folder

SERVERS: dict[str, Server] = {"nginx": partial(nginx, brotli=True), "apache": apache, "caddy": caddy}
PAGE = "<!doctype html><title>Page</title>" + "a" * 2000
# Of each class, and of each kind of file.
FILES = (
    "index.html",
    "404.html",
    "fr/index.html",
    "fr/verifier.html",
    "fr/droits/sejour.html",
    "fr/manifest.webmanifest",
    "fr/changements.xml",
    "q/ab.html",
    "assets/site.css",
    "assets/site.js",
    "assets/worker.js",
    "assets/icon.svg",
    "assets/icon-192.png",
    "sw.js",
    "runtime/manifest.json",
    "runtime/library.zip",
    "runtime/small/pyodide.mjs",
    "runtime/small/pyodide.asm.wasm",
    "guides/droits-en-attente-fr.html",
    "guides/droits-en-attente-fr.epub",
    "guides/droits-en-attente-fr.pdf",
    "guides/feuilles/fr/travailler.pdf",
    "edition/MANIFEST.txt",
    "edition/signataires",
    "edition/signatures/juriste.sig",
    "hebergeur/verify.py",
    "local/local.css",
    "local/logo.webp",
    "local/fr/mentions.html",
)
# Never compressed again.
AS_IT_IS = (".png", ".webp", ".epub", ".pdf", ".sig", ".py", "signataires")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def one(self, name: str) -> str | None:
        """The value of a header, which must not be there twice."""
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(found) < 2, found
        return found[0] if found else None

    def plain(self) -> bytes:
        """The body, decompressed."""
        open_ = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[self.one("Content-Encoding")]
        return bytes(open_(self.body))


def ask(address: str, path: str = "", accepted: str = "", method: str = "GET") -> Answer:
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.request(method, parts.path + path, headers={"Accept-Encoding": accepted} if accepted else {})
    response = connection.getresponse()
    answer = Answer(response.status, response.getheaders(), response.read())
    connection.close()
    return answer


def check_headers(answer: Answer, path: str) -> None:
    for name, value in security_headers(path).items():
        assert answer.one(name) == value, (path, name)
    assert answer.one("Cache-Control") == CACHE_CONTROL, path
    assert answer.one("Content-Type") == media_type(path), path


@contextmanager
def small_copy(root: Path) -> Iterator[Path]:
    """The folder of a small release with its kits: compressed copies, and .htaccess for Apache."""
    with public_folder() as public:
        folder = public / "copie"
        for name in FILES:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{PAGE}{name}", "utf-8")
        hosting.write(root, folder)
        for name in FILES:
            data = (folder / name).read_bytes()
            if not name.endswith(AS_IT_IS):
                (folder / f"{name}.br").write_bytes(brotli.compress(data))
                (folder / f"{name}.gz").write_bytes(gzip.compress(data, mtime=0))
        give_htaccess(folder)
        yield folder


def give_htaccess(copy: Path) -> None:
    """What the kit for Apache asks of a host."""
    (copy / ".htaccess").write_bytes((copy / "hebergeur" / "htaccess.txt").read_bytes())

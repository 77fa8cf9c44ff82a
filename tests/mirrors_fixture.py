"""Copies of a small release, each on its own loopback server, and the check of all of them."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser

from portal.cli import ROOT
from portal.mirrors.prober import check
from portal.mirrors.reading import Pace
from portal.mirrors.visiting import Gait
from portal.verify.web import Limits
from tests.mini_release import TODAY, Mini
from tests.verify.serving import Host, Server, Trick, serving

QUICK = Pace(Limits(silence=1, base=2, rate=1e9, pause=0, requests=400), seconds=60)
GLANCE = Gait(settle=0.15, page=15, whole=60, pages=1)
NO_VISIT = Gait(pages=0)
HTML = "text/html; charset=utf-8"


@dataclass
class List:
    """A list of copies under way: `hosts` by name; `entries` of mirrors.yml."""

    folder: Path
    mini: Mini
    entries: list[dict[str, Any]] = field(default_factory=list)
    hosts: dict[str, Host] = field(default_factory=dict)
    servers: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def serve(self, name: str, site: Path | None = None, tricks: Mapping[str, Trick] | None = None) -> Host:
        """Serves a copy, and lists it."""
        host = self.servers.enter_context(serving(site or self.mini.site, dict(tricks or {})))
        self.hosts[name] = host
        self.add(name, host.address)
        return host

    def add(self, name: str, address: str, **other: Any) -> None:
        """Lists the copy at `address`."""
        contact = f"{name}@copies.example"
        self.entries.append({"nom": name, "adresse": address, "contact": contact, "depuis": "2026-11-23", **other})

    def check(self, launch: Callable[[], Browser], today: dt.date = TODAY, **options: Any) -> int:
        """Checks every copy, and returns the exit status."""
        file = self.folder / "mirrors.yml"
        file.write_text(yaml.safe_dump(self.entries, allow_unicode=True), "utf-8")
        options = {"pace": QUICK, "gait": GLANCE, "launch": launch, **options}
        return check(ROOT, file, self.out, [self.mini.trust.read_bytes()], today, **options)

    @property
    def out(self) -> Path:
        return self.folder / "copies"

    @property
    def found(self) -> dict[str, dict[str, Any]]:
        """What mirrors.json says of each copy."""
        return {copy["name"]: copy for copy in json.loads((self.out / "mirrors.json").read_text("utf-8"))["copies"]}

    def codes(self, name: str) -> set[str]:
        return {finding["code"] for finding in self.found[name]["findings"]}


@contextlib.contextmanager
def listing(folder: Path, mini: Mini) -> Iterator[List]:
    """An empty list; its servers end with the block."""
    made = List(folder, mini)
    with made.servers:
        yield made


def of_browsers(trick: Trick, sign: str = "Mozilla") -> Trick:
    """`trick` for those whose User-Agent has `sign`; the true file for others."""

    def choose(server: Server) -> None:
        if sign in server.headers.get("User-Agent", ""):
            trick(server)
        else:
            server.honest()

    return choose


def with_in_page(site: Path, name: str, added: str) -> Trick:
    """The page `name` with something added, and without the policy that might stop it."""
    return lambda server: server.say((site / name).read_bytes() + added.encode(), Content_Type=HTML)

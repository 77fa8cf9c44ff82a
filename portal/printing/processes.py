"""Papers made several at a time, in processes of their own."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from portal import edition as editions
from portal.mirrors import config
from portal.printing import content as contents
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.makers import MAKERS

# Processes that make papers at the same time. Not forked: the typesetter's threads do not live through it.
CORES = 2
# What each makes before another takes its place: the typesetter remembers what it laid out, and a guide is large.
TASKS = 4
# A language and the name of one of MAKERS.
Asked = tuple[str, str]


@dataclass(frozen=True)
class Source:
    """What the papers are made from, fit to be sent to another process: the arguments of `portal.printing.write`."""

    root: Path
    site: Path
    node_modules: Path
    edition: str | tuple[tuple[str, Any], ...] | None
    mirror: Path | None


def made(asked: Sequence[Asked], source: Source) -> list[list[tuple[str, bytes]]]:
    """What each maker of `asked` yields, in their order."""
    if len(asked) == 1:
        lang, name = asked[0]
        return [list(MAKERS[name](*_read(source, lang)))]
    # Ctrl-C reaches every process of a terminal: this one alone says so, and ends the others.
    quiet = (signal.signal, (signal.SIGINT, signal.SIG_IGN))
    with multiprocessing.get_context("spawn").Pool(CORES, *quiet, maxtasksperchild=TASKS) as pool:
        return list(pool.imap(partial(_make_there, source), asked))


def _make_there(source: Source, asked: Asked) -> list[tuple[str, bytes]]:
    """One of `asked` in a process of the pool."""
    lang, name = asked
    return list(MAKERS[name](*_read_once(source, lang)))


def _read(source: Source, lang: str) -> tuple[Content, Press]:
    replaced = dict(source.edition) if isinstance(source.edition, tuple) else source.edition
    chosen = editions.load(source.root, replaced)
    mirror = config.find(source.root, source.mirror) or config.NOBODY
    content = contents.load(source.root, source.site, chosen, lang, mirror)
    return content, Press(source.node_modules, chosen.epoch, content.script)


# For the processes of a pool, which make a language after another and end with it: pages read again by a later call may
# have changed.
_read_once = lru_cache(maxsize=1)(_read)

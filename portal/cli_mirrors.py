"""The commands of build.py for releases and hosted copies. Parsing needs only the standard library."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from portal.verify import cli as verification

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
VERBS = ("release", "keys", "verify", "mirror", "mirrors")


def add(verbs: Verbs, date: Callable[[str], str]) -> None:
    """Adds the parsers of VERBS to those of build.py; `date` reads YYYY-MM-DD."""
    _release(verbs, date)
    _keys(verbs, date)
    verify = verbs.add_parser(
        "verify",
        help="say whether a copy is true and fresh: an address, a folder, a .zip, a .tar.zst",
        description="Checks signatures, missing, altered and extra files, what altered pages load, media types and "
        "headers, age. Exit code 0: true and fresh; 1: altered; 3: true but old; 4: cannot be reached. The same as "
        "hebergeur/verify.py of a copy, with the keys of this project (docs/_data/cles) when --trust names none.",
    )
    verification.add_arguments(verify)
    _mirror(verbs, date)
    mirrors = verbs.add_parser(
        "mirrors",
        help="visit each known copy and say its state: up to date, late, expired, altered, out of reach",
        description="Visits the copies of FILE, one request at a time, then in a browser, and writes mirrors.json and "
        "copies.html. Exit code 0: all are up to date; 1: one is altered; 4: one is out of reach; 3: one is late.",
    )
    mirrors.add_argument("action", choices=["check"], help="check: the only action")
    mirrors.add_argument("file", metavar="FILE", type=Path, help="the list of copies (mirrors.yml)")
    mirrors.add_argument("--out", metavar="DIR", type=Path, default=Path("copies"), help="folder to write (copies/)")
    mirrors.add_argument("--full", action="store_true", help="fetch every file, not a share that changes with the day")
    mirrors.add_argument("--newest", metavar="N", type=int, default=0, help="number of the newest edition")
    _trust(mirrors)
    _today(mirrors, date)


def _release(verbs: Verbs, date: Callable[[str], str]) -> None:
    release = verbs.add_parser(
        "release",
        help="build, sign, and pack the site as archives for those who host a copy",
        description="Builds site/, signs its manifest with the keys given, and packs it into dist/: a .zip for plain "
        "hosts, a .tar.zst with the compressed copies for servers. Below the number of signatures that docs/_data/cles "
        "asks for, their names say NON-SIGNEE.",
    )
    release.add_argument("--edition", metavar="YYYY-MM-DD", type=date, help="date of this edition")
    release.add_argument(
        "--key", metavar="FILE", type=Path, action="append", default=[], help="key to sign with; may be given again"
    )
    release.add_argument(
        "--signature", metavar="FILE", type=Path, action="append", default=[], help="signature that another one sent"
    )
    release.add_argument("--out", metavar="DIR", type=Path, default=Path("dist"), help="folder to write (dist/)")
    release.add_argument("--no-build", dest="build", action="store_false", help="pack site/ as the last build left it")


def _keys(verbs: Verbs, date: Callable[[str], str]) -> None:
    keys = verbs.add_parser(
        "keys",
        help="say who may sign editions: make a set of keys, sign it with those before",
        description="new: write the next set of docs/_data/cles from public keys. sign: sign the newest set with a key "
        "of the set before it; it counts when enough of them have. Private keys never enter the project.",
    )
    keys.add_argument("action", choices=["new", "sign"])
    keys.add_argument("members", metavar="ID=FILE[=ROLE]", nargs="*", help="for new: who signs, and their .pub file")
    keys.add_argument("--threshold", metavar="N", type=int, default=2, help="how many must sign (default 2)")
    keys.add_argument("--from", dest="since", metavar="YYYY-MM-DD", type=date, help="first day of the keys")
    keys.add_argument("--until", metavar="YYYY-MM-DD", type=date, help="last day of the keys")
    keys.add_argument("--key", metavar="FILE", type=Path, help="for sign: the key")


def _mirror(verbs: Verbs, date: Callable[[str], str]) -> None:
    mirror = verbs.add_parser(
        "mirror",
        help="make a copy that carries the name of who hosts it, update it, go back to the one before",
        description="Without action: checks the release, and writes a copy of it in DIR with what mirror.yml says. "
        "update: takes the next release, checks it, says what changes, and puts it in place at once. back: the edition "
        "before, for a bad day.",
    )
    mirror.add_argument("action", nargs="?", choices=["make", "update", "back"], default="make")
    mirror.add_argument("--config", metavar="FILE", type=Path, help="what the host says of itself (mirror.yml)")
    mirror.add_argument("--from", dest="source", metavar="PLACE", help="the release: .zip, .tar.zst, folder or address")
    mirror.add_argument("--to", metavar="DIR", type=Path, required=True, help="folder of the copy")
    mirror.add_argument("--undo", action="store_true", help="for back: return to the edition that back left")
    mirror.add_argument("--dry-run", action="store_true", help="for update: say what changes, and stop there")
    _trust(mirror)
    _today(mirror, date)


def _trust(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--trust", metavar="FILE", type=Path, action="append", default=[], help="set of keys to trust (docs/_data/cles)"
    )


def _today(parser: argparse.ArgumentParser, date: Callable[[str], str]) -> None:
    # The day is read here once; everything below takes it as a parameter.
    parser.add_argument(
        "--today", metavar="YYYY-MM-DD", type=date, default=datetime.date.today().isoformat(), help="day of the check"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Runs one of VERBS; returns its exit code."""
    actions = {
        "release": _run_release,
        "keys": _run_keys,
        "verify": _run_verify,
        "mirror": _run_mirror,
        "mirrors": _run_mirrors,
    }
    return actions[options.verb](root, options)


def _run_release(root: Path, options: argparse.Namespace) -> int:
    from portal.release import command

    archives, signed = command.make(
        root, options.out, edition=options.edition, own=options.key, sent=options.signature, rebuild=options.build
    )
    for path in archives:
        print(path)
    print(f"signed by {', '.join(signed)}" if signed else "signed by nobody")
    return 0


def _run_keys(root: Path, options: argparse.Namespace) -> int:
    from portal.errors import BuildError
    from portal.release import keys, ssh

    folder = root / keys.FOLDER
    if options.action == "sign":
        if not options.key:
            raise BuildError("keys sign needs --key FILE.")
        print(keys.sign(folder, options.key))
        return 0
    if not options.since or not options.until:
        raise BuildError("keys new needs --from and --until.", "two years: --from 2027-01-01 --until 2028-12-31")
    members = []
    for text in options.members:
        name, _, rest = text.partition("=")
        file, _, role = rest.partition("=")
        members.append(keys.member(name, role, ssh.public_of(Path(file)), options.since, options.until))
    print(keys.new(folder, members, options.threshold))
    return 0


def _run_verify(root: Path, options: argparse.Namespace) -> int:
    options.trust = options.trust or trusted(root)
    return verification.run(options)


def _run_mirror(root: Path, options: argparse.Namespace) -> int:
    from portal.errors import BuildError
    from portal.mirrors import brand, rollback, update

    today = datetime.date.fromisoformat(options.today)
    trust = options.trust or trusted(root)
    if options.action == "update":
        return update.update(
            options.to, options.source, options.config, trust=trust, today=today, dry_run=options.dry_run
        )
    if options.action == "back":
        return rollback.rollback(options.to, undo=options.undo, today=today)
    if not options.source or not options.config:
        raise BuildError("mirror needs --from and --config.", "python3 build.py mirror --help")
    sets = [file.read_bytes() for file in trust]
    for finding in brand.brand(Path(options.source), options.config, options.to, trusted=sets, today=today):
        print(f"{finding.path}: {finding.message}" if finding.path else finding.message)
    print(options.to)
    return 0


def _run_mirrors(root: Path, options: argparse.Namespace) -> int:
    from portal.mirrors import prober

    sets = [file.read_bytes() for file in options.trust or trusted(root)]
    today = datetime.date.fromisoformat(options.today)
    return prober.check(root, options.file, options.out, sets, today, newest=options.newest, full=options.full)


def trusted(root: Path) -> list[Path]:
    """The sets of keys of this project."""
    from portal.release import keys

    return sorted((root / keys.FOLDER).glob("*.json"))

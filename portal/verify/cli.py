"""The command: `verify PLACE`, of build.py or of the packed verify.py."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from . import report, trust
from .check import Result, verify
from .findings import USAGE, Trouble
from .keysets import parse
from .memory import Memory
from .opening import open_place
from .places import Place
from .web import Limits

DESCRIPTION = "Vérifie qu’une copie du portail est fidèle à une édition signée, et à jour."
EPILOG = "Code de sortie : 0 fidèle et à jour ; 1 modifiée ; 2 commande fautive ; 3 fidèle mais ancienne ; 4 illisible."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Gives `parser` the arguments of the command."""
    add = parser.add_argument
    add("place", metavar="COPIE", help="une adresse https, un dossier, un .zip ou un .tar.zst")
    add("--trust", metavar="FICHIER", type=Path, action="append", default=[], help="jeu de clés tenu pour sûr")
    add("--today", metavar="AAAA-MM-JJ", type=dt.date.fromisoformat, default=None, help="le jour de la vérification")
    add("--newest", metavar="N", type=int, default=0, help="numéro de la dernière édition parue")
    add("--state", metavar="FICHIER", type=Path, help="ce que les vérifications passées ont vu (seul fichier écrit)")
    add("--every-encoding", action="store_true", help="à une adresse : chaque page aussi en gzip et en brotli")
    add("--pause", metavar="SECONDES", type=float, default=Limits.pause, help="entre deux requêtes (%(default)s)")
    add("--timeout", metavar="SECONDES", type=float, default=Limits.silence, help="silence du serveur (%(default)s)")
    add("--json", action="store_true", help="le rapport pour un programme")
    add("--quiet", action="store_true", help="rien si tout va bien")


def run(args: argparse.Namespace) -> int:
    """Verifies as `args` say, prints the report, and returns the exit status."""
    try:
        trusted = [file.read_bytes() for file in args.trust] or trust.embedded()
        for data in trusted:
            parse(data, "--trust")
    except OSError as error:
        print(f"--trust {error.filename}: {error.strerror}", file=sys.stderr)
        return USAGE
    except Trouble as trouble:
        print(f"--trust: {trouble}", file=sys.stderr)
        return USAGE
    if args.pause < 0 or args.timeout <= 0:
        print("--pause, --timeout: il faut des nombres positifs.", file=sys.stderr)
        return USAGE
    result = _verified(args, trusted)
    if args.json:
        print(report.as_json(args.place, result))
    else:
        for line in report.lines(args.place, result, quiet=args.quiet):
            print(line)
    return result.status


def main(arguments: Sequence[str] | None = None) -> int:
    """The command alone; returns the exit status."""
    # A terminal or a log of another encoding must not stop the report.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="verify.py", description=DESCRIPTION, epilog=EPILOG)
    add_arguments(parser)
    return run(parser.parse_args(arguments))


def _verified(args: argparse.Namespace, trusted: Sequence[bytes]) -> Result:
    place: Place | None = None
    try:
        memory = Memory(args.state, args.place)
        place = open_place(args.place, Limits(silence=args.timeout, base=2 * args.timeout, pause=args.pause))
        return verify(
            place,
            trusted,
            args.today or dt.date.today(),
            newest=args.newest,
            memory=memory,
            every_encoding=args.every_encoding,
            progress=_progress,
        )
    except Trouble as trouble:
        return Result(findings=[trouble.finding])
    finally:
        if place:
            place.close()


def _progress(done: int, total: int, name: str) -> None:
    if sys.stderr.isatty() and done % 20 == 0:
        print(f"\r{done} / {total}", end="\r", file=sys.stderr, flush=True)

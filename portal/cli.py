"""The commands of build.py. Parsing needs only the standard library: a wrong verb costs no download."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from portal import cli_mirrors
from portal.errors import guarded

ROOT = Path(__file__).resolve().parent.parent
VERBS = (
    "build", "print", "test", "serve", "check", "lawwatch", "runtime", "bench", "language", "advisories",
    *cli_mirrors.VERBS,
)  # fmt: skip
# tests/bench/bench_<name>.py, in the order in which they run.
BENCHMARKS = ("weight", "lighthouse", "page", "runtime", "rules", "print", "build", "scaling", "hosts")


def parse(argv: list[str]) -> argparse.Namespace:
    """The parsed command. `verb` is one of VERBS; `pytest` holds what follows `--`, for the verb test.

    Prints help or one message, and exits (2 for a mistake), as argparse does."""
    rest: list[str] = []
    if "--" in argv:
        cut = argv.index("--")
        argv, rest = argv[:cut], argv[cut + 1 :]
    if not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help")):
        argv = ["build", *argv]
    parser = _parser()
    options = parser.parse_args(argv)
    if rest and options.verb != "test":
        parser.error(f"only `test` takes arguments after --, not `{options.verb}`")
    if options.verb == "check" and options.pin and options.texts is None:
        parser.error("--pin needs --texts DIR: only a quote found in a text can be remembered")
    if options.verb == "language" and options.action != "status" and not options.lang:
        parser.error(f"language {options.action} needs the code of a language, such as es")
    options.pytest = rest
    return options


def main(argv: list[str]) -> int:
    """Runs one command inside the project's own environment and returns its exit code."""
    options = parse(argv)
    return guarded(lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    if options.verb == "build":
        from portal.pipeline import build

        build(ROOT, edition=options.edition).show()
        return 0
    if options.verb == "print" and options.number:
        from portal.flowchart import give_numbers

        print(f"{give_numbers()} box(es) numbered: commit portal/flowchart/boxes.json")
        return 0
    if options.verb == "print":
        from portal.pipeline import papers

        asked = {"edition": options.edition, "lang": options.lang, "only": options.only, "mirror": options.mirror}
        for path in papers(ROOT, options.out, **asked):
            print(path)
        return 0
    if options.verb == "test":
        from portal.testing import test

        return test(ROOT, options.pytest, fast=options.fast)
    if options.verb == "serve":
        from portal.serve import serve

        return serve(ROOT, options.host, options.port, watch=options.watch)
    if options.verb == "runtime":
        from portal.runtime.recorder import record

        print(record(ROOT))
        return 0
    if options.verb == "bench":
        from portal.benching import bench

        return bench(ROOT, options.names, site=options.site, quick=options.quick)
    if options.verb == "language":
        return _language(options)
    if options.verb == "advisories":
        from portal.supply import advisories

        code, lines = advisories.check(ROOT)
        print("\n".join(lines))
        return code
    if options.verb in cli_mirrors.VERBS:
        return cli_mirrors.run(ROOT, options)
    return _lawwatch(options) if options.verb == "lawwatch" else _check(options)


def _language(options: argparse.Namespace) -> int:
    from portal.languages import command

    asked = {
        "add": lambda: command.add(ROOT, options.lang),
        "status": lambda: command.status(ROOT, options.lang),
        "export": lambda: command.export(ROOT, options.lang, options.names),
        "import": lambda: command.import_(ROOT, options.lang, options.names),
        "stamp": lambda: command.stamp_(ROOT, options.lang, options.names),
    }
    for line in asked[options.action]():
        print(line)
    return 0


def _check(options: argparse.Namespace) -> int:
    from portal import gates
    from portal.lawcheck import pin

    if options.pin:
        pin(ROOT, options.texts)
    problems: list[str] = []
    for report in gates.run(ROOT, options.texts, mutations=options.mutations):
        print(report.line(), flush=True)
        problems += report.problems
    for problem in problems:
        print(problem)
    for line in _not_fresh():
        print(line)
    for line in _late():
        print(line)
    print(f"{len(problems)} problem(s)")
    return 1 if problems else 0


def _not_fresh() -> list[str]:
    """Pages to read again: told, but no fault of the rules."""
    from portal import freshness, law
    from portal.frontmatter import read_all

    edition = law.data(ROOT)["edition"]
    days = int(edition["relecture_jours"])
    return list(freshness.listing(read_all(ROOT / "docs", law.sources()), str(edition["date"]), days))


def _late() -> list[str]:
    """Translations to do, or to do again: told, but no fault of the rules."""
    from portal import law
    from portal.frontmatter import read_all
    from portal.languages import progress

    return [*progress.missing(ROOT), *progress.late(ROOT, read_all(ROOT / "docs", law.sources()))]


def _lawwatch(options: argparse.Namespace) -> int:
    from portal.lawwatch import mark, report, watch

    changes = watch(ROOT, options.texts, options.before)
    for line in report(changes):
        print(line)
    if options.mark:
        mark(ROOT, changes)
    return 1 if changes else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Makes the portal from docs/ and checker/. Without a verb: build.",
        epilog="python3 build.py VERB --help tells the options of one verb.",
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    build = verbs.add_parser(
        "build",
        help="make site/ and the papers (the default)",
        description="Makes site/ with its papers. The first run downloads what it needs (about 100 MB) into .venv "
        "and node_modules; later runs work offline. If anything fails, the previous site/ stays as it was.",
    )
    paper = verbs.add_parser(
        "print",
        help="make the papers only: guide, booklet, leaflets, cards, e-books",
        description="Makes the pages again, then the papers, in a folder of their own; site/ stays as it is. A build "
        "makes them too, in site/guides/.",
    )
    paper.add_argument("--lang", metavar="CODE", default="fr", help="language of the papers (default fr)")
    paper.add_argument("--only", metavar="NAME", action="append", default=[], help="one paper; may be given again")
    paper.add_argument("--out", metavar="DIR", type=Path, default=ROOT / "papier", help="folder to write (papier/)")
    paper.add_argument(
        "--mirror", metavar="FILE", type=Path, help="file whose key `local` says who helps nearby (default mirror.yml)"
    )
    paper.add_argument(
        "--number",
        action="store_true",
        help="only give a number to each new box of the decision charts, for ever: after a change of the rules",
    )
    for verb in (build, paper):
        verb.add_argument(
            "--edition",
            metavar="YYYY-MM-DD",
            type=_date,
            help="date of this edition, instead of the one in docs/_data/edition.yml",
        )

    test = verbs.add_parser(
        "test",
        help="build, then run every check and test",
        description="Installs the test tools and a real browser (apt-get when you are root), checks the code "
        "(ruff, mypy), builds site/ and runs every test. What follows -- goes to pytest.",
        epilog="example: python3 build.py test -- tests/test_serve.py -x",
    )
    test.add_argument(
        "--fast",
        action="store_true",
        help="in two minutes or so: the code checks, and the tests that need neither the built site nor a browser",
    )

    serve = verbs.add_parser(
        "serve",
        help="serve site/ on this computer, with the headers of a real host",
        description="Serves site/ with the production security headers and the pre-compressed files, and builds "
        "again when docs/, checker/, portal/ or mkdocs.yml change. Stop with Ctrl-C.",
    )
    serve.add_argument("--port", type=_port, default=8000, help="port to listen on; 0 takes a free one (default 8000)")
    serve.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on (default 127.0.0.1: this computer only; 0.0.0.0 opens it to the network)",
    )
    serve.add_argument("--no-watch", dest="watch", action="store_false", help="do not build again on a change")

    check = verbs.add_parser(
        "check",
        help="run the verification gates on the rules, without building",
        description="Runs every verification gate on the rules: situations, rights, deadlines, remedies, texts, "
        "quotes, people in plain words. Quotes are compared with the folder of legal texts when given, by fingerprint "
        "otherwise. Exit code 1 if anything is wrong.",
    )
    check.add_argument("--texts", metavar="DIR", type=_folder, help="folder of legal texts to compare quotes with")
    check.add_argument(
        "--pin", action="store_true", help="with --texts: remember the quotes and articles as they stand there"
    )
    check.add_argument(
        "--mutations",
        action="store_true",
        help="also change each condition of the rules once, and check that some gate fails (a minute or more)",
    )

    runtime = verbs.add_parser(
        "runtime",
        help="record what the small Python of the checker must keep",
        description="Runs the checker in a Pyodide that notes each function it needs, and writes "
        "portal/runtime/recording.json. To do after a change of Pyodide's version, or of the checker that makes the "
        "small Python fail its tests. Takes several minutes.",
    )
    runtime.add_argument("action", choices=["record"], help="record: the only action")

    bench = verbs.add_parser(
        "bench",
        help="measure the portal beside its peers, in one table",
        description="Measures site/ and what makes it beside stock MkDocs Material, Pyodide, PyScript, WeasyPrint and "
        "others, in one run, and prints one table in Markdown. Ratios are what counts: times depend on the machine. "
        f"Benchmarks: {', '.join(BENCHMARKS)}; all of them without a name.",
    )
    bench.add_argument("names", metavar="NAME", nargs="*", type=_benchmark, help="one benchmark, or several")
    bench.add_argument("--quick", action="store_true", help="fewer repetitions and smaller sizes")
    bench.add_argument("--site", metavar="DIR", type=_folder, default=ROOT / "site", help="built site (default site/)")

    language = verbs.add_parser(
        "language",
        help="add a language, exchange it with translators, see what remains",
        description="A language is the folder docs/CODE. add: make it, with a PO file for each page and kind of texts "
        "in po/CODE/. export and import: write and read those files. stamp: say that pages written by hand follow "
        "today's French. status: count what is translated, late, missing.",
    )
    language.add_argument("action", choices=["add", "status", "export", "import", "stamp"])
    language.add_argument("lang", metavar="CODE", nargs="?", default="", help="code of the language, such as es")
    language.add_argument("names", metavar="NAME", nargs="*", help="a page (documents/api.md) or kind (interface); all")

    verbs.add_parser(
        "advisories",
        help="ask public databases which locked packages have known faults",
        description="Asks OSV, PyPI and npm of every package of the lock files. Needs the network; no build does it. "
        "Exit code 1 when a fault is known; 3 when no database answered for a kind of packages: they were not checked.",
    )

    cli_mirrors.add(verbs, _date)
    watch = verbs.add_parser(
        "lawwatch",
        help="compare the law as it was read with a newer copy of the codes",
        description="Lists the watched articles that changed, and the rights, situations, deadlines, remedies, pages "
        "and people that rest on each. Exit code 1 when something changed.",
    )
    watch.add_argument("--texts", metavar="DIR", type=_folder, required=True, help="folder of the newer legal texts")
    watch.add_argument("--before", metavar="DIR", type=_folder, help="folder that was read then, to show the old words")
    watch.add_argument(
        "--mark", action="store_true", help="write the sources that changed to checker/rules/a_relire.py: to verify"
    )
    return parser


def _date(text: str) -> str:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2026-11-23") from None
    return day.isoformat()


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number from 0 to 65535")
    return int(text)


def _benchmark(text: str) -> str:
    if text not in BENCHMARKS:
        raise argparse.ArgumentTypeError(f"no benchmark {text!r}; choose from {', '.join(BENCHMARKS)}")
    return text


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} is not a folder")
    return path.resolve()

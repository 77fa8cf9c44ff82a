"""How a command ends: a letter that cannot be written, a signal, a reader that went away."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from portal.cli import ROOT


def _run(work: str, *, within: str = 'exec "$@"') -> subprocess.CompletedProcess[str]:
    code = f"import os, sys, time\nfrom portal.errors import guarded\n{work}\nsys.exit(guarded(work))"
    command = ["sh", "-c", within, "sh", sys.executable, "-c", code]
    env = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, preexec_fn=_heard)


def _heard() -> None:
    """What runs in the background has Ctrl-C ignored, by all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_letter_that_the_output_lacks_stops_nothing() -> None:
    done = _run("def work(): print('l’été \\udce9'); print('مهم', file=sys.stderr); return 0")
    assert (done.returncode, done.stdout) == (0, "l\\u2019\\xe9t\\xe9 \\udce9\n")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_work_and_its_programs(number: signal.Signals) -> None:
    work = f"""
def work():
    try:
        os.kill(os.getpid(), {int(number)})
        time.sleep(60)
    finally:
        print('let go', flush=True)
"""
    done = _run(work)
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "let go\n", "\nstopped\n")


def test_a_reader_that_goes_away_leaves_no_traceback() -> None:
    work = "def work():\n    while True: print('x' * 9999, flush=True)"
    done = _run(work, within='{ "$@"; echo $? >&2; } | head -c 1')
    assert (done.stdout, done.stderr) == ("x", f"{128 + signal.SIGPIPE}\n")

"""What a program costs: a process of its own, so that one measure leaves nothing to the next."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# For MkDocs: Material waits a second to say what its next version will change; ours writes no date of today.
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}


@dataclass(frozen=True)
class Cost:
    """`seconds` by the clock; `processor`, seconds of processor, children included: other work disturbs it less;
    `mebibytes` at the peak of the largest process; `output`, what it printed."""

    seconds: float
    processor: float
    mebibytes: float
    output: str = ""


def of(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """The cost of `command` run in `folder`, with `variables` added to the environment. Stops with what it printed when
    it fails."""
    with tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(variables or {})}, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{output[-4000:]}")
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output)


def seconds_of(action: Callable[[], object]) -> float:
    """Seconds of processor of `action`, in this process and thread."""
    begun = time.thread_time()
    action()
    return time.thread_time() - begun

"""Foreseen failures: one message, one remedy, no traceback."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from portal.verify import plain


class BuildError(Exception):
    """A failure the reader of the message can act on. `message` says what is wrong, and where; `remedy` what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


def guarded(work: Callable[[], int]) -> int:
    """Runs `work` and returns its exit code; a foreseen failure is printed on standard error and gives 1.

    SIGTERM stops it as Ctrl-C does: what `work` holds is let go, the programs it runs are ended."""
    _speakable()
    try:
        with _terminable():
            return work()
    except BuildError as error:
        return _say(str(error), error.remedy)
    except BrokenPipeError:
        # Nobody reads what is said (`| head`): nothing more is, at the end of the interpreter either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _SIGNALLED + signal.SIGPIPE
    except OSError as error:
        number = _number(error)
        remedy = _REMEDIES.get(number)
        if remedy is None:
            raise
        place = f": {error.filename}" if error.filename else ""
        return _say(f"{os.strerror(number)}{place}", remedy)
    except KeyboardInterrupt as stopped:
        print("\nstopped", file=sys.stderr)
        return _SIGNALLED + (signal.SIGTERM if isinstance(stopped, _Terminated) else signal.SIGINT)


def _number(error: OSError) -> int:
    """The number of the error; of a copy of a folder, which gathers what was said of each file, that of the first."""
    said = re.search(r"\[Errno (\d+)\]", str(error)) if isinstance(error, shutil.Error) else None
    return int(said[1]) if said else error.errno or 0


class _Terminated(KeyboardInterrupt):
    """SIGTERM was received."""


@contextmanager
def _terminable() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise _Terminated


def _speakable() -> None:
    """A letter that the terminal's encoding lacks is written as its number, rather than stopping the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def disk_full() -> BuildError:
    """The disk is full, said by this process or by a tool it runs."""
    return BuildError("the disk is full.", _REMEDIES[errno.ENOSPC])


# What a shell adds to the number of the signal that ended a command.
_SIGNALLED = 128
_REMEDIES = {
    errno.ENOSPC: "free about 1 GB and run the same command again.",
    errno.EDQUOT: "your quota is used up: free about 1 GB and run the same command again.",
    errno.EACCES: "make this file or folder writable for you (who owns it?) and run the same command again.",
    errno.EPERM: "make this file or folder writable for you (who owns it?) and run the same command again.",
    errno.EROFS: "copy the project to a disk that can be written.",
}


def _say(message: str, remedy: str) -> int:
    sys.stdout.flush()
    # Messages repeat what files and servers say.
    print(f"error: {plain.lines(message)}", file=sys.stderr)
    if remedy:
        print(f"  try: {plain.lines(remedy)}", file=sys.stderr)
    return 1

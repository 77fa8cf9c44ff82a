"""Foreseen failures: one message, one remedy, no traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable

from portal.verify import plain


class BuildError(Exception):
    """A failure the reader of the message can act on. `message` says what is wrong, and where; `remedy` what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


def guarded(work: Callable[[], int]) -> int:
    """Runs `work` and returns its exit code; a foreseen failure is printed on standard error and gives 1."""
    try:
        return work()
    except BuildError as error:
        return _say(str(error), error.remedy)
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0)
        if remedy is None:
            raise
        place = f": {error.filename}" if error.filename else ""
        return _say(f"{error.strerror}{place}", remedy)
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


def disk_full() -> BuildError:
    """The disk is full, said by this process or by a tool it runs."""
    return BuildError("the disk is full.", _REMEDIES[errno.ENOSPC])


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

"""A build that is stopped: the site stays as it was, nothing runs on, and the next build gives the same bytes.

`python -m tests.robust.matrix` stops one at each step by each signal."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

from portal.cli import ROOT
from tests.robust.running import PYTHON, build, copied, differences, failure, stopped


def test_stopped_builds_leave_the_site_and_no_process(built: Path, tmp_path: Path) -> None:
    project = copied(built, tmp_path / "stopped")
    # Killed while MkDocs, a process of its own, writes pages; then ended, then interrupted, while papers are made.
    for number, step, when, code in (
        (signal.SIGKILL, "Pages", ".build/site/fr/index.html", -signal.SIGKILL),
        (signal.SIGTERM, "Pages", "", 128 + signal.SIGTERM),
        (signal.SIGINT, "Papers", ".build/site/fr/q/index.html", 128 + signal.SIGINT),
    ):
        ended, said = stopped(project, step, number, when=when)
        assert ended == code, said
        assert "Traceback" not in said
        assert differences(built / "site", project / "site") == []
    done = build(project)
    assert done.returncode == 0, failure(done)
    assert differences(built / "site", project / "site") == []


def test_a_program_holds_the_lock_of_the_build_that_was_killed(tmp_path: Path) -> None:
    """MkDocs goes on writing when its build is killed: the next one must wait for it."""
    os.mkfifo(tmp_path / "pipe")
    with _python("run_tool(['cat', str(root / 'pipe')], root, 'no')", tmp_path) as killed:
        # Both opening and closing this end are seen by the program: it is there, and then it ends.
        with (tmp_path / "pipe").open("w"):
            killed.kill()
            killed.wait()
            second = _python("print('mine', flush=True)", tmp_path)
            assert second.stdout is not None
            assert "waiting" in second.stdout.readline()
        assert second.stdout.readline() == "mine\n"
        assert second.wait() == 0
        second.stdout.close()


def _python(work: str, root: Path) -> subprocess.Popen[str]:
    """A process that does `work` with the lock of `root`."""
    code = (
        "import sys; from pathlib import Path; from portal.locking import locked; from portal.tools import run_tool\n"
        f"root = Path(sys.argv[1])\nwith locked(root): {work}"
    )
    return subprocess.Popen([PYTHON, "-uc", code, root], cwd=ROOT, stdout=subprocess.PIPE, text=True)

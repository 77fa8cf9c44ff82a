"""``python -m checker``: the checker in a terminal."""

import sys

from checker.terminal.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

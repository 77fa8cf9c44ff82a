"""`python -m portal VERB`, inside the environment that build.py makes."""

import sys

from portal.cli import main

sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Builds, tests, serves and checks the portal: python3 build.py --help

Plain syntax on purpose: an old Python must be able to read this file and say that it is too old.
"""
import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "error: this needs Python 3.11 or newer, and this one is %d.%d.\n"
        "  try: python3.11 build.py (or python3.12, python3.13)" % sys.version_info[:2]
    )

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from portal.bootstrap import main

sys.exit(main(sys.argv[1:]))

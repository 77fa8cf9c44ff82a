"""Replaces importlib.resources.abc: see the package's own stand-in."""

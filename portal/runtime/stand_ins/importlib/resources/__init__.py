"""Replaces importlib.resources, which importlib.abc imports only to keep old names alive.

The original brings tempfile, shutil, pathlib and random; the checker reads no resource.
"""

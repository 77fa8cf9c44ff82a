"""Replaces Pyodide's event loop: the checker is called and answers, it never awaits."""


def _initialize_event_loop() -> None:
    """Called once at Pyodide's start; there is no loop to install."""

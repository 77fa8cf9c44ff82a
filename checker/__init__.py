"""The checker: rules of law as values, an engine that evaluates them, and nothing else.

Standard library only, because this package runs unchanged in CPython, in the terminal
and in the reader's browser (Pyodide).
"""

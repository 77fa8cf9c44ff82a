"""Jinja2 without the names it gathers here: its byte code cache would bring pickle, tempfile and shutil."""

"""Text on a screen of some width, in colour or not, and the lines that the person types."""

from __future__ import annotations

import os
import re
import shutil
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

# Beyond this, lines are too long to be read with ease.
WIDEST = 92
NARROWEST = 24
STYLES = {"title": "1;4", "strong": "1", "kept": "1;32", "disputed": "1;33", "quiet": "2"}
STYLE_OF = {"kept": "kept", "conditional": "kept", "disputed": "disputed", "to_verify": "disputed", "open": "disputed"}
# A space that cannot be broken is no space to textwrap, but every white space is to str.split.
_SPACES = re.compile(r"[ \t\n]+")


@dataclass(frozen=True)
class Screen:
    """Where text goes (``out``) and comes from (``typed``); ``width`` in columns."""

    out: TextIO
    typed: TextIO
    width: int = 80
    colour: bool = False

    def say(self, text: str = "", *, indent: int = 0, mark: str = "", style: str = "") -> None:
        """Write a paragraph, wrapped; ``mark`` stands before its first line, the rest is aligned with the text."""
        first = " " * indent + mark
        lines = textwrap.wrap(
            _SPACES.sub(" ", text),
            self.width,
            initial_indent=first,
            subsequent_indent=" " * len(first),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines or [""]:
            self.out.write(self.styled(line, style) + "\n")

    def title(self, text: str) -> None:
        """Write a heading, after an empty line."""
        self.say()
        self.say(text, style="title")

    def styled(self, text: str, style: str) -> str:
        """``text`` between the escape codes of ``style``; as it is without colour, or with a style that has no code."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and style in STYLES else text

    def ask(self, prompt: str) -> str:
        """What is typed on one line, stripped. Raises ``EOFError`` at the end of the input."""
        self.out.write(prompt)
        self.out.flush()
        line = self.typed.readline()
        if not line:
            raise EOFError
        return line.strip()


def screen_for(out: TextIO, typed: TextIO, environment: Mapping[str, str]) -> Screen:
    """The screen of a stream: colour only on a terminal that has it, and never when NO_COLOR is set."""
    columns = shutil.get_terminal_size((80, 24)).columns
    colour = out.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Screen(out, typed, max(NARROWEST, min(columns, WIDEST)), colour)


def shown(text: object, limit: int = 80) -> str:
    """``text`` safe to print: what a file holds must not send commands to the terminal, nor fill it."""
    clean = "".join(c if c.isprintable() or c == "\u00a0" else "\ufffd" for c in str(text)[: limit + 1])
    return clean if len(clean) <= limit else clean[:limit] + "…"


def environment() -> Mapping[str, str]:
    """The variables of this process, where ``screen_for`` looks for NO_COLOR and TERM."""
    return os.environ

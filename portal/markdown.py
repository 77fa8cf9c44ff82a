"""Variables of the Markdown pages: `[[ delais.x ]]`, `[[ frais.x ]]`, `[[ cite("id") ]]`, before Markdown runs.

The sandbox reads values and nothing else; an unknown name, or a name that stands for a whole table, stops the build.
"""

from __future__ import annotations

import datetime
import html
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from portal.frontmatter import PageError
from portal.languages.marks import all_latin

EXTENSIONS: tuple[str, ...] = ("attr_list", "sane_lists", "pymdownx.quotes", "tables", "toc")
EXTENSION_CONFIGS: dict[str, dict[str, Any]] = {"pymdownx.quotes": {"callouts": True}, "toc": {"permalink": False}}


class NotAText(TypeError):
    """The name stands for a table or for nothing."""


def expand(
    body: str,
    name: str,
    first_line: int,
    values: Mapping[str, Any],
    words: Callable[[Any], str],
) -> str:
    """`body` with its variables replaced. `name` and `first_line` place an error in the file; `words` writes a date.

    `values` maps a first name ("delais") to a mapping of values: text, number, date, or an object with `.texte`."""

    def written(value: Any) -> Any:
        value = value.get("texte", value) if isinstance(value, Mapping) else getattr(value, "texte", value)
        if isinstance(value, datetime.date):
            return words(value)
        if isinstance(value, bool | Mapping | list | tuple) or value is None:
            raise NotAText(f"a variable gives {type(value).__name__}, not a text; name one of its fields")
        return value

    env = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: value if isinstance(value, jinja2.Undefined) else written(value),
        keep_trailing_newline=True,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[[%",
        block_end_string="%]]",
        comment_start_string="[[#",
        comment_end_string="#]]",
    )
    try:
        return env.from_string(body).render(**values)
    except jinja2.TemplateSyntaxError as error:
        line = first_line + error.lineno - 1
        raise PageError(f"{name}:{line}: {error.message}. Correct what stands between [[ and ]].") from None
    except (jinja2.TemplateError, NotAText, PageError, TypeError) as error:
        frames = traceback.extract_tb(error.__traceback__)
        inside = [frame.lineno or 1 for frame in frames if frame.filename == "<template>"]
        line = first_line + (inside[-1] if inside else 1) - 1
        # A fragment, or a citation, says by itself what to do.
        remedy = "" if isinstance(error, PageError) else " Use a name of docs/_data or of the rules."
        raise PageError(f"{name}:{line}: {str(error).rstrip('.')}.{remedy}") from None


# What a page shows instead of a citation, when it is one: words of French in any language.
_REFERENCE = re.compile(r"\bart\.|\b(?:CE|CAA|TA)\b,|\b[LRD]\. |\bF\d{4,}")
_DETAIL = re.compile(r"\s*(?:\([^)]*\)|«[^»]*»|—.*$|, ECLI:\S+)")
_NUMBERED = re.compile(r"(?:art\.\s)?[LRDA]\.\*?\s?\d+(?:-\d+)+")


def short(citation: str) -> str:
    """A citation fit for the middle of a sentence: without parentheses, titles in guillemets, ECLI, or explanations."""
    return _DETAIL.sub("", citation) or citation


def citer(listed: Iterable[str], sources: Mapping[str, Any], lang: str = "fr") -> Callable[..., str]:
    """The `cite` of one page in `lang`: a link to the source in the page's own list, which must hold it.

    `cite("id")` shows the citation, which is in French; `cite("id", "text")` shows the text, which may be."""
    allowed = frozenset(listed)
    french = "" if lang == "fr" else ' lang="fr" dir="ltr"'

    def cite(source: str, text: str = "") -> str:
        if source not in sources:
            raise PageError(f"cite: unknown source “{source}”; use an id of checker/rules/sources")
        if source not in allowed:
            raise PageError(f"cite: “{source}” is not among the `sources` of this page; add it there")
        shown = html.escape(text or short(sources[source].citation), quote=False)
        # Browsers end a line after a hyphen, even inside "R. 431-15-1".
        shown = _NUMBERED.sub(r'<span class="nb">\g<0></span>', shown)
        # A reference behind words of another writing is told apart by itself (portal/languages/marks.py).
        tag = "" if text and not (_REFERENCE.search(text) and all_latin(text)) else french
        return f'<a class="cite" href="#source-{source}"{tag}>{shown}</a>'

    return cite

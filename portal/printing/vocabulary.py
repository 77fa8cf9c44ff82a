"""The closed vocabulary of the printed guide.

The guide prints every element below and nothing else. An element that is not here stops
the build, naming the page: silence would mean a paragraph missing from the paper.
"""

from __future__ import annotations

from portal.errors import BuildError


class PrintingError(BuildError):
    """The guide cannot be made. The message names the page or file, and the remedy."""


HEADINGS = {"h2": 2, "h3": 3, "h4": 4}

# Containers whose own box says nothing on paper: their content is printed in place.
TRANSPARENT = frozenset({"div", "section", "figure"})

BLOCKS = (
    TRANSPARENT
    | frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "details", "hr", "svg"})
    | frozenset(HEADINGS)
)

# Elements allowed only inside a given parent: (parent, child).
PARTS = frozenset(
    {
        ("ul", "li"),
        ("ol", "li"),
        ("dl", "dt"),
        ("dl", "dd"),
        ("table", "caption"),
        ("table", "thead"),
        ("table", "tbody"),
        ("thead", "tr"),
        ("tbody", "tr"),
        ("tr", "th"),
        ("tr", "td"),
        ("details", "summary"),
        ("svg", "path"),
        ("svg", "rect"),
        ("svg", "text"),
    }
)

STYLED = frozenset({"strong", "em", "code", "sup", "sub"})

# Inline elements whose text is printed as it stands.
PLAIN = frozenset({"bdi", "cite", "dfn", "mark", "small", "span", "time"})

INLINES = STYLED | PLAIN | frozenset({"a", "abbr", "br", "q"})

SYNONYMS = {"b": "strong", "i": "em", "header": "div", "footer": "div", "figcaption": "p"}

# Machinery of the screen: useless on paper, dropped with its content. Of the <svg>, only the drawings of papers stay.
SCREEN_ONLY_TAGS = frozenset({"button", "nav", "noscript", "script", "style", "template"})
DRAWING = "drawing"
SCREEN_ONLY_CLASSES = frozenset({"headerlink", "no-print", "toc", "translation"})

CALLOUTS = frozenset({"note", "tip", "warning", "danger"})
CALLOUT_TITLES = frozenset({"callout-title", "admonition-title"})

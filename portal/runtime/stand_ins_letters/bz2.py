"""zipfile does without it; an .odt is stored."""

raise ImportError("no bz2 here")

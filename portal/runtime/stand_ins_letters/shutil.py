"""zipfile copies files to and from a disk with it; an .odt is made in memory."""

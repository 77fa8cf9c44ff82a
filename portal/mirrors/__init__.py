"""Copies of a release that others publish: what a host says of itself, and the copy that carries it."""

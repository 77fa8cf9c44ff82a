"""The generator: turns docs/ and checker/ into site/. Importing it alone needs only the standard library."""

"""What is read on a screen without a network: a book of sections, written as EPUB and as one HTML file."""

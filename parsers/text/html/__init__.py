"""HTML to a document: what a browser would show, without scripts, network or linked styles."""

from parsers.text.html.reading import read_html

__all__ = ["read_html"]

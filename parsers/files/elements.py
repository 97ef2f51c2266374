"""XML elements by local name: editions of an office format differ only in their namespaces."""

from collections.abc import Iterator

from parsers.files.xml import Element


def local(element: Element) -> str:
    """Name without namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    return iter(element.iterchildren(f"{{*}}{name}"))


def child(element: Element | None, name: str) -> Element | None:
    return None if element is None else next(children(element, name), None)


def attribute(element: Element | None, name: str) -> str | None:
    """By local name, in whatever namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None

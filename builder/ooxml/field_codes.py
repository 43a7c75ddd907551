"""The codes of the fields in a part of a Word file, as its program puts them together."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from builder.ooxml.namespaces import WORD, attribute, each_named, local_name


def field_codes(root: Element) -> Iterator[str]:
    """The code of every field, whatever runs it is cut into and whatever fields it is made by."""
    fields = _OpenFields()
    for element in each_named(root, "fldSimple", "instrText", "t", "fldChar"):
        name = local_name(element)
        if name == "fldSimple":
            yield attribute(element, WORD, "instr")
        elif name == "instrText":
            if not fields.go_on(element.text or ""):
                yield element.text or ""
        elif name == "t":
            fields.go_on(element.text or "")
        elif name == "fldChar":
            yield from fields.mark(attribute(element, WORD, "fldCharType"))


class _OpenFields:
    """The fields around a place, the innermost last (ECMA-376 Part 1, 17.16.18)."""

    def __init__(self) -> None:
        self._all: list[list[str]] = []
        # Those of which the code goes on. What a field within a code gives is a part of the code.
        self._unfinished: list[list[str]] = []

    def go_on(self, text: str) -> bool:
        """Add a text to the code that goes on; whether there is one."""
        if self._unfinished:
            self._unfinished[-1].append(text)
        return bool(self._unfinished)

    def mark(self, kind: str) -> Iterator[str]:
        """Begin a field, go over to its result, or end it; its code once it is whole."""
        if kind == "begin":
            self._all.append([])
            self._unfinished.append(self._all[-1])
        elif self._all:
            if self._unfinished and self._unfinished[-1] is self._all[-1]:
                yield "".join(self._unfinished.pop())
            if kind == "end":
                self._all.pop()

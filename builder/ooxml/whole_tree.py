"""A whole part as a tree that can be changed and written again, with the prefixes it came with.

Attributes such as ``mc:Ignorable`` name prefixes, so every declaration of one stays where it was:
in the tree it is an attribute ``xmlns:prefix``, or ``xmlns``, which the tree would else leave out.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser

from builder.ooxml.container import Container
from builder.ooxml.limits import (
    DOCUMENT_BYTES,
    DOCUMENT_DEPTH,
    DOCUMENT_ELEMENTS,
    PREFIXES,
    Budget,
    Limit,
    refuse_over,
)
from builder.ooxml.parser import parsed
from builder.ooxml.refusal import RefusedError

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_XML = "http://www.w3.org/XML/1998/namespace"
# Characters that no part can carry (XML 1.0, 2.2); no part that was read has one.
_UNHOLDABLE = (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
# Where a text or a value would be read as markup, or another white space than it is.
_IN_TEXT = dict.fromkeys(_UNHOLDABLE, "□") | str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
)
_IN_VALUE = _IN_TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def whole_tree(
    container: Container,
    part: str,
    budget: Budget,
    *,
    prefixes: bool = False,
    elements: Limit = DOCUMENT_ELEMENTS,
) -> Element:
    """The markup of a part without comments; to be ``written`` again it needs its prefixes.

    Raises ``RefusedError`` as ``parsed`` does, and where it is too large or too deep (QA222).
    """
    tree = _PrefixTree() if prefixes else TreeBuilder()
    above = tree.start("", {})
    depth = _Depth(above)
    size = 0
    try:
        for length in parsed(container, part, budget, tree, elements=elements):
            size += length
            refuse_over(DOCUMENT_BYTES, size)
            depth.check()
        depth.check()
    except RefusedError:
        take_apart(above)
        raise
    return above[0]


def take_apart(element: Element) -> None:
    """Part every element below from those within it.

    One that nests thousands deep would be freed level within level, for which a runtime with a
    small stack, as browsers have, has no room.
    """
    apart = [element]
    while apart:
        one = apart.pop()
        apart.extend(one)
        one.clear()


class _Depth:
    """How deep a tree nests while it grows: every element is looked at once, in its own piece."""

    def __init__(self, above: Element) -> None:
        self._above = above
        self._open: list[tuple[Element, int]] = [(above, 0)]  # each with the children it had

    def check(self) -> None:
        """Refuse what has grown since the last time if it nests too deep (QA222)."""
        for level, (element, known) in enumerate(self._open):
            for child in element[known:]:
                _check_depth(child, level + 1)
        element = self._above
        self._open = [(element, len(element))]
        while len(element):
            element = element[-1]
            self._open.append((element, len(element)))


def _check_depth(element: Element, depth: int) -> None:
    refuse_over(DOCUMENT_DEPTH, depth + bool(len(element)))
    for child in element:
        if len(child):
            _check_depth(child, depth + 1)


def own_tree(markup: str) -> Element:
    """The tree of markup that this program wrote."""
    parser = XMLParser(target=_PrefixTree())  # noqa: S314 - nobody else's markup
    parser.feed(markup)
    root: Element = parser.close()
    return root


class _PrefixTree(TreeBuilder):
    """The tree while it grows, with its declarations."""

    def __init__(self) -> None:
        super().__init__()
        self._declared: dict[str, str] = {}

    def start_ns(self, prefix: str, namespace: str) -> None:
        self._declared[f"xmlns:{prefix}" if prefix else "xmlns"] = namespace

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        if self._declared:
            attributes, self._declared = self._declared | attributes, {}
        return super().start(tag, attributes)


def written(root: Element) -> bytes:
    """The markup of a part; a namespace that was declared nowhere is declared at the root.

    A character that no part can carry is shown as □. Raises ``RefusedError`` (QA222) where more
    prefixes are declared around an element than anybody needs.
    """
    added: dict[str, str] = {}
    body: list[str] = []
    _write(root, _Scope({"xml": _XML}, added), body)
    body[0] += "".join(f' xmlns:{prefix}="{uri}"' for uri, prefix in added.items())
    return "".join((_DECLARATION, *body)).encode()


class _Scope:
    """The namespaces by prefix around an element, and the names as they are written there."""

    def __init__(self, spaces: Mapping[str, str], added: dict[str, str]) -> None:
        """``added`` are the prefixes of namespaces that are declared nowhere, for the root."""
        refuse_over(PREFIXES, len(spaces))
        self._spaces, self._added = spaces, added
        self._tags: dict[str, str] = {}
        self._attributes: dict[str, str] = {}

    def inside(self, declared: Mapping[str, str]) -> "_Scope":
        """The names in an element that declares more."""
        return _Scope({**self._spaces, **declared}, self._added) if declared else self

    def tag(self, full: str) -> str:
        """The name of an element."""
        if full not in self._tags:
            self._tags[full] = self._name(full, None)
        return self._tags[full]

    def attribute(self, full: str) -> str:
        """The name of an attribute, which no declaration without a prefix is meant for."""
        if full not in self._attributes:
            self._attributes[full] = self._name(full, "")
        return self._attributes[full]

    def _name(self, full: str, own: str | None) -> str:
        """The name as written; ``own`` is the prefix that cannot be meant."""
        namespace, brace, local = full[1:].partition("}")
        if not brace:
            return full
        for prefix, uri in self._spaces.items():
            if uri == namespace and prefix != own:
                return f"{prefix}:{local}" if prefix else local
        return f"{self._added.setdefault(namespace, f'qa{len(self._added)}')}:{local}"


def _write(element: Element, around: _Scope, body: list[str]) -> None:
    """Write an element behind what is written."""
    attributes = element.items()
    declared = {key[6:]: uri for key, uri in attributes if key.partition(":")[0] == "xmlns"}
    scope = around.inside(declared)
    tag = scope.tag(element.tag)
    body.append(f"<{tag}")
    for key, value in attributes:
        body.append(f' {scope.attribute(key)}="{value.translate(_IN_VALUE)}"')
    if len(element) or element.text:
        body.append(f">{(element.text or '').translate(_IN_TEXT)}")
        for child in element:
            _write(child, scope, body)
            if child.tail:
                body.append(child.tail.translate(_IN_TEXT))
        body.append(f"</{tag}>")
    else:
        body.append("/>")

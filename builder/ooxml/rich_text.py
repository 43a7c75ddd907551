"""Text that may be cut into formatted runs, joined again without its phonetic hints."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.namespaces import SPREADSHEET, names, namespace_of

_TEXT = names(SPREADSHEET, "t")
# Phonetic hints hold a text that is none, formats hold none.
_WITHOUT_TEXT = names(SPREADSHEET, "rPh") | names(SPREADSHEET, "rPr")


def rich_text(tree: GrowingTree, element: Element, above: int) -> str:
    """The ``<t>`` and ``<r><t>`` of a whole element, ``<rPh>`` left out (ECMA-376 Part 1, 18.4).

    ``above`` is how many levels it is under the element being read.
    """
    if len(element) == 1 and element[0].tag in _TEXT:
        return tree.text(element[0], above + 1)
    tree.check_depth(element, above)
    return "".join(_runs(tree, element))


def _runs(tree: GrowingTree, element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _TEXT:
            yield tree.text(child)
        elif len(child) and child.tag not in _WITHOUT_TEXT and namespace_of(child) in SPREADSHEET:
            yield from _runs(tree, child)

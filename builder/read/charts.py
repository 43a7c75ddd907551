"""Where the series of a chart have their names, categories and values from."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from builder.model.returned_looks import ReturnedChart
from builder.ooxml.container import Container
from builder.ooxml.limits import Budget
from builder.ooxml.namespaces import CHART, names
from builder.ooxml.whole_tree import whole_tree

_SERIES = "ser"
# The parts of a series in the order in which they are told.
_PARTS = ("tx", "cat", "val")
_REFERENCE = "f"
_TAGS = {tag: name for name in (_SERIES, *_PARTS, _REFERENCE) for tag in names(CHART, name)}
# Most charts are written so plainly that a glance finds the same without building their trees:
# no comments, no characters written in other ways, and a text encoded as bytes are.
_PLAIN_WITHOUT = (b"<!", b"&", b"\0")
_WORDS = re.compile(rb"<(?:\w+:)?(ser|tx|cat|val|f)(?:\s[^>]*)?>([^<]*)")

# The name of an element and the text it begins with.
_Word = tuple[str, str]


def read_chart(container: Container, part: str, budget: Budget) -> ReturnedChart:
    """The chart in a part; raises ``RefusedError`` as ``whole_tree`` does."""
    markup = container.part(part)
    if not any(mark in markup for mark in _PLAIN_WITHOUT):
        words = _WORDS.findall(markup)
        return _chart((name.decode(), text.decode("utf-8", "replace")) for name, text in words)
    return _chart(_said(whole_tree(container, part, budget)))


def _said(root: Element) -> Iterator[_Word]:
    for element in root.iter():
        name = _TAGS.get(element.tag)
        if name is not None:
            yield name, element.text or ""


def _chart(words: Iterable[_Word]) -> ReturnedChart:
    """The chart that these elements describe; only the first reference of each part counts."""
    series: list[dict[str, str]] = []
    part = ""
    for name, text in words:
        if name == _SERIES:
            series.append({})
            part = ""
        elif name in _PARTS:
            part = name
        elif series and part:
            series[-1].setdefault(part, text.strip())
    return ReturnedChart(
        series=tuple((one.get("tx", ""), one.get("cat", ""), one.get("val", "")) for one in series)
    )

"""The parser that builds trees by itself reads and refuses what the watched one does."""

import io
import zipfile
from typing import Any
from xml.etree.ElementTree import TreeBuilder, tostring
from xml.parsers import expat

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.ooxml import parser
from builder.ooxml.container import Container
from builder.ooxml.limits import CHUNK_BYTES, TAG_BYTES, Budget
from builder.ooxml.namespaces import names, namespace_of
from builder.ooxml.parser import parsed
from builder.ooxml.refusal import RefusedError

PART = "xl/x.xml"
PIECES = (
    "<a>",
    "</a>",
    '<a xmlns="urn:one" xmlns:p="urn:two">',
    '<p:b p:c="1" d="2"/>',
    '<b d="1" d="2"/>',
    "<b/>",
    "一二",
    "\r\n",
    "&amp;&#x4e8c;",
    "&gone;",
    "<![CDATA[<三>]]>",
    "<!-- 四 -->",
    "<?five six?>",
    "<!DOCTYPE a>",
    '<?xml version="1.0" encoding="gbk"?>',
    "\ufeff",
    "\ufffe",
    "<",
    "]]>",
)


def told(markup: str, chunk: int = 65_536) -> tuple[str, str]:
    """The tree of the markup written out again, or the code and the line of its refusal."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(PART, markup)
    tree = TreeBuilder()
    above = tree.start("above", {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builder.ooxml.limits.CHUNK_BYTES", chunk)
        try:
            container = Container(held.getvalue())
            for _ in parsed(container, PART, Budget(), tree):
                pass
        except RefusedError as refusal:
            finding = refusal.finding("文件")
            return finding.code, finding.details.get("line", "")
    return tostring(above, "unicode"), ""


def told_by_the_watched(markup: str, chunk: int = 65_536) -> tuple[str, str]:
    """The same where no part is small enough to go unwatched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "TRUSTED_BYTES", -1)
        return told(markup, chunk)


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=8),
    chunk=st.sampled_from([3, 10, 65_536]),
)
@example(pieces=[], chunk=3)
@example(pieces=["<a>", "一二", "<!-- 四 -->", "一二", "</a>"], chunk=3)
@example(pieces=["\ufeff", '<?xml version="1.0" encoding="gbk"?>', "<b/>"], chunk=65_536)
def test_any_markup_is_read_or_refused_alike(pieces: list[str], chunk: int) -> None:
    for markup in ("".join(pieces), "<a>" + "".join(pieces) + "</a>"):
        assert told(markup, chunk) == told_by_the_watched(markup, chunk)


@pytest.mark.parametrize(
    "before",
    ["", " \n", "\ufeff", '<?xml version="1.0"?>', "<!-- <a> -->", "<?a <a>?>", "<!-- -->\n<?a?>"],
)
def test_a_document_type_is_refused_behind_any_beginning(before: str) -> None:
    assert told(f'{before}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')[0] == "QA231"


@pytest.mark.parametrize("size", [130_000, 200_000, 900_000])
def test_a_long_tag_is_read_in_a_part_too_large_to_be_trusted(size: int) -> None:
    long = f'<b c="{"d" * size}" />'
    assert told(f"<a>{'一' * TAG_BYTES.most}{long}</a>")[0].count(long) == 1


def test_an_endless_tag_is_refused() -> None:
    assert told(f'<a b="{"长" * TAG_BYTES.most}"/>')[0] == "QA222"


def test_an_element_is_known_by_its_namespace_whatever_its_prefix() -> None:
    tree = TreeBuilder()
    element = tree.start("{urn:one}a", {})
    assert element.tag in names(("urn:two", "urn:one"), "a")
    assert namespace_of(element) == "urn:one"
    assert namespace_of(tree.start("a", {})) == ""


class Waiting:
    """An expat that looks at an unfinished tag again only at twice the bytes, and has no place."""

    def __init__(self, real: Any) -> None:
        """Wait on behalf of a real one."""
        self.real = real
        self.held = b""
        self.looked_at = 0
        self.CurrentByteIndex = -1

    def parse(self, data: bytes, *end: bool) -> None:
        """Take one more piece."""
        self.held += data
        self.CurrentByteIndex = -1
        if end or self.looked_at <= len(self.held):  # twice as much in all
            before = self.real.CurrentByteIndex
            self.real.Parse(self.held, *end)
            self.CurrentByteIndex = self.real.CurrentByteIndex
            moved = self.CurrentByteIndex > before
            self.looked_at = 0 if moved else self.looked_at + len(self.held)
            self.held = b""

    Parse = parse  # as expat calls it


@pytest.mark.parametrize("size", [520_000, 600_000, 990_000])
def test_a_long_tag_is_read_though_the_parser_waits_for_its_end(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = expat.ParserCreate
    monkeypatch.setattr(expat, "ParserCreate", lambda *way: Waiting(create(*way)))
    long = f'<b c="{"d" * size}" />'
    # It begins where a piece does, so that the parser looks again at 64 KB, 128 KB and so on.
    before = "<a>" + "d" * (CHUNK_BYTES * 31 - 3)
    assert told(f"{before}{long}</a>")[0].count(long) == 1


def test_an_endless_tag_is_refused_though_the_parser_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    create = expat.ParserCreate
    monkeypatch.setattr(expat, "ParserCreate", lambda *way: Waiting(create(*way)))
    assert told(f'<a b="{"长" * TAG_BYTES.most}"/>')[0] == "QA222"

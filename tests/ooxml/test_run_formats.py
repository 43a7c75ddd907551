"""Tables of texts lose what is no text before they are parsed, and nothing else."""

from collections.abc import Iterator
from xml.parsers import expat

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.ooxml.run_formats import without_formats

FORMAT = '<rPr><sz val="10"/><color rgb="FF0B3D91"/><rFont val="宋体"/></rPr>'
RUN = f'<r>{FORMAT}<t xml:space="preserve">质量 </t></r>'
PLAIN = "<r><t>质量 </t></r>"
PIECES = (
    RUN,
    FORMAT,
    "<r><rPr/>",
    "<r><rPr>",
    "</rPr>",
    "</r>",
    "<r>",
    "<t>甲</t>",
    '<t xml:space="preserve">',
    "</t>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x ",
    "?>",
    '<a b="',
    '">',
    "</a>",
    "\n",
    "文字",
)


def chunks(markup: str, size: int) -> Iterator[bytes]:
    """The markup in pieces of so many bytes."""
    data = markup.encode()
    return (data[start : start + size] for start in range(0, len(data), size))


def abridged(markup: str, size: int = 1_000_000) -> str:
    """What is left of the markup."""
    return b"".join(without_formats(chunks(markup, size))).decode()


def events(markup: str) -> list[str] | str:
    """The elements outside formats and all text, or where the markup stops being well formed."""
    found: list[str] = []
    within = 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal within
        if within or name == "rPr":
            within += 1
        else:
            found.append(f"<{name}>")

    def end(name: str) -> None:
        nonlocal within
        if within:
            within -= 1
        else:
            found.append(f"</{name}>")

    parser = expat.ParserCreate("utf-8", " ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = found.extend
    try:
        parser.Parse(markup.encode(), True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as error:
        return f"line {error.lineno}"
    return found


def test_the_format_of_a_run_is_taken_out_and_its_text_stays() -> None:
    assert abridged(f"<sst><si>{RUN}{RUN}</si></sst>") == f"<sst><si>{PLAIN}{PLAIN}</si></sst>"


def test_a_declaration_before_the_table_changes_nothing() -> None:
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    assert abridged(f"{declaration}<sst>{RUN}</sst>") == f"{declaration}<sst>{PLAIN}</sst>"


@pytest.mark.parametrize(
    "kept",
    [
        FORMAT,  # no run begins before it
        "<r><rPr>文字</rPr></r>",
        "<r><rPr><b/>\n</rPr></r>",
        "<r><rPr><b></rPr></r>",
        "<r><rPr><x:b/></rPr></r>",
        '<r><rPr><b a="1" a="1"/></rPr></r>',
        "<r><rPr>&lost;</rPr></r>",
        '<r><rPr><b a="1" c="1"/></rPr></r>',
        '<r><rPr><b a="&lost;"/></rPr></r>',
        '<r><rPr><b a="\ufffe"/></rPr></r>',
        '<r><rPr><b xmlns="http://www.w3.org/XML/1998/namespace"/></rPr></r>',
        f"<!-- --><r>{FORMAT}</r>",
        f"<?x?><r>{FORMAT}</r>",
        '<![CDATA[<t xml:space="preserve">]]>',
    ],
)
def test_what_is_not_plainly_a_format_is_left_for_the_parser(kept: str) -> None:
    assert abridged(f"<sst>{kept}</sst>") == f"<sst>{kept}</sst>"


@pytest.mark.parametrize(
    "telling",
    [
        "<strike/>",
        '<strike val="1"/><sz val="11"/>',
        '<sz val="1"/>',
        '<sz val="3.5"/>',
        '<color rgb="FFFFFFFF"/>',
        '<color rgb="FFC00000"/>',
        '<color rgb="FDFDFD"/>',
        '<color theme="0"/>',
        '<color theme="1" tint="0.999"/>',
        '<color indexed="9"/>',
    ],
)
def test_a_format_that_may_hide_its_letters_stays(telling: str) -> None:
    run = f"<r><rPr>{telling}</rPr><t>质量</t></r>"
    assert abridged(f"<sst>{run}</sst>") == f"<sst>{run}</sst>"


@pytest.mark.parametrize(
    "plain", ['<color theme="1"/>', '<color auto="1"/>', '<color rgb="FF1F3864"/>', '<sz val="9"/>']
)
def test_a_format_whose_letters_can_be_read_goes(plain: str) -> None:
    assert abridged(f"<r><rPr>{plain}</rPr><t>质量</t></r>") == "<r><t>质量</t></r>"


def test_a_table_of_endless_spellings_is_left_as_it_is_from_some_point_on() -> None:
    runs = [f'<r><rPr><sz val="{size}"/></rPr></r>' for size in range(10, 1_010)]
    assert abridged("".join(runs)).count("<rPr>") == 800


@pytest.mark.parametrize("size", range(1, 120))
def test_where_the_chunks_are_cut_does_not_matter_to_the_texts(size: int) -> None:
    table = f"<sst><si>{RUN}{RUN}</si><si><t>乙</t></si></sst>"
    assert events(abridged(table, size)) == events(table)


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), size=st.integers(1, 200))
@example(pieces=['<a b="', "<r><rPr/>", '">', "</a>"], size=200)
@example(pieces=["<?x ", "<r>", FORMAT, "?>"], size=9)
@example(pieces=["<r>", "<!--", RUN, "-->", "</r>"], size=30)
def test_the_rest_is_well_formed_where_the_whole_was_and_says_the_same(
    pieces: list[str], size: int
) -> None:
    whole = f"<sst>{''.join(pieces)}</sst>"
    assert events(abridged(whole, size)) == events(whole)

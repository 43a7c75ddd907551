"""A part that is read whole, changed and written again says what it said, under its prefixes."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ooxml.container import Container
from builder.ooxml.limits import DOCUMENT_BYTES, DOCUMENT_DEPTH, Budget
from builder.ooxml.refusal import RefusedError
from builder.ooxml.whole_tree import own_tree, take_apart, whole_tree, written

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
MAIN = "urn:main"


def again(markup: str) -> str:
    """The markup read and written, without its declaration."""
    return written(own_tree(markup)).decode().removeprefix(DECLARATION)


def read_whole(markup: str) -> Element:
    """The tree of a part that somebody else wrote."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("x.xml", markup)
    return whole_tree(Container(held.getvalue()), "x.xml", Budget())


@pytest.mark.parametrize(
    "markup",
    [
        "<a/>",
        "<a>一<b/>二<b>三</b>\n</a>",
        '<x:a xmlns:x="urn:main" xmlns:y="urn:unused" x:Ignorable="y"/>',
        '<a xmlns="urn:main" xmlns:r="urn:r"><b r:id="1"/><r:c r:id="2"/></a>',
        '<a xmlns="urn:main"><a xmlns="urn:other" xmlns:z="urn:z"><z:b/></a><b/></a>',
        '<p:a xmlns:p="urn:one"><p:a xmlns:p="urn:two"/><p:a/></p:a>',
        '<a b="&lt;&amp;&quot;&#9;&#10;&#13;">&lt;&amp;&gt;&#13;</a>',
        '<a xml:space="preserve"> </a>',
    ],
)
def test_what_is_read_is_written_again_letter_for_letter(markup: str) -> None:
    assert again(markup) == markup


def test_comments_and_instructions_are_left_out_and_the_text_around_them_stays() -> None:
    assert again("<!--0--><a>一<!--二-->三<?x y?>四</a>") == "<a>一三四</a>"


def test_a_namespace_that_nobody_declared_is_declared_at_the_root() -> None:
    root = own_tree('<a xmlns="urn:main"><b/></a>')
    SubElement(root[0], "{urn:new}c", {"{urn:new}d": "1", "{urn:main}e": "2"})
    assert written(root).decode().removeprefix(DECLARATION) == (
        '<a xmlns:qa0="urn:new" xmlns:qa1="urn:main" xmlns="urn:main">'
        '<b><qa0:c qa0:d="1" qa1:e="2"/></b></a>'
    )


@given(text=st.text(), value=st.text())
def test_whatever_is_put_in_can_be_read_again(text: str, value: str) -> None:
    root = Element("a", {"b": value})
    root.text = text
    read = own_tree(written(root).decode())
    assert len(read.text or "") == len(text)
    assert len(read.get("b", "")) == len(value)
    for was, now in ((text, read.text or ""), (value, read.get("b", ""))):
        assert all(one == other or other == "□" for one, other in zip(was, now, strict=True))


def test_a_character_that_no_part_can_carry_is_shown() -> None:
    root = Element("a")
    root.text = "一\x0b二\ud800"
    assert own_tree(written(root).decode()).text == "一□二□"


@pytest.mark.parametrize(("levels", "refused"), [(200, False), (201, True)])
def test_two_hundred_levels_are_the_most(levels: int, *, refused: bool) -> None:
    assert DOCUMENT_DEPTH.most == 200
    inside = "<a>" * (levels - 1) + "</a>" * (levels - 1)
    for markup in (f"<a>{inside}</a>", f"<a>{inside}<b/></a>"):
        if refused:
            with pytest.raises(RefusedError) as refusal:
                read_whole(markup)
            assert refusal.value.code == "QA222"
        else:
            assert sum(each.tag == "a" for each in read_whole(markup).iter()) == levels


def test_a_part_too_large_to_be_held_is_refused() -> None:
    with pytest.raises(RefusedError) as refusal:
        read_whole(f"<a>{'长' * (DOCUMENT_BYTES.most // 3)}</a>")
    assert refusal.value.code == "QA222"


def test_a_document_type_is_refused() -> None:
    with pytest.raises(RefusedError) as refusal:
        read_whole('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert refusal.value.code == "QA231"


@pytest.mark.parametrize("chunk", [7, 64, 65_536])
@pytest.mark.parametrize("after", ["", "<b/>", "<b><c/></b>" * 50])
def test_a_branch_too_deep_is_refused_in_whatever_piece_it_comes(
    chunk: int, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.ooxml.limits.CHUNK_BYTES", chunk)
    deep = "<a>" * 200 + "</a>" * 200
    with pytest.raises(RefusedError) as refusal:
        read_whole(f"<a><b/>{deep}{after}</a>")
    assert refusal.value.code == "QA222"
    fits = "<a>" * 199 + "</a>" * 199
    assert len(list(read_whole(f"<a><b/>{fits}{fits}{after}</a>"))) >= 3


def test_more_prefixes_than_anybody_needs_are_refused_when_written() -> None:
    declared = " ".join(f'xmlns:p{n}="urn:{n}"' for n in range(300))
    with pytest.raises(RefusedError) as refusal:
        written(own_tree(f"<a {declared}/>"))
    assert refusal.value.code == "QA222"


def test_a_tree_is_taken_apart_however_deep_it_nests() -> None:
    root = inner = Element("a")
    kept = [root]
    for _ in range(30_000):
        inner = SubElement(inner, "a")
        kept.append(inner)
    take_apart(root)
    assert not any(len(element) for element in kept)

"""Notes at cells: comments of the kind that every program shows, with the shapes they need.

A cell has one note. Ours stands behind what somebody else wrote there, and takes the place of
what we wrote before (ECMA-376 Part 1, 18.7; the shapes are VML, Part 4, 19).
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from builder.formula.address import column_number
from builder.ooxml.office_file import RELATION_ID, OfficeFile
from builder.ooxml.whole_tree import own_tree
from builder.write.annotate.marked_cells import MAIN, main_tag, put_in_order
from builder.write.xlsx.escape import held_text

# What our part of a note begins with, and its author.
MARK = "【核验】"
_AUTHOR = "核验"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_EMPTY = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'
_NO_SHAPES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
_SHAPE = re.compile(r"<(?:\w+:)?shape\b.*?</(?:\w+:)?shape\s*>", re.DOTALL)
_END = re.compile(r"</(?:\w+:)?xml\s*>\s*$")
# Of its sheet: right of the cell, four columns wide and eight rows high.
_WIDE, _HIGH = 4, 8


def write_notes(package: OfficeFile, part: str, sheet: Element, notes: Mapping[str, str]) -> bool:
    """Set our notes on a sheet, by cell, and take back earlier ones; whether the sheet changed."""
    known = package.related(part, "comments")
    if known is None and not notes:
        return False
    root = own_tree(_EMPTY) if known is None else package.tree(known)
    left, gone = _without_ours(root)
    added = _with_ours(root, notes, left)
    if known is not None and not gone and not added and not _says_anything(root):
        return False
    changed = _write_shapes(package, part, sheet, added, gone)
    if known is not None:
        package.put(known, root)
        return changed
    name = package.free_name("xl/comments", ".xml")
    package.put(name, root)
    package.declare(name, _COMMENTS_TYPE)
    package.relate(part, "comments", name)
    return True


def _without_ours(root: Element) -> tuple[dict[str, Element], list[str]]:
    """The notes of others by cell, and the cells whose note was ours alone and is gone."""
    left: dict[str, Element] = {}
    gone: list[str] = []
    listed = root.find(main_tag("commentList"))
    if listed is None:
        return left, gone
    for comment in listed.findall(main_tag("comment")):
        cell = comment.get("ref", "")
        words = "".join(each.text or "" for each in comment.iter(main_tag("t")))
        before, mark, _ = words.partition(MARK)
        if mark and not before.strip():
            listed.remove(comment)
            gone.append(cell)
            continue
        if mark:
            _say(comment, before.rstrip("\n"))
        left[cell] = comment
    return left, gone


def _with_ours(root: Element, notes: Mapping[str, str], left: Mapping[str, Element]) -> list[str]:
    """Write our notes; the cells that had none before."""
    added: list[str] = []
    for cell, words in notes.items():
        if cell in left:
            before = "".join(each.text or "" for each in left[cell].iter(main_tag("t")))
            _say(left[cell], f"{before}\n{MARK}{held_text(words)}")
            continue
        comments = root.find(main_tag("commentList"))
        if comments is None:
            comments = SubElement(root, main_tag("commentList"))
        comment = SubElement(
            comments, main_tag("comment"), {"ref": cell, "authorId": str(_author(root))}
        )
        _say(comment, f"{MARK}{held_text(words)}")
        added.append(cell)
    return added


def _say(comment: Element, words: str) -> None:
    for old in comment.findall(main_tag("text")):
        comment.remove(old)
    text = Element(main_tag("text"))
    run = SubElement(SubElement(text, main_tag("r")), main_tag("t"))
    run.text = words
    run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    comment.insert(0, text)


def _says_anything(root: Element) -> bool:
    return any(MARK in (each.text or "") for each in root.iter(main_tag("t")))


def _author(root: Element) -> int:
    authors = root.find(main_tag("authors"))
    if authors is None:
        authors = Element(main_tag("authors"))
        root.insert(0, authors)
    names = [each.text for each in authors]
    if _AUTHOR not in names:
        SubElement(authors, main_tag("author")).text = _AUTHOR
        return len(names)
    return names.index(_AUTHOR)


def _write_shapes(
    package: OfficeFile, part: str, sheet: Element, added: list[str], gone: list[str]
) -> bool:
    """The shapes of new notes beside those there were; whether the sheet itself changed."""
    known, kept = package.related(part, "vmlDrawing"), _NO_SHAPES
    if known is not None:
        kept = package.part(known).decode("utf-8", "surrogateescape")
    absent = {_corner(cell) for cell in gone}
    kept = _SHAPE.sub(lambda shape: "" if _place(shape[0]) in absent else shape[0], kept)
    shapes = "".join(_shape(number, cell) for number, cell in enumerate(added, start=1))
    end = _END.search(kept)
    if end is None:
        kept, end = _NO_SHAPES, _END.search(_NO_SHAPES)
    place = len(kept) if end is None else end.start()
    content = f"{kept[:place]}{shapes}{kept[place:]}".encode("utf-8", "surrogateescape")
    if known is not None:
        package.put(known, content)
        return False
    name = package.free_name("xl/drawings/vmlDrawing", ".vml")
    package.put(name, content)
    package.declare_extension("vml", _VML_TYPE)
    drawing = Element(main_tag("legacyDrawing"))
    drawing.set(RELATION_ID, package.relate(part, "vmlDrawing", name))
    put_in_order(sheet, drawing)
    return True


def _corner(cell: str) -> tuple[int, int]:
    """The row and column, from 1, of an address."""
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :] or 0), column_number(letters)


def _place(shape: str) -> tuple[int, int] | None:
    """The row and column, from 1, of the cell a shape belongs to."""
    row = re.search(r"<x:Row>\s*(\d+)\s*</x:Row>", shape)
    column = re.search(r"<x:Column>\s*(\d+)\s*</x:Column>", shape)
    return None if row is None or column is None else (int(row[1]) + 1, int(column[1]) + 1)


def _shape(number: int, cell: str) -> str:
    row, column = (number - 1 for number in _corner(cell))
    anchor = (column + 1, 12, max(row - 1, 0), 8, column + 1 + _WIDE, 12, row - 1 + _HIGH, 8)
    return (
        f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
        f' xmlns:o="urn:schemas-microsoft-com:office:office"'
        f' xmlns:x="urn:schemas-microsoft-com:office:excel" id="qa_note_{cell}_{number}"'
        ' path="m,l,21600r21600,l21600,xe" fillcolor="#ffffe1" o:insetmode="auto"'
        ' style="position:absolute;visibility:hidden">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{', '.join(map(str, anchor))}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )

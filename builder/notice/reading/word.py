"""A notice that is a Word document: the body in reading order, numbers as a reader sees them."""

from dataclasses import replace
from xml.etree.ElementTree import Element

from builder.notice.lines import Block, Cell, Line, Numbering, Table, rectangular, tidy
from builder.notice.reading.word_numbers import WordNumbers
from builder.ooxml.container import Container
from builder.ooxml.limits import DOCUMENT_CHARACTERS, TABLE_DEPTH, Budget, refuse_over
from builder.ooxml.namespaces import each_named, local_name
from builder.ooxml.package import Relationship, read_relationships
from builder.ooxml.whole_tree import whole_tree
from builder.ooxml.word_markup import UNSAID, attribute, child, seen_through, shown_of, value_of
from builder.read.word_styles import Around, WordStyles, read_word_styles

_LETTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = (("footnotes", "脚注"), ("endnotes", "尾注"))


def read_word(container: Container, part: str, budget: Budget) -> tuple[Block, ...]:
    """The blocks of the document; raises ``RefusedError`` where a bound is broken."""
    related = {each.kind: each for each in read_relationships(container, part, budget).values()}

    def tree(kind: str) -> Element | None:
        found: Relationship | None = related.get(kind)
        if found is None or found.external or found.inside not in container:
            return None
        return whole_tree(container, found.inside, budget)

    styles = tree("styles")
    reader = _Reader(
        WordStyles() if styles is None else read_word_styles(styles),
        WordNumbers(tree("numbering"), styles),
    )
    reader.read(whole_tree(container, part, budget), 0)
    for kind, called in _NOTES:
        notes = tree(kind)
        for note in () if notes is None else notes:
            # Those of a kind only hold the line that separates them from the text.
            if not attribute(note, "type"):
                reader.read_note(note, called)
    return tuple(reader.blocks)


class _Reader:
    """The blocks of one document in the order they are met."""

    def __init__(self, styles: WordStyles, numbers: WordNumbers) -> None:
        self.blocks: list[Block] = []
        self._styles = styles
        self._numbers = numbers
        self._numbering = Numbering()
        self._budget = Budget()
        self._paragraphs = self._tables = 0

    def read(self, parent: Element, depth: int) -> None:
        """Add what stands in an element, itself no block."""
        for element in seen_through(parent):
            match local_name(element):
                case "p":
                    self._paragraphs += 1
                    self.blocks += self._paragraph(element, f"第 {self._paragraphs} 段", depth)
                case "tbl":
                    self._table(element, depth)

    def read_note(self, note: Element, called: str) -> None:
        """Add the text of a footnote."""
        for element in seen_through(note):
            if local_name(element) == "p":
                self.blocks += self._paragraph(element, called, 0)

    def _paragraph(self, element: Element, place: str, depth: int) -> list[Line]:
        boxes: list[Element] = []
        text = self._text(element, boxes)
        number, level = self._numbers.of(element)
        if number and (text.strip() or depth):
            text = number + ("" if number[-1] in "、）：" else " ") + text
        lines = [*self._numbering.lines(text, place, level)]
        for box in boxes:
            for inner in seen_through(box):
                if local_name(inner) == "p":
                    lines += self._paragraph(inner, f"{place}的文本框", depth)
        return lines

    def _text(self, paragraph: Element, boxes: list[Element]) -> str:
        around = Around(paragraph=self._styles.paragraph_style(paragraph))
        pieces: list[str] = []

        def collect(parent: Element) -> None:
            for element in parent:
                name = local_name(element)
                if name in UNSAID:
                    continue
                if name == "r" and self._styles.hides(around, child(element, "rPr")):
                    continue
                if name == "t":
                    self._budget.spend(DOCUMENT_CHARACTERS, len(element.text or ""))
                    pieces.append(element.text or "")
                elif name in _LETTERS:
                    pieces.append(_LETTERS[name])
                elif name == "AlternateContent":
                    collect(shown_of(element))
                elif name == "txbxContent":
                    boxes.append(element)
                else:
                    collect(element)

        collect(paragraph)
        return "".join(pieces)

    def _table(self, element: Element, depth: int) -> None:
        refuse_over(TABLE_DEPTH, depth + 1)
        self._tables += 1
        called = f"第 {self._tables} 个表"
        rows: list[list[Cell]] = []
        begun: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(_named(element, "tr"), start=1):
            cells: list[Cell] = [Cell()] * _skipped(row)
            for cell in _named(row, "tc"):
                properties = child(cell, "tcPr")
                across = max(1, min(_number(properties, "gridSpan"), _WIDEST))
                column = len(cells)
                lines: tuple[Line, ...] = ()
                for paragraph in seen_through(cell):
                    where = f"{called}第 {number} 行"
                    if local_name(paragraph) == "p":
                        lines += tuple(self._paragraph(paragraph, where, depth + 1))
                    elif local_name(paragraph) == "tbl":
                        lines += tuple(self._nested(paragraph, where, depth + 1))
                merge = child(properties, "vMerge")
                goes_on = merge is not None and attribute(merge, "val") != "restart"
                if not goes_on:
                    begun[column] = (len(rows), column)
                    cells.append(Cell(lines=lines, across=across))
                else:
                    top, left = begun.get(column, (len(rows), column))
                    if top < len(rows):
                        above = rows[top][left]
                        rows[top][left] = Cell(
                            lines=above.lines + lines, across=across, down=len(rows) - top + 1
                        )
                    cells.append(Cell(covered=True))
                cells += [Cell(covered=True)] * (across - 1)
            rows.append(cells)
        if rows:
            self.blocks.append(Table(rows=rectangular(rows), place=called))

    def _nested(self, table: Element, place: str, depth: int) -> list[Line]:
        """A table within a cell as lines of the cell, a line for each of its rows."""
        refuse_over(TABLE_DEPTH, depth + 1)
        lines: list[Line] = []
        for row in _named(table, "tr"):
            cells = tuple(
                tidy("".join(self._text(p, []) for p in each_named(cell, "p")))
                for cell in _named(row, "tc")
            )
            made = self._numbering.lines("　".join(filter(None, cells)), place)
            lines += [replace(line, cells=cells) for line in made]
        return lines


# Word itself takes 63 columns.
_WIDEST = 63


def _skipped(row: Element) -> int:
    """The columns that a row leaves out before its first cell."""
    return max(0, min(_number(child(row, "trPr"), "gridBefore"), _WIDEST))


def _number(properties: Element | None, name: str) -> int:
    said = value_of(properties, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else 0


_DIGITS = 6


def _named(parent: Element, name: str) -> list[Element]:
    return [element for element in seen_through(parent) if local_name(element) == name]

"""Rows of a tree as somebody typed them: written one way, and what no file could say refused."""

import re
from collections.abc import Iterator

from builder.form.cells import is_number
from builder.form.tables import FormTable, Row
from builder.form.tree_rows import CODE, FIRST_VALUE, FLAGS, KIND, LEVEL, NUMBER, POINTS, WORDS
from builder.frozen import frozen
from builder.load.attributes import FLAGS as ALL_FLAGS
from builder.load.body_rows import HEADINGS, RowKind
from builder.load.key_names import ATTRIBUTES, english
from builder.model.nearest import did_you_mean

_APART = re.compile(r"[、，,;；\s]+")
_LEVELS = tuple("123456")
_WORDS = {kind.value: kind for kind in RowKind}


@frozen
class Fault:
    """What is wrong with a cell of a row, and what it could be."""

    row: int
    column: int
    actual: str
    expected: str = ""
    code: str = "QA1206"
    hint: str = ""


def checked_rows(table: FormTable, base: FormTable) -> tuple[FormTable, tuple[Fault, ...]]:
    """The table with its flags written one way, and every fault."""
    tables = [one.cells for one in base.rows if one.cells[KIND] == RowKind.TABLE.value]
    rows: list[Row] = []
    faults: list[Fault] = []
    above: list[RowKind] = []
    # What stands under a row that nobody can read is not to be blamed.
    known = all(row.cells[KIND] in _WORDS for row in table.rows)
    for row in table.rows:
        kind = _WORDS.get(row.cells[KIND])
        faults += _misplaced(row, kind, above) if known else ()
        if kind is RowKind.TABLE:
            if row.cells in tables:
                tables.remove(row.cells)
            else:
                faults.append(_fault(row, WORDS, row.cells[WORDS], code="QA1208"))
            rows.append(row)
            continue
        faults += _faults(row, kind)
        rows.append(_tidy(row, kind))
    made = FormTable(sheet=table.sheet, key=table.key, columns=table.columns, rows=tuple(rows))
    return made, tuple(faults)


def _misplaced(row: Row, kind: RowKind | None, above: list[RowKind]) -> Iterator[Fault]:
    """Whether a row may stand under the headings ``above`` it, which it may join."""
    if kind in HEADINGS and row.cells[LEVEL] in _LEVELS:
        del above[int(row.cells[LEVEL]) - 1 :]
        if kind is RowKind.INDICATOR and above and above[-1] is RowKind.REFERENCE:
            expected = f"{RowKind.REFERENCE.value}（上一级是参考文字）"
            yield _fault(row, KIND, row.cells[KIND], expected)
        above.append(kind)
    elif kind is not None and kind not in HEADINGS:
        within = above[-1] if above else None
        fitting = _UNDER.get(within, ()) if within is not None else HEADINGS
        if kind not in fitting:
            expected = "、".join(one.value for one in fitting)
            where = f"（上面是{within.value}）" if within is not None else "（最前面要有标题）"
            yield _fault(row, KIND, row.cells[KIND], f"{expected}{where}")


def _tidy(row: Row, kind: RowKind | None) -> Row:
    """The row with its flags parted by one sign, a number in front of a mere text joined to it."""
    cells = list(row.cells)
    cells[FLAGS] = "、".join(_flags(row))
    if kind in (RowKind.NOTE, RowKind.PARAGRAPH, RowKind.REFERENCE) and cells[NUMBER]:
        cells[WORDS], cells[NUMBER] = f"{cells[NUMBER]} {cells[WORDS]}", ""
    return Row(cells=tuple(cells), number=row.number)


def _flags(row: Row) -> tuple[str, ...]:
    words = (word for word in _APART.split(row.cells[FLAGS]) if word)
    return tuple(ATTRIBUTES.get(word, word) for word in words)


def _faults(row: Row, kind: RowKind | None) -> Iterator[Fault]:
    cells = row.cells
    if kind is None:
        listed = "、".join(_WORDS)
        yield _fault(
            row, KIND, cells[KIND] or "空着", listed, hint=did_you_mean(cells[KIND], _WORDS)
        )
        return
    if not cells[WORDS]:
        yield _fault(row, WORDS, "空着", "名称或文字")
    if kind in HEADINGS and cells[LEVEL] not in _LEVELS:
        yield _fault(row, LEVEL, cells[LEVEL] or "空着", "1 至 6")
    if cells[POINTS] and not is_number(cells[POINTS]):
        yield _fault(row, POINTS, cells[POINTS], "数")
    values = () if kind in HEADINGS else range(FIRST_VALUE, len(cells))
    for column, words in (*_EMPTY_IN.get(kind, ()), *((at, "属性") for at in values)):
        if cells[column]:
            yield _fault(row, column, cells[column], f"空着（{kind.value}没有{words}）")
    yield from _flag_faults(row)


def _flag_faults(row: Row) -> Iterator[Fault]:
    known = [ATTRIBUTES.get(flag, flag) for flag in ALL_FLAGS if flag != "reference"]
    for word in _flags(row):
        if english(word, ALL_FLAGS, ATTRIBUTES) not in ALL_FLAGS or word not in known:
            yield _fault(row, FLAGS, word, "、".join(known), hint=did_you_mean(word, known))


def _fault(
    row: Row, column: int, actual: str, expected: str = "", *, code: str = "QA1206", hint: str = ""
) -> Fault:
    return Fault(
        row=row.number, column=column, actual=actual, expected=expected, code=code, hint=hint
    )


_NO_HEADING = ((LEVEL, "层级"), (CODE, "编号"), (FLAGS, "属性"))
_UNDER = {
    RowKind.INDICATOR: (RowKind.CRITERION, RowKind.NOTE, RowKind.TABLE),
    RowKind.REFERENCE: (RowKind.PARAGRAPH, RowKind.TABLE),
}
_EMPTY_IN = {
    RowKind.REFERENCE: ((POINTS, "分值"), (CODE, "编号")),
    RowKind.CRITERION: _NO_HEADING,
    RowKind.NOTE: (*_NO_HEADING, (POINTS, "分值")),
    RowKind.PARAGRAPH: (*_NO_HEADING, (POINTS, "分值")),
}

"""A row of the tree as cells."""

from builder.load.attributes import VALUED
from builder.load.body_rows import HEADINGS, BodyRow, RowKind
from builder.load.key_names import ATTRIBUTES
from builder.load.shapes import Shape, Sort, listed

_TEXT = Shape(sort=Sort.TEXT)
# What a heading says with a value has a column each; its code is one of the first.
VALUES = tuple(key for key in VALUED if key != "code")
KIND, LEVEL, CODE, NUMBER, WORDS, POINTS, FLAGS = range(7)
FIRST_VALUE = 7
TREE_COLUMNS: tuple[tuple[str, str, Shape], ...] = (
    ("kind", "类别", Shape(sort=Sort.WORD, words={kind.value: kind.value for kind in RowKind})),
    ("level", "层级", Shape(sort=Sort.NUMBER)),
    ("code", "编号", Shape(sort=Sort.CODE)),
    ("number", "序号", Shape(sort=Sort.CODE)),
    ("text", "名称或文字", _TEXT),
    ("points", "分值", Shape(sort=Sort.NUMBER)),
    ("flags", "属性", _TEXT),
    *((key, ATTRIBUTES.get(key, key), listed(_TEXT)) for key in VALUES),
)


def tree_cells(row: BodyRow) -> tuple[str, ...]:
    """The cells of a row, in the order of the columns."""
    said = dict.fromkeys(VALUES, "")
    for key, value in row.valued:
        word = ATTRIBUTES.get(value, value)
        said[key] = f"{said[key]}\n{word}" if said[key] else word
    return (
        row.kind.value,
        str(row.level) if row.kind in HEADINGS else "",
        row.code,
        row.number,
        row.text,
        "" if row.points is None else f"{row.points.normalize():f}",
        "、".join(ATTRIBUTES.get(flag, flag) for flag in row.flags),
        *said.values(),
    )

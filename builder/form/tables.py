"""A scheme as tables: one of its single values, one for each of its lists, one of its tree.

Every table is laid out by the grammar of the file, so that a key added there has its place here.
A cell is a text: numbers, words and lists are written one way only, and what is the same compares
equal.
"""

from collections.abc import Iterator

from builder.form.cells import shown
from builder.form.tree_rows import TREE_COLUMNS, tree_cells
from builder.frozen import frozen
from builder.load.body_rows import BodyRow, body_rows
from builder.load.key_names import KEYS
from builder.load.said import HEAD_SHAPE, Said, SaidHead, said_head
from builder.load.shapes import UNKNOWN, Shape, Sort
from builder.load.source import Source

BASICS, TREE = "基本", "指标"
# The one column of a list of texts.
TEXTS = "文字"
_TEXT = Shape(sort=Sort.TEXT)


@frozen
class Column:
    """One column: its key in the file, what it is headed, and what its cells hold."""

    name: str
    caption: str
    shape: Shape = UNKNOWN
    required: bool = False


@frozen
class Row:
    """One row of cells; ``places`` are where each stands in the file, −1 where it does not.

    ``number`` is its row on the sheet, 0 as long as it has none. ``said`` is the value it was made
    of, ``body`` the lines of the tree.
    """

    cells: tuple[str, ...]
    places: tuple[int, ...] = ()
    number: int = 0
    said: Said | None = None
    body: BodyRow | None = None


@frozen
class FormTable:
    """One table; ``key`` is that of the list it shows, empty for the single values and the tree."""

    sheet: str
    key: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@frozen
class Single:
    """One single value of the front matter: its key, or the key of a record and that within it."""

    path: tuple[str, ...]
    caption: str
    shape: Shape
    required: bool
    cell: str
    place: int = -1
    said: Said | None = None
    number: int = 0


@frozen
class KeyTables:
    """Keys with their values as tables; ``kept`` are those that no table can show."""

    singles: tuple[Single, ...]
    lists: tuple[FormTable, ...]
    kept: tuple[str, ...] = ()


@frozen
class Form(KeyTables):
    """A scheme as tables."""

    tree: FormTable

    @property
    def tables(self) -> tuple[FormTable, ...]:
        """The lists and the tree."""
        return (*self.lists, self.tree)


def form_of(source: Source) -> Form | None:
    """The tables of a scheme that has no problem of grammar, ``None`` where there is no way."""
    head = said_head(source)
    if head is None:
        return None
    keys = keys_of(head)
    return Form(singles=keys.singles, lists=keys.lists, tree=_tree(source, head), kept=keys.kept)


def keys_of(head: SaidHead) -> KeyTables:
    """The tables of some keys, laid out by their grammar."""
    singles: list[Single] = []
    lists: list[FormTable] = []
    kept: list[str] = []
    for name, planned in head.shape.keys.items():
        key = head.whole.key(name)
        said = None if key is None else key.value
        shape = _seen(said) if planned.sort is Sort.UNKNOWN else planned
        required = name in head.shape.required
        if shape.sort is Sort.LIST:
            table = _list(name, shape, said)
            lists += [] if table is None else [table]
            kept += [name] if table is None else []
        elif shape.sort is not Sort.UNKNOWN:
            made = tuple(_singles(name, shape, said, required=required))
            whole = [one for one in made if one is not None]
            singles += whole if len(whole) == len(made) else []
            kept += [] if len(whole) == len(made) else [name]
    return KeyTables(singles=tuple(singles), lists=tuple(lists), kept=tuple(kept))


def caption_of(name: str) -> str:
    """What a key is called on a sheet."""
    return KEYS.get(name, name)


def _seen(said: Said | None) -> Shape:
    """The shape of a value whose reader does not say it."""
    if said is None:
        return UNKNOWN
    if said.sort is Sort.LIST:
        return Shape(sort=Sort.LIST, item=_seen(said.items[0] if said.items else None))
    if said.sort is Sort.RECORD:
        keys = {one.name: _seen(one.value) for one in said.keys}
        return Shape(sort=Sort.RECORD, keys=keys)
    return _TEXT


def _singles(
    name: str, shape: Shape, said: Said | None, *, required: bool
) -> Iterator[Single | None]:
    """The rows of a single value, or of each value of a record."""
    if shape.sort is not Sort.RECORD:
        yield _single((name,), caption_of(name), shape, said, required=required)
        return
    for key, inner in shape.keys.items():
        value = None if said is None else said.key(key)
        caption = f"{caption_of(name)}·{caption_of(key)}"
        inside = None if value is None else value.value
        yield _single((name, key), caption, inner, inside, required=False)


def _single(
    path: tuple[str, ...], caption: str, shape: Shape, said: Said | None, *, required: bool
) -> Single | None:
    cell = shown(said, shape)
    if cell is None:
        return None
    place = -1 if said is None else said.start
    return Single(
        path=path,
        caption=caption,
        shape=shape,
        required=required,
        cell=cell,
        place=place,
        said=said,
    )


def _list(name: str, shape: Shape, said: Said | None) -> FormTable | None:
    """The table of a list, ``None`` where one of its cells cannot be shown."""
    item = shape.item or UNKNOWN
    if item.sort is Sort.RECORD:
        columns = tuple(
            Column(name=key, caption=caption_of(key), shape=one, required=key in item.required)
            for key, one in item.keys.items()
        )
    else:
        columns = (Column(name="", caption=TEXTS, shape=item, required=True),)
    rows: list[Row] = []
    for entry in () if said is None else said.items:
        values = [_within(entry, column) for column in columns]
        cells = [shown(one, column.shape) for one, column in zip(values, columns, strict=True)]
        known = {column.name for column in columns}
        if None in cells or any(one.name not in known for one in entry.keys):
            return None
        places = tuple(-1 if one is None else one.start for one in values)
        texts = tuple(cell or "" for cell in cells)
        rows.append(Row(cells=texts, places=places, said=entry))
    return FormTable(sheet=caption_of(name), key=name, columns=columns, rows=tuple(rows))


def _within(entry: Said, column: Column) -> Said | None:
    if not column.name:
        return entry
    key = entry.key(column.name)
    return None if key is None else key.value


def _tree(source: Source, head: SaidHead) -> FormTable:
    markup = head.whole.key("markup")
    marked = markup is not None and shown(markup.value, HEAD_SHAPE.keys["markup"]) == "是"
    rows = tuple(Row(cells=tree_cells(row), body=row) for row in body_rows(source, markup=marked))
    columns = tuple(
        Column(name=name, caption=caption, shape=shape) for name, caption, shape in TREE_COLUMNS
    )
    return FormTable(sheet=TREE, key="", columns=columns, rows=rows)

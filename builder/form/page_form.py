"""A small file of keys as the fields of a page, and what was filled in as that file again.

What is filled in is judged as a file of its own, so that every finding has its field; what is
written is the file as it was with only what differs, proved to say the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Generic, TypeVar

from builder.findings.finding import Finding, Place
from builder.form.cells import tidy
from builder.form.cut import comments, with_cuts
from builder.form.head_changes import head_cuts
from builder.form.tables import FormTable, KeyTables, Row, Single, keys_of
from builder.frozen import frozen
from builder.load.fields import Grammar, read_settings
from builder.load.key_names import KEYS, english
from builder.load.problems import Problems, in_chinese
from builder.load.said import SaidHead, blank_head, said_file
from builder.load.shapes import recorded
from builder.load.source import Source, source_of

Said = TypeVar("Said")
# A list of which each entry is one text stands in one field, parted by this.
AND = "、"
_ROW = re.compile(r"[0-9]{1,3}")


@frozen
class PageForm(Generic[Said]):
    """What stands in the fields, what that says, and what is wrong, by the name of its field.

    What is wrong with no field in particular has the name "". ``text`` is the whole file, empty
    where no field says anything.
    """

    keys: KeyTables
    said: Said | None
    findings: Mapping[str, tuple[Finding, ...]]
    text: str = ""


def opened(source: Source, grammar: Grammar[Said]) -> PageForm[Said]:
    """A file as fields; one that cannot be taken apart has none filled in."""
    problems = Problems(path=source.path, chinese=True)
    said = read_settings(source, grammar, problems) if source.text.strip() else None
    form = _judged(keys_of(_shown(source, grammar)), grammar)
    if not problems.found and said is not None:
        return replace(form, text=source.text)
    # What no field can show is told of the whole: what is saved takes the place of all of it.
    unseen = {one.code for one in problems.found} - {
        one.code for some in form.findings.values() for one in some
    }
    told = tuple(one for one in problems.sorted if one.code in unseen)
    return replace(form, findings={**form.findings, "": told}, text=source.text)


def filled(source: Source, grammar: Grammar[Said], typed: Mapping[str, str]) -> PageForm[Said]:
    """The file as what was typed by the names of fields makes it."""
    there = _shown(source, grammar)
    base = keys_of(there)
    keys = KeyTables(
        singles=tuple(
            replace(one, cell=tidy(typed.get(field_of(one), ""), one.shape)) for one in base.singles
        ),
        lists=tuple(_typed(one, typed) for one in base.lists),
    )
    form = _judged(keys, grammar)
    if form.said is None or not form.text:
        return form
    # What is put in after the last line needs it to end.
    ended = not source.text or source.text.endswith("\n")
    text = source.text if ended else f"{source.text}\n"
    changed = with_cuts(text, head_cuts(text, there, base, _without_blanks(keys)))
    if _says(changed, grammar) == form.said:
        same = changed == text
        return replace(form, text=source.text if same else changed)
    kept = comments(text, 0, len(text), there.whole)
    return replace(form, text=f"{''.join(kept)}{form.text}")


def field_of(single: Single) -> str:
    """By which name a page asks for a single value."""
    return ".".join(single.path)


def cell_of(table: FormTable, row: int, column: int) -> str:
    """By which name it asks for a value of a list."""
    return f"{table.key}.{row}.{table.columns[column].name}"


def cells(keys: KeyTables) -> Iterator[tuple[str, str]]:
    """Every field with what stands in it."""
    yield from ((field_of(single), single.cell) for single in keys.singles)
    for table in keys.lists:
        if not table.columns[0].name:
            yield table.key, AND.join(row.cells[0] for row in table.rows)
            continue
        for row, one in enumerate(table.rows):
            for column, cell in enumerate(one.cells):
                yield cell_of(table, row, column), cell


def _shown(source: Source, grammar: Grammar[Said]) -> SaidHead:
    """What of a file its fields show: all of it, or nothing."""
    head = said_file(source, recorded(grammar))
    return blank_head(recorded(grammar)) if head is None or keys_of(head).kept else head


def _typed(table: FormTable, typed: Mapping[str, str]) -> FormTable:
    """The list as it was typed, up to its last row that is not blank."""
    columns = range(len(table.columns))
    named = (name.split(".") for name in typed if name.startswith(f"{table.key}."))
    numbers = {int(one[1]) for one in named if _ROW.fullmatch(one[1])}
    if not table.columns[0].name:
        words = typed.get(table.key, "").replace("，", AND).replace(",", AND).replace(" ", AND)
        read: Iterable[tuple[str, ...]] = (
            (word,) for one in words.split(AND) if (word := one.strip())
        )
    else:
        read = (
            tuple(typed.get(cell_of(table, row, column), "") for column in columns)
            for row in range(max(numbers, default=-1) + 1)
        )
    rows = [
        Row(cells=tuple(tidy(cell, table.columns[at].shape) for at, cell in enumerate(row)))
        for row in read
    ]
    while rows and not any(rows[-1].cells):
        rows.pop()
    return replace(table, rows=tuple(rows))


def _without_blanks(keys: KeyTables) -> KeyTables:
    """What is to be written: a row that was left blank is none."""
    lists = tuple(
        replace(one, rows=tuple(row for row in one.rows if any(row.cells))) for one in keys.lists
    )
    return replace(keys, lists=lists)


def _as_typed(name: str, keys: KeyTables) -> str:
    """The field of that name, its row counted among the blank ones."""
    key, row, leaf = (*name.split("."), "", "")[:3]
    table = next((one for one in keys.lists if one.key == key), None)
    if table is None or not _ROW.fullmatch(row):
        return name
    filled_in = [at for at, one in enumerate(table.rows) if any(one.cells)]
    return f"{key}.{filled_in[int(row)]}.{leaf}"


def _judged(keys: KeyTables, grammar: Grammar[Said]) -> PageForm[Said]:
    """What the fields say as a file of their own, in Chinese."""
    bare = blank_head(recorded(grammar))
    text = with_cuts("", head_cuts("", bare, keys_of(bare), _without_blanks(keys)))
    if not text:
        return PageForm(keys=keys, said=grammar.kind(), findings={})
    problems = Problems(path="", chinese=True)
    source = source_of("", text)
    said = read_settings(source, grammar, problems)
    head = said_file(source, recorded(grammar))
    found: dict[str, tuple[Finding, ...]] = {}
    for one in in_chinese(problems.sorted):
        name = "" if head is None else _as_typed(_field(one, text, head), keys)
        found[name] = (*found.get(name, ()), replace(one, place=Place()))
    return PageForm(keys=keys, said=None if found else said, findings=found, text=text)


def _says(text: str, grammar: Grammar[Said]) -> Said | None:
    problems = Problems(path="")
    said = read_settings(source_of("", text), grammar, problems)
    return None if problems.found else said


def _field(finding: Finding, text: str, head: SaidHead) -> str:
    """The field that a finding is about: that which stands there, else the key that it names."""
    lines = text.split("\n")[: finding.place.line - 1]
    at = sum(len(line) + 1 for line in lines) + finding.place.column - 1
    spots = dict(_spots(keys_of(head)))
    if at in spots:
        return spots[at]
    around = next(
        (key for key in head.whole.keys if key.start <= at < key.value.end and key.start != at),
        None,
    )
    shape = head.shape if around is None else head.shape.keys[around.name]
    shape = shape.item or shape
    named = (finding.details.get("key", ""), finding.expected)
    leaf = next((english(one, shape.keys, KEYS) for one in named if one), "")
    if leaf not in shape.keys:
        written = (one.name for one in (() if around is None else around.value.keys))
        leaf = next(chain(written, shape.keys), "")
    if around is None:
        return leaf
    if not around.value.items:
        return f"{around.name}.{leaf}"
    row = sum(one.start <= at for one in around.value.items) - 1
    return f"{around.name}.{max(row, 0)}.{leaf}"


def _spots(keys: KeyTables) -> Iterator[tuple[int, str]]:
    """Where each value stands, and its field."""
    for single in keys.singles:
        yield single.place, field_of(single)
    for table in keys.lists:
        for row, one in enumerate(table.rows):
            for column, place in enumerate(one.places):
                one_field = not table.columns[0].name
                yield place, table.key if one_field else cell_of(table, row, column)

"""A scheme comes back from its form as it was, and a form says everything that a scheme says."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.form.tables import Form, FormTable
from builder.form.tree_rows import KIND
from builder.form.written import unlike, written_text
from builder.load.body_rows import RowKind
from builder.load.lint import lint_text
from builder.load.said import HEAD_SHAPE, said_head
from builder.load.shapes import Sort
from builder.model.fingerprint import fingerprint
from builder.model.scheme import Scheme
from builder.pipeline.form import read_form
from tests.form.made import LEAST, SCHEMES, form, put, source, text_of

EVERY_SCHEME = pytest.mark.parametrize("name", sorted(SCHEMES))


def scheme_of(text: str) -> Scheme:
    """The scheme in a text."""
    scheme = lint_text(text, "方案.md").scheme
    assert scheme is not None
    return scheme


def written(text: str, base: Form, edited: Form) -> str:
    """The text with what differs between the forms; every cell of it must read as filled in."""
    head = said_head(source(text))
    assert head is not None
    made = written_text(source(text), head, base, edited)
    assert list(unlike(made, "方案.md", edited)) == []
    assert len(made.rows) == made.text.count("\n") + 1
    return made.text


@EVERY_SCHEME
def test_a_form_that_nobody_changed_changes_no_character(name: str, tmp_path: Path) -> None:
    path = put(tmp_path, SCHEMES[name])
    read = read_form(tmp_path / "方案.xlsx", path)
    assert (read.written, read.changes, read.findings) == (False, (), ())
    assert text_of(tmp_path) == SCHEMES[name]
    assert read_form(tmp_path / "方案.xlsx", tmp_path / "另一个.md").findings == ()
    assert (tmp_path / "另一个.md").read_text(encoding="utf-8") == SCHEMES[name]


@EVERY_SCHEME
def test_nothing_but_tables_is_left_out_of_a_form(name: str) -> None:
    assert form(SCHEMES[name]).kept == ()


@EVERY_SCHEME
def test_a_scheme_written_anew_from_its_form_is_the_same_scheme(name: str) -> None:
    whole = form(SCHEMES[name])
    said = replace(whole, tree=without_tables(whole.tree))
    text = written(LEAST, form(LEAST), said)
    # What is in a table stays in the file: without its tables the scheme is compared.
    bare = written(SCHEMES[name], whole, said)
    assert findings(text) == findings(bare)
    if lint_text(bare, "方案.md").scheme is None:
        # Nothing without its tables: the points of a measure stand in one.
        assert any(is_table(row.cells) for row in whole.tree.rows)
        return
    assert fingerprint(scheme_of(text)) == fingerprint(scheme_of(bare))


@EVERY_SCHEME
def test_every_row_of_the_tree_can_be_written_anew(name: str) -> None:
    whole = form(SCHEMES[name])
    other = tuple(
        row if is_table(row.cells) else replace(row, cells=("", *row.cells[1:]))
        for row in whole.tree.rows
    )
    text = written(SCHEMES[name], replace(whole, tree=replace(whole.tree, rows=other)), whole)
    assert fingerprint(scheme_of(text)) == fingerprint(scheme_of(SCHEMES[name]))


def test_every_key_of_the_grammar_has_its_place_in_a_form() -> None:
    least = form(LEAST)
    singles = {one.path[0] for one in least.singles}
    lists = {one.key for one in least.lists}
    assert singles | lists == {*HEAD_SHAPE.keys}
    for table in least.lists:
        item = HEAD_SHAPE.keys[table.key].item
        assert item is not None
        keys = tuple(item.keys) if item.sort is Sort.RECORD else ("",)
        assert tuple(column.name for column in table.columns) == keys


def without_tables(tree: FormTable) -> FormTable:
    """The tree without the rows that only name a table."""
    return replace(tree, rows=tuple(row for row in tree.rows if not is_table(row.cells)))


def is_table(cells: tuple[str, ...]) -> bool:
    """Whether a row only names a table."""
    return cells[KIND] == RowKind.TABLE.value


def findings(text: str) -> list[tuple[str, str]]:
    """What lint says of a text, wherever it says it."""
    return sorted((one.code, one.message) for one in lint_text(text, "方案.md").findings)

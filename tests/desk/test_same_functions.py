"""The desk has no rule of its own: it calls what the command line calls."""

import ast
from collections.abc import Iterator
from pathlib import Path

import builder

ROOM = Path(builder.__file__).parent
# The award's year as a folder is what the desk alone works with; it is built of the same functions.
OF_THE_YEAR = "builder.pipeline.year."
# What decides anything about an award, a file or a score.
OF_THE_DOMAIN = (
    *("verify", "kit", "word", "panel", "editions", "letters", "overview", "book", "ooxml"),
    *("formula", "write", "read", "notice", "form"),
)
# Data, words and plain names out of those rooms, which decide nothing.
ONLY_SHOWN = {
    "builder.kit.planning.NO_OFFICE",
    "builder.formula.blank.visible",
    "builder.formula.render.plain_number",
    "builder.book.book_plan.BookPlan",
    "builder.book.sheet.Formula",
    "builder.book.sheet.Merge",
    "builder.book.sheet.SheetPlan",
    "builder.book.sheet.Visibility",
    "builder.notice.question.Decisions",
    # What lays out the pages of any document, the notice's too.
    "builder.notice.reading.converted.converted",
    "builder.notice.reading.converted.office_program",
    "builder.ooxml.refusal.RefusedError",
    "builder.notice.question.Question",
    "builder.notice.told.account_lines",
    "builder.word.parts.CriterionLine",
    "builder.word.parts.DocumentPlan",
    "builder.word.parts.DocumentSection",
    "builder.word.parts.Form",
    "builder.word.parts.Table",
    "builder.word.parts.WordPart",
}
# Names that say where something lies, how it is put there or of which type it is, with which no
# command deals.
PLAIN = {
    "builder.pipeline.files.file_digest",
    "builder.pipeline.files.file_mark",
    "builder.pipeline.files.move_aside",
    "builder.pipeline.files.write_whole",
    "builder.pipeline.files.WrittenFiles",
    "builder.pipeline.file_names.safe_file_name",
    "builder.pipeline.kits_of_scheme.Opened",
    "builder.pipeline.kits_of_scheme.OpenedKits",
    "builder.pipeline.net.within_net",
    "builder.pipeline.own_outputs.write_unless_kept",
    "builder.pipeline.panel.key_file.key_place",
    "builder.pipeline.panel.panel_files.EARLIER",
    "builder.pipeline.panel.panel_files.WITHDRAWN",
    "builder.pipeline.panel.record_files.RANKING_FILE",
    "builder.pipeline.panel.record_files.RECORD_FILE",
    "builder.pipeline.stages.issuing.task_file",
}
# What each step of a panel is done by, whoever asks for it.
STEPS = {
    "builder.pipeline.panel.assigning.assign",
    "builder.pipeline.panel.reviewing.write_reviews",
    "builder.pipeline.panel.amending.amend_reviews",
    "builder.pipeline.panel.progress.look_at",
    "builder.pipeline.panel.merging.merge",
    "builder.pipeline.panel.final.finish",
    "builder.pipeline.stages.issuing.issue",
    "builder.pipeline.stages.ending.end",
    "builder.pipeline.stages.papers.write_papers",
    "builder.pipeline.panel.archiving.freeze",
    "builder.pipeline.panel.tracing.trace_number",
}

# By what a scheme is written as tables and read back, whoever asks for it.
TABLES = {"builder.pipeline.form.write_form", "builder.pipeline.form.read_form"}

# What a command is told of an order of a panel, and a desk is not: its folder has a place for it.
IN_ITS_PLACE = {("ReviewOrder", "key"), ("FinalOrder", "key")}


def ordered(room: str) -> set[tuple[str, str]]:
    """What the files of a room say of each order and ask of a trace: its name, and the field."""
    found = set()
    for path in sorted((ROOM / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                called = node.func.id
                if called.endswith("Order") or called == "trace_number":
                    found |= {(called, one.arg) for one in node.keywords if one.arg}
    return found


def imported(room: str) -> Iterator[str]:
    """Everything that the files of a room import from this program."""
    for path in sorted((ROOM / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("builder."):
                yield from (f"{node.module}.{name.name}" for name in node.names)


def test_what_the_desk_asks_of_the_pipeline_a_command_asks_too() -> None:
    desk = {one for one in imported("desk") if one.startswith("builder.pipeline.")}
    own = {one for one in desk if one.startswith(OF_THE_YEAR)}
    assert desk - own - PLAIN <= set(imported("cli"))
    assert {one for one in PLAIN if one not in desk} == set()


def test_every_step_of_a_panel_and_a_form_is_one_function_for_both() -> None:
    assert set(imported("desk")) >= STEPS | TABLES
    assert set(imported("cli")) >= STEPS | TABLES


def test_what_a_command_can_be_told_of_a_panel_a_page_can_be_told_too() -> None:
    panel = {one.rpartition(".")[2] for one in imported("desk") if one.endswith("Order")}
    command = {(name, field) for name, field in ordered("cli") if name in {*panel, "trace_number"}}
    assert command - ordered("desk") == IN_ITS_PLACE
    assert ("FinalOrder", "phrase") in command


def test_nothing_of_the_domain_lives_in_the_desk() -> None:
    rooms = tuple(f"builder.{room}." for room in OF_THE_DOMAIN)
    found = {one for one in imported("desk") if one.startswith(rooms)}
    assert found == ONLY_SHOWN


def test_only_the_command_knows_the_desk() -> None:
    files = [path for path in ROOM.rglob("*.py") if ROOM / "desk" not in path.parents]
    know = [path.name for path in files if "builder.desk" in path.read_text("utf-8")]
    assert know == ["desk_command.py"]

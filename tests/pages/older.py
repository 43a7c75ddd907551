"""What is said of files of examples and of older kits, and what a workbook has for its report."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.book.evaluation import Evaluation
from builder.kit.older_layouts import OlderWorkbook
from builder.kit.sheet_names import EVIDENCE, METRICS, SCORING
from builder.verify.checks.older import check_older
from builder.verify.checks.older_charts import check_older_charts
from builder.verify.checks.older_table import check_older_table
from builder.verify.cross.entries import entries_for
from builder.verify.trace import trace
from builder.word.planning import plan_document
from tests.examples import sown, sown_joins
from tests.examples.joined_cases import CASES, verdict_of, verifier
from tests.examples.worked import EXAMPLES, example_plan, worked
from tests.layouts.otherwise import moved_columns, renamed_sheet, reworded
from tests.layouts.test_meaning import BEFORE, KEPT, SHUFFLED, held
from tests.pages.reading import finding_lines, lines_of, verdict_lines
from tests.pages.verdicts import of_files
from tests.support.reports import complete_held
from tests.support.workbooks import MINHANG, SUIHUA, WUHAN_INDIVIDUAL, shipped_scheme


def _examples() -> Iterator[str]:
    return of_files(sown.files_of(kind)[0] for kind in sown.KINDS)


def _joins() -> Iterator[str]:
    for kind in sown_joins.KINDS:
        one = sown_joins.files_of(kind)[0]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "returned.xlsx"
            path.write_bytes(one.make())
            verdict = verifier(one.case.scheme).verify(path)
        yield f"# {kind.__name__} {one.case.name}"
        yield from verdict_lines(verdict)


def _conclusions() -> Iterator[str]:
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            verdict = verdict_of(case, Path(folder))
        yield f"# {case.name}"
        yield from verdict_lines(verdict)


def _traced() -> Iterator[str]:
    for scheme_id in EXAMPLES:
        plan = example_plan(scheme_id)
        for case in worked(scheme_id):
            yield f"# {case.name}"
            yield from trace(plan, Evaluation(plan, case.answers))


# What somebody did to a workbook of an older layout.
_CHANGED = {
    "原样": KEPT,
    "改了一句话": reworded(KEPT, "使全体员工理解和认同", "使员工理解和认同"),
    "公式变成值": reworded(KEPT, ', "formula"]', "]"),
    "一格公式变成值": reworded(KEPT, '{"number": "14"}, "formula"]', '{"number": "14"}]'),
    "列换了地方": moved_columns(KEPT, SCORING, SHUFFLED),
    "测量项目的列换了地方": moved_columns(KEPT, METRICS, {3: 4, 4: 3}),
    "证据表改名": renamed_sheet(KEPT, EVIDENCE, "证据"),
    "分数改成文字": reworded(KEPT, '{"number": "14"}', '"十四"'),
}


def _older() -> Iterator[str]:
    for what, text in _CHANGED.items():
        found = held(text, BEFORE if what != "证据表改名" else OlderWorkbook(number="3"))
        yield f"# {what}"
        yield " ".join(f"{name}={cell.value}" for name, cell in found.filled.items())
        for check in (check_older, check_older_table, check_older_charts):
            for finding in check(found):
                yield from finding_lines(finding)


def _entries() -> Iterator[str]:
    for kit in (MINHANG, SUIHUA, WUHAN_INDIVIDUAL):
        yield from lines_of(entries_for(plan_document(shipped_scheme(kit)), complete_held(kit)))


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "问题-示例": _examples,
    "问题-合成": _joins,
    "结论": _conclusions,
    "计分": _traced,
    "旧版式": _older,
    "填入申报材料": _entries,
}

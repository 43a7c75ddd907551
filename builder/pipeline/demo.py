"""The whole way once: build, fill in as an applicant would, verify what came back."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.book.evaluation import Evaluation
from builder.book.naming import indicator_name, row_name
from builder.book.sheet import CellPlan
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import EVIDENCE_TABLE, METRICS_TABLE
from builder.load.example import Example, ExampleEvidence, read_example
from builder.load.library import shipped_folder
from builder.model.verdict import Verdict
from builder.pipeline.choosing import Wanted
from builder.pipeline.kit import build_kit
from builder.pipeline.kit_names import filled_file_name
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.own_outputs import write_one
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import read_look, workbook_bytes

SCHEME = "pengjiang-manufacturing"


@frozen
class Demo:
    """What was written, what stood in the way, and the verdict on the filled workbook."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict | None = None


def run_demo(folder: Path) -> Demo:
    """Build the kit into ``folder``, fill its workbook with three faults, and verify it."""
    built = build_kit(SCHEME, folder, None)
    opened = open_kits(SCHEME, Wanted())
    look = read_look(shipped_folder("templates") / "xlsx" / "kit.xlsx")
    example = read_example(shipped_folder("examples") / f"{SCHEME}.yaml")
    findings = (*built.findings, *example.findings)
    if example.said is None or not built.paths or not opened.plans or isinstance(look, Finding):
        return Demo(paths=built.paths, findings=findings)
    plan = opened.plans[0]
    filled = folder / filled_file_name(opened.kits[0])
    faulty = _with_total(plan, example.said.typed_total)
    failure = write_one(filled, workbook_bytes(faulty, look, typed_answers(example.said, plan)))
    if failure:
        return Demo(paths=built.paths, findings=(*findings, failure))
    verdict = Verifier().verify(filled)
    return Demo(paths=(*built.paths, filled), findings=findings, verdict=verdict)


def typed_answers(example: Example, plan: KitPlan) -> dict[str, Value]:
    """An applicant's answers by input name."""
    labels = {leaf.code: leaf.label for leaf in plan.leaves}
    answers: dict[str, Value] = dict(example.applicant)
    row = 0
    for answer in example.answers:
        answers[indicator_name("score", answer.code)] = answer.score
        answers[indicator_name("note", answer.code)] = answer.note
        for evidence in answer.evidence:
            row += 1
            for key, value in _row(evidence, labels, answer.code).items():
                answers[row_name(EVIDENCE_TABLE, row, key)] = value
    return answers | _figures(example, plan)


def _row(evidence: ExampleEvidence, labels: Mapping[str, str], code: str) -> dict[str, str]:
    """What is typed into a row of the evidence table, by the key of its column."""
    typed = {"indicator": labels[code]}
    typed |= {
        key: getattr(evidence, key)
        for key in ("name", "kind", "issuer", "issued", "until", "page", "file")
    }
    typed |= {f"also_{place}": labels[each] for place, each in enumerate(evidence.also, start=1)}
    return {key: value for key, value in typed.items() if value}


def _figures(example: Example, plan: KitPlan) -> dict[str, Value]:
    """The applicant's figures in the rows that ask for them."""
    if plan.metrics is None:
        return {}
    printed = Evaluation(plan, {})
    places = {
        (row.indicator, printed.value(row.name)): place
        for place, row in enumerate(plan.metrics.rows, start=1)
    }
    answers: dict[str, Value] = {}
    for figure in example.figures:
        place = places[figure.code, figure.name]
        typed = {f"y{year}": number for year, number in enumerate(figure.years, start=1)}
        typed |= {key: getattr(figure, key) for key in ("source", "benchmark", "unit")}
        answers |= {
            row_name(METRICS_TABLE, place, key): value
            for key, value in typed.items()
            if value != ""
        }
    return answers


def _with_total(plan: KitPlan, typed: Decimal) -> KitPlan:
    """The workbook after somebody typed a number over the formula of the total."""

    def cell_of(cell: CellPlan) -> CellPlan:
        over = (cell.row, cell.column) == (plan.total.row, plan.total.column)
        return replace(cell, content=typed) if over else cell

    sheets = tuple(
        replace(sheet, cells=tuple(map(cell_of, sheet.cells)))
        if sheet.name == plan.total.sheet
        else sheet
        for sheet in plan.sheets
    )
    return replace(plan, sheets=sheets)

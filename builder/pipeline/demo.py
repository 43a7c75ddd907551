"""The whole way once: build, fill in as a company would, verify what came back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.load.library import shipped_folder
from builder.model.verdict import Verdict
from builder.pipeline.choosing import Wanted
from builder.pipeline.demo_answers import ANSWERS, APPLICANT, SCHEME, TYPED_TOTAL, Proof
from builder.pipeline.demo_figures import FIGURES
from builder.pipeline.files import write_whole
from builder.pipeline.kit import build_kit
from builder.pipeline.opening import open_kits
from builder.pipeline.verify import Verifier
from builder.plan.build import plan_workbook
from builder.plan.evaluation import Evaluation
from builder.plan.naming import indicator_name, row_name
from builder.plan.sheet import CellPlan
from builder.plan.sheet_names import EVIDENCE_TABLE, METRICS_TABLE
from builder.plan.workbook import KitPlan
from builder.write.xlsx.workbook import read_look, workbook_bytes

_FILLED = "pengjiang-manufacturing-自评打分表（已填）.xlsx"


@dataclass(frozen=True, kw_only=True)
class Demo:
    """What was written, what stood in the way, and the verdict on the filled workbook."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict | None


def run_demo(folder: Path) -> Demo:
    """Build the kit into ``folder``, fill its workbook with three faults, and verify it."""
    built = build_kit(SCHEME, folder, None)
    kits = open_kits(SCHEME, Wanted()).kits
    look = read_look(shipped_folder("templates") / "xlsx" / "kit.xlsx")
    if not built.paths or not kits or isinstance(look, Finding):
        return Demo(paths=built.paths, findings=built.findings, verdict=None)
    plan = plan_workbook(kits[0])
    filled = folder / _FILLED
    content = workbook_bytes(_with_typed_total(plan), look, demo_answers(plan))
    failure = write_whole(filled, content)
    if failure:
        return Demo(paths=built.paths, findings=(*built.findings, failure), verdict=None)
    verdict = Verifier().verify(filled)
    return Demo(paths=(*built.paths, filled), findings=built.findings, verdict=verdict)


def demo_answers(plan: KitPlan) -> dict[str, Value]:
    """A company's answers by input name, one score over its cap and one without evidence."""
    labels = {leaf.code: leaf.label for leaf in plan.leaves}
    answers: dict[str, Value] = dict(APPLICANT)
    row = 0
    for answer in ANSWERS:
        answers[indicator_name("score", answer.code)] = Decimal(answer.score)
        answers[indicator_name("note", answer.code)] = answer.note
        for proof in answer.evidence:
            row += 1
            for key, value in _proof(proof, labels, answer.code).items():
                answers[row_name(EVIDENCE_TABLE, row, key)] = value
    return answers | _figures(plan)


def _proof(proof: Proof, labels: Mapping[str, str], code: str) -> dict[str, str]:
    """What is typed into a row of the evidence table, by the key of its column."""
    typed = {
        "indicator": labels[code],
        "name": proof.name,
        "kind": proof.kind,
        "issuer": proof.issuer,
        "issued": proof.issued,
        "until": proof.until,
        "page": proof.page,
        "file": proof.file,
    }
    typed |= {f"also_{place}": labels[other] for place, other in enumerate(proof.also, start=1)}
    return {key: value for key, value in typed.items() if value}


def _figures(plan: KitPlan) -> dict[str, Value]:
    """The company's figures in the rows that ask for them."""
    if plan.metrics is None:
        return {}
    printed = Evaluation(plan, {})
    places = {
        (row.indicator, printed.value(row.name)): place
        for place, row in enumerate(plan.metrics.rows, start=1)
    }
    answers: dict[str, Value] = {}
    for figure in FIGURES:
        place = places[figure.code, figure.name]
        typed: dict[str, Value] = {
            f"y{year}": Decimal(number) for year, number in enumerate(figure.years, start=1)
        }
        typed |= {"source": figure.source}
        typed |= {"benchmark": figure.benchmark} if figure.benchmark else {}
        typed |= {"unit": figure.unit} if figure.unit else {}
        answers |= {row_name(METRICS_TABLE, place, key): value for key, value in typed.items()}
    return answers


def _with_typed_total(plan: KitPlan) -> KitPlan:
    """The workbook after somebody typed a number over the formula of the total."""
    sheets = tuple(
        replace(sheet, cells=tuple(_typed(cell, plan.total) for cell in sheet.cells))
        if sheet.name == plan.total.sheet
        else sheet
        for sheet in plan.sheets
    )
    return replace(plan, sheets=sheets)


def _typed(cell: CellPlan, total: Cell) -> CellPlan:
    if (cell.row, cell.column) == (total.row, total.column):
        return replace(cell, content=TYPED_TOTAL)
    return cell

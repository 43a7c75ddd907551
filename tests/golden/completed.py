"""The workbook of a case: its plan, its answers by input name, its verdict."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from builder.book.book_plan import InputKind
from builder.book.naming import indicator_name, row_name
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.load.library import shipped_folder
from builder.model.verdict import Verdict
from builder.pipeline.choosing import Wanted
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.verify import Verifier
from tests.golden.case import Case
from tests.support.answers import field_answers, figure, judgement
from tests.support.workbooks import filled_bytes, shipped_plan


def plan_of(case: Case, folder: Path) -> KitPlan:
    """The plan of the kit that was filled in; an office's own scheme is written to ``folder``."""
    if _is_own(case):
        opened = open_kits(str(_own_scheme(case, folder)), Wanted(options=case.choice))
        assert opened.kits, opened.findings
        return plan_workbook(opened.kits[0])
    pairs = (f"{name}={option}" for name, option in case.choice.items())
    return shipped_plan(" ".join((case.scheme, *pairs, case.scale)).strip())


def _is_own(case: Case) -> bool:
    return bool(case.correction or case.weights)


def _own_scheme(case: Case, folder: Path) -> Path:
    """A copy of the scheme's file with the case's correction or weights, as an office enters it."""
    printed = (shipped_folder("schemes") / f"{case.scheme}.md").read_text(encoding="utf-8")
    begin, front, body = printed.split("---\n", 2)
    if case.correction:
        front += "\n".join(("corrections:", *_entry(case.correction), ""))
    if case.discrepancy:
        entry = "\n".join(_entry(case.discrepancy))
        front = front.replace("\ndiscrepancies:\n", f"\ndiscrepancies:\n{entry}\n")
    if case.weights:
        weights = (line for weight in case.weights for line in _entry(weight))
        front += "\n".join(("weights:", *weights, ""))
    path = folder / f"{case.scheme}.md"
    path.write_text(f"{begin}---\n{front}---\n{body}", encoding="utf-8")
    return path


def _entry(parts: Mapping[str, str]) -> list[str]:
    lines = [f"    {key}: {_quoted(key, value)}" for key, value in parts.items()]
    return [f"  - {lines[0].lstrip()}", *lines[1:]]


def _quoted(key: str, value: str) -> str:
    return f'"{value}"' if key in ("where", "item", "clause") else value


def answers_of(case: Case, plan: KitPlan) -> dict[str, Value]:
    """The answers by input name; one for an input that the kit lacks raises ``KeyError``."""
    answers = field_answers(plan)
    for (kind, code), value in case.answers.items():
        if kind == "judged" and isinstance(value, Decimal):
            answers |= judgement(plan, code, value)
        else:
            answers[indicator_name(kind, code)] = value
    answers |= _confirmations(case, plan)
    answers |= _figures(case, plan)
    for row, proof in enumerate(_evidence(case, plan, answers), start=1):
        answers |= {row_name(EVIDENCE_TABLE, row, key): said for key, said in proof.items()}
    known = {item.name for item in plan.inputs}
    answers |= _note(case, plan, known - answers.keys())
    strange = {*answers} - known
    if strange:
        raise KeyError(sorted(strange))
    return answers


def _note(case: Case, plan: KitPlan, free: set[str]) -> dict[str, Value]:
    """An explanation of one score of which nothing is expected: without any, that is told."""
    told = {line.partition(" ")[2] for line in case.expected.findings}
    names = (indicator_name("note", leaf.code) for leaf in plan.leaves if leaf.code not in told)
    return dict.fromkeys([*free.intersection(names)][:1], "做法、数据和结果见申报材料。")


def _confirmations(case: Case, plan: KitPlan) -> dict[str, Value]:
    """Every confirmation of the kit, by its own entry or by ``others``, then its proof."""
    answers: dict[str, Value] = {}
    for item in plan.inputs:
        if item.kind is InputKind.CONFIRMATION:
            kind = item.name.partition("_")[0]
            said = {indicator_name(of, code): both for (of, code), both in case.answered.items()}
            answer, proof = said.get(item.name) or said.get(f"{kind}_others") or (None, None)
            answers[item.name] = answer
            answers[item.name.replace(kind, f"{kind}_proof", 1)] = proof
    return answers


def _figures(case: Case, plan: KitPlan) -> dict[str, Value]:
    """One whole row of figures under every item whose band may demand some."""
    rows = {
        demand.rows[0].name.row
        for demand in plan.demands
        if demand.code not in case.without_figures
    }
    return {
        item.name: figure(item)
        for item in plan.inputs
        if item.kind is InputKind.METRIC and item.cell.row in rows
    }


def _evidence(
    case: Case, plan: KitPlan, answers: Mapping[str, Value]
) -> Iterator[Mapping[str, str]]:
    """One valid row for every score above 0 that the case does not leave out, then its own rows.

    A percent computed from weighed clauses counts as above 0.
    """
    labels = {leaf.code: leaf.label for leaf in plan.leaves}
    for leaf in plan.leaves:
        typed = {item.cell: item.name for item in plan.inputs}.get(leaf.score, "")
        given = Decimal(1) if leaf.computed else answers.get(typed)
        if isinstance(given, Decimal) and given > 0 and leaf.code not in case.without_evidence:
            yield {"indicator": leaf.label, "name": f"{leaf.label}证明材料"}
    for row in case.more_evidence:
        yield {key: labels.get(said, said) for key, said in row.items()}


@cache
def _shipped_verifier() -> Verifier:
    return Verifier()


def verdict_of(case: Case, folder: Path) -> Verdict:
    """The verdict on the case's file, written to ``folder``."""
    plan = plan_of(case, folder)
    path = folder / "returned.xlsx"
    path.write_bytes(filled_bytes(plan, answers_of(case, plan)))
    if _is_own(case):
        return Verifier(own_schemes((folder / f"{case.scheme}.md",))[0]).verify(path)
    return _shipped_verifier().verify(path)

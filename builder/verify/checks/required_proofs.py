"""The kinds of evidence that a notice requires, and whether they are registered."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import EVIDENCE
from builder.model.compared_text import squeezed
from builder.verify.held import Held, written_evidence


def check_required_proofs(held: Held[KitPlan]) -> Iterator[Finding]:
    """One finding for every scored leaf whose evidence lacks a kind it must have.

    A leaf without any evidence is told as such.
    """
    asked = [leaf for leaf in held.plan.leaves if leaf.proofs]
    if not asked or EVIDENCE not in held.alignment.sheets:
        return
    registered: dict[str, str] = {}
    for row in written_evidence(held):
        words = squeezed(f"{held.said(row.name)}\n{held.said(row.kind)}")
        for cell in row.indicators:
            label = held.said(cell).casefold()
            registered[label] = f"{registered.get(label, '')}\n{words}"
    for leaf in asked:
        words = registered.get(leaf.label.casefold(), "")
        missing = [kind for kind in leaf.proofs if squeezed(kind) not in words]
        if words and missing and held.exact.points(leaf.counted) > 0 and held.holds(leaf.counted):
            yield held.finding(
                "QA708",
                leaf.counted,
                indicator=leaf.code,
                expected="、".join(missing),
                label=leaf.label,
            )

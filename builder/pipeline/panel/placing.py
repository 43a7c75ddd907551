"""The outcomes of a panel put in their places: category by category, gate by gate."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.book.evaluation import Evaluation
from builder.book.naming import indicator_name
from builder.findings.finding import Finding, Place, has_errors
from builder.frozen import frozen
from builder.model.panel.record import Merged, Outcome
from builder.panel.results.order import by_material, crowded, gate_of, ranked
from builder.pipeline.panel.categories import read_categories
from builder.pipeline.panel.planning import consensus_plan
from builder.pipeline.panel.rules_held import CATEGORIES, not_there
from builder.pipeline.verify import Verifier


@frozen
class Placed:
    """The outcomes from the first place on, none where they cannot be, and what is said of them."""

    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]


def placed(
    outcomes: Sequence[Outcome], merged: Merged, listed: Path | None, verifier: Verifier
) -> Placed:
    """The outcomes ranked by the rules; ``listed`` is the office's list of categories, if any."""
    sorted_out = categorised(outcomes, merged, listed)
    if has_errors(sorted_out.findings):
        return sorted_out
    gated = gated_outcomes(sorted_out.outcomes, merged, verifier)
    findings = tuple(_unfit(gated, merged))
    if findings:
        return Placed(outcomes=(), findings=findings)
    found = ranked(gated, merged.rules)
    return Placed(outcomes=found, findings=tuple(told_shared(found, merged)))


def material_alone(
    outcomes: Sequence[Outcome], merged: Merged, listed: Path | None, verifier: Verifier
) -> Placed:
    """The outcomes of the material alone, each shortlisted if it takes one to the site."""
    gate = merged.rules.shortlist
    if gate is None:
        return Placed(
            outcomes=(),
            findings=(Finding.at("QA1151", Place(path=merged.source), actual="入围现场"),),
        )
    sorted_out = categorised(outcomes, merged, listed)
    if has_errors(sorted_out.findings):
        return sorted_out
    known = [
        replace(one, material=material_total(merged, one, verifier)) for one in sorted_out.outcomes
    ]
    found = tuple(
        replace(one, shortlisted=not one.out, out=False)
        for one in by_material(known, gate, merged.rules)
    )
    place = Place(path=merged.source)
    hints = tuple(_shared(found, lambda _: gate.places, "进入现场评审", place))
    return Placed(outcomes=found, findings=hints)


def categorised(outcomes: Sequence[Outcome], merged: Merged, listed: Path | None) -> Placed:
    """The outcomes with their categories; every category of the rules must be one of them."""
    place = Place(path=merged.source)
    if listed is not None:
        read = read_categories(listed, merged.task)
        if read.findings:
            return Placed(outcomes=(), findings=read.findings)
        place = Place(path=str(listed))
        outcomes = [replace(one, category=read.by_applicant[one.applicant]) for one in outcomes]
    known = tuple(dict.fromkeys(word for one in outcomes for word in one.categories))
    asked = (rule.category for rule in merged.rules.categories)
    findings = tuple(not_there(CATEGORIES, asked, known, place, "（没有给出类别）"))
    return Placed(outcomes=() if findings else tuple(outcomes), findings=findings)


def gated_outcomes(
    outcomes: Sequence[Outcome], merged: Merged, verifier: Verifier
) -> tuple[Outcome, ...]:
    """The outcomes with what the material alone came to, and whom it did not take to the site."""
    gate = merged.rules.shortlist
    if gate is None:
        return tuple(outcomes)
    known = [
        replace(one, material=material_total(merged, one, verifier), out=False) for one in outcomes
    ]
    out = {one.applicant: one.out for one in by_material(known, gate, merged.rules)}
    return tuple(replace(one, out=out[one.applicant]) for one in known)


def material_total(merged: Merged, outcome: Outcome, verifier: Verifier) -> Decimal:
    """The total of an applicant without any score of the site."""
    plan = consensus_plan(merged, outcome.applicant, verifier)
    agreed = {indicator_name("agreed", code): points for code, points in outcome.agreed.items()}
    return Evaluation(plan, agreed).points(plan.total)


def _unfit(outcomes: Sequence[Outcome], merged: Merged) -> Iterator[Finding]:
    """Who was to be visited and was not wholly, and who was although the material had failed."""
    if merged.rules.shortlist is None:
        return
    for one in outcomes:
        place, called = Place(path=one.file), merged.task.name(one.applicant)
        missing = [code for code in one.joined if code not in one.site]
        if one.out and one.site:
            yield Finding.at("QA1149", place, applicant=called)
        elif not one.out and missing:
            yield Finding.at(
                "QA961", place, actual=str(len(missing)), applicant=called, label=missing[0]
            )


def told_shared(outcomes: Sequence[Outcome], merged: Merged) -> Iterator[Finding]:
    """A hint for each group in which more are shortlisted than there are places."""
    place = Place(path=merged.source)
    return _shared(outcomes, lambda one: gate_of(one, merged.rules).places, "入围", place)


def _shared(
    outcomes: Sequence[Outcome],
    most_of: Callable[[Outcome], int | None],
    stage: str,
    place: Place,
) -> Iterator[Finding]:
    for group in dict.fromkeys(one.group for one in outcomes):
        own = [one for one in outcomes if one.group == group]
        most = most_of(own[0])
        inside = crowded((one.place for one in own if one.shortlisted), most)
        if inside:
            yield Finding.at(
                "QA1150", place, expected=str(most), actual=str(inside), group=group, stage=stage
            )

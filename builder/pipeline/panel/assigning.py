"""``builder assign``: a table of who reviews whom is proposed for an office to change."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from builder.findings.finding import Finding, Place, has_more_than_hints
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.firm_names import Likeness, likeness
from builder.model.office import FieldKind
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Reviewer
from builder.panel.assignment_book import AssignmentTable, FirmLine, PersonLine, plan_assignment
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import write_unless_kept
from builder.pipeline.panel.avoiding import avoiding
from builder.pipeline.panel.materials import Applicant, gather
from builder.pipeline.panel.reviewers import ReviewerList, read_reviewers
from builder.pipeline.panel.solving import Demand, NoSolverError, Solved, solve
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import read_look, workbook_bytes

_TOLD = 6


@frozen
class AssignOrder:
    """What an office asks for: applicants, reviewers, its rules, where to write.

    ``least`` is how many reviewers each applicant gets, 0 where only the rules say it; ``most``
    how many applicants each reviewer gets at most, 0 for as many as it takes.
    """

    files: tuple[Path, ...]
    reviewers: Path
    rules: PanelRules
    target: Path
    template: Path
    least: int = 0
    most: int = 0


def assign(order: AssignOrder, verifier: Verifier) -> WrittenFiles:
    """Write the table; nothing where somebody would be left short."""
    least = order.least or order.rules.least
    most = order.most or order.rules.most or 0
    listed = read_reviewers(order.reviewers)
    gathered = gather(order.files, verifier)
    look = read_look(order.template)
    firms = gathered.applicants
    names = tuple(one.material.applicant for one in firms)
    place = Place(path=str(order.reviewers))
    people = listed.reviewers if names else ()
    apart = avoiding(people, names if people else (), place)
    findings = (*listed.findings, *gathered.findings, *apart.findings)
    if isinstance(look, Finding):
        return WrittenFiles(findings=(*findings, look))
    if has_more_than_hints(findings) or not firms:
        return WrittenFiles(findings=findings)
    fields = {one.material.applicant: _field(one) for one in firms}
    demand = _demand(listed, names, fields, apart.conflicts, least, most or len(names))
    findings = (*findings, *_unknown_fields(listed, fields, place))
    try:
        solved = solve(demand)
    except NoSolverError as missing:
        return WrittenFiles(findings=(*findings, Finding.at("QA1100", place, actual=str(missing))))
    if solved.short:
        short = shortages(demand, solved, people, names, place)
        return WrittenFiles(findings=(*findings, *short))
    table = _table(listed, names, fields, apart.conflicts, demand, solved)
    alone = tuple(
        Finding.at("QA1101", order.target, applicant=firm.name)
        for firm in table.firms
        if not firm.substitute
    )
    content = workbook_bytes(plan_assignment(table), look, {})
    done = write_unless_kept(order.target.parent, {order.target.name: content})
    return WrittenFiles(paths=done.paths, findings=(*findings, *alone, *done.findings))


def _field(applicant: Applicant) -> str:
    """The industry an applicant gave, and what was chosen for its kit."""
    said = [one.answer for one in applicant.said if one.kind is FieldKind.INDUSTRY]
    pairs = applicant.material.identity.choice.split("；")
    chosen = (pair.partition("=")[2] for pair in pairs)
    return "　".join(dict.fromkeys(filter(None, (*said, *chosen))))


def _demand(
    listed: ReviewerList,
    names: Sequence[str],
    fields: Mapping[str, str],
    conflicts: frozenset[tuple[str, str]],
    least: int,
    most: int,
) -> Demand:
    eligible = {
        (person, firm)
        for person, reviewer in enumerate(listed.reviewers)
        for firm, name in enumerate(names)
        if (reviewer.code, name) not in conflicts
    }
    expert = {
        (person, firm)
        for person, firm in eligible
        if any(
            _knows(word, fields[names[firm]])
            for word in listed.fields_of(listed.reviewers[person].code)
        )
    }
    return Demand(
        reviewers=len(listed.reviewers),
        applicants=len(names),
        eligible=frozenset(eligible),
        expert=frozenset(expert),
        least=least,
        most=most,
    )


def _knows(word: str, field: str) -> bool:
    """Whether what a reviewer knows names an industry, or is named in it."""
    return bool(field) and any(
        likeness(word, one) is not Likeness.NONE for one in field.split("　") if one
    )


def _unknown_fields(
    listed: ReviewerList, fields: Mapping[str, str], place: Place
) -> Iterator[Finding]:
    for reviewer in listed.reviewers:
        for word in listed.fields_of(reviewer.code):
            if not any(_knows(word, field) for field in fields.values()):
                yield Finding.at("QA1102", place, actual=word, reviewer=reviewer.name)


def shortages(
    demand: Demand, solved: Solved, people: Sequence[Reviewer], names: Sequence[str], place: Place
) -> Iterator[Finding]:
    """Who is short of reviewers, and by which limit."""
    eligible = demand.eligible
    free_of = [
        [people[person].name for person, one in sorted(eligible) if one == firm]
        for firm in range(demand.applicants)
    ]
    wanted = sum(min(demand.least, len(free)) for free in free_of)
    room = sum(
        min(demand.most, sum(one == person for one, _ in eligible))
        for person in range(demand.reviewers)
    )
    for firm, gap in solved.short:
        free = free_of[firm]
        if len(free) < demand.least:
            apart = [one.name for one in people if one.name not in free]
            why = f"须回避的有 {_listed(apart)}，可派的只有 {_listed(free)}"
        elif room < wanted:
            continue
        else:
            why = f"可派的 {_listed(free)} 每人至多评 {demand.most} 家，都排满了"
        yield Finding.at(
            "QA1098",
            place,
            expected=str(demand.least),
            actual=str(demand.least - gap),
            applicant=names[firm],
            why=why,
        )
    if room < wanted:
        yield Finding.at(
            "QA1099",
            place,
            expected=str(wanted),
            actual=str(room),
            firms=str(demand.applicants),
            least=str(demand.least),
            people=str(demand.reviewers),
            most=str(demand.most),
            gap=str(wanted - room),
        )


def _listed(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 位" if len(names) > _TOLD else ""
    return f"{'、'.join(names[:_TOLD])}{more}" if names else "（没有）"


def _table(
    listed: ReviewerList,
    names: Sequence[str],
    fields: Mapping[str, str],
    conflicts: frozenset[tuple[str, str]],
    demand: Demand,
    solved: Solved,
) -> AssignmentTable:
    people = listed.reviewers
    called = {one.code: one for one in people}
    substitutes = dict(solved.substitutes)
    return AssignmentTable(
        people=tuple(
            PersonLine(
                name=one.name,
                role=one.role,
                unit="、".join(one.units),
                fields="、".join(listed.fields_of(one.code)),
            )
            for one in people
        ),
        firms=tuple(
            FirmLine(
                name=name,
                field=fields[name],
                reviewers=tuple(
                    one.name for place, one in enumerate(people) if (place, firm) in solved.pairs
                ),
                substitute=people[substitutes[firm]].name if firm in substitutes else "",
            )
            for firm, name in enumerate(names)
        ),
        apart=tuple(
            (name, called[code].name, _why(called[code], name)) for code, name in sorted(conflicts)
        ),
        least=demand.least,
        most=demand.most,
    )


def _why(reviewer: Reviewer, name: str) -> str:
    own = any(likeness(unit, name) is not Likeness.NONE for unit in reviewer.units)
    named = any(
        reduced(word) in reduced(name) or reduced(name) in reduced(word) for word in reviewer.avoids
    )
    return "名单写明回避" if named or not own else "评审员自己的单位"

"""现场核查单: the questions of all reviewers about one applicant, to be taken along."""

from collections.abc import Mapping

from builder.frozen import frozen
from builder.kit.printed_text import holdable
from builder.model.office import Office
from builder.model.panel.record import Merged


@frozen
class SiteQuestion:
    """One question: its number, what it is about, and its words."""

    number: str
    indicator: str
    words: str


@frozen
class SiteCheckPlan:
    """The list for one applicant."""

    applicant: str
    award: str
    run: str
    office: str
    questions: tuple[SiteQuestion, ...]


def plan_site_check(
    merged: Merged, applicant: str, labels: Mapping[str, str], award: str, office: Office
) -> SiteCheckPlan:
    """The questions in official order, each once however many reviewers ask it."""
    asked = [
        (label, line.strip())
        for code, label in labels.items()
        for one in merged.of(applicant)
        for line in one.questions.get(code, "").split("\n")
        if line.strip()
    ]
    return SiteCheckPlan(
        applicant=holdable(merged.task.name(applicant)),
        award=award,
        run=merged.task.run,
        office=holdable(office.name) or "（主办单位）",
        questions=tuple(
            SiteQuestion(number=str(number), indicator=holdable(label), words=holdable(words))
            for number, (label, words) in enumerate(dict.fromkeys(asked), start=1)
        ),
    )

"""现场核查单: the questions of all reviewers about one applicant, to be taken along."""

from collections.abc import Mapping

from builder.frozen import frozen
from builder.kit.printed_text import holdable
from builder.model.compared_text import reduced
from builder.model.office import Office
from builder.model.panel.record import Merged


@frozen
class SiteQuestion:
    """One question: its number, the indicators it is about, and its words."""

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
    """Every question once, under all indicators it is asked of, in official order.

    A blind panel's list does not say whose it is but by the applicant's code.
    """
    asked: dict[str, tuple[str, list[str]]] = {}
    for code, label in labels.items():
        for one in merged.of(applicant):
            for line in map(str.strip, one.questions.get(code, "").split("\n")):
                if line:
                    _, about = asked.setdefault(_same(line), (line, []))
                    about += () if label in about else (label,)
    task = merged.task
    called = task.applicant(applicant).applicant if task.blind else task.name(applicant)
    return SiteCheckPlan(
        applicant=holdable(called),
        award=award,
        run=task.run,
        office=holdable(office.name) or "（主办单位）",
        questions=tuple(
            SiteQuestion(
                number=str(number), indicator=holdable("\n".join(about)), words=holdable(words)
            )
            for number, (words, about) in enumerate(asked.values(), start=1)
        ),
    )


def _same(line: str) -> str:
    """A question as it is compared: without its ending, blanks and differences of width."""
    return reduced(line).rstrip("。?!.;")

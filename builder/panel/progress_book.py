"""The workbook of a round's progress, and the reminders to those who are late."""

from collections.abc import Iterator

from builder.book.book_plan import BookPlan
from builder.book.sheet import SheetPlan
from builder.model.panel.progress import Progress
from builder.panel.review.tables import text_table

_MATRIX, _SEATS, _REMINDERS = "进度", "明细", "催交"
# Reviewers side by side that are still printed at a size that reads.
_PEOPLE = 9
_SEAT_HEADINGS = ("评审表", "评审员", "申报者", "状态", "说明")
_SEAT_WIDTHS = (12.0, 16.0, 34.0, 18.0, 80.0)


def plan_progress(progress: Progress) -> BookPlan:
    """Reviewers by applicants at a glance, every seat, and what to write to whom."""
    matrices = _matrices(progress)
    people, firms = dict(progress.reviewers), dict(progress.applicants)
    seats = text_table(
        _SEATS,
        _SEAT_HEADINGS,
        _SEAT_WIDTHS,
        (
            (
                f"{seat.reviewer}-{seat.applicant}",
                people[seat.reviewer],
                firms[seat.applicant],
                "、".join(seat.states),
                "\n".join(seat.told),
            )
            for seat in progress.seats
        ),
    )
    letters = reminders(progress)
    told = text_table(
        _REMINDERS,
        ("编号", "评审员", "催交的话"),
        (8.0, 16.0, 110.0),
        ((code, people[code], text) for code, text in letters) if letters else (("", "", "无"),),
    )
    sheets = (*matrices, seats, told)
    return BookPlan(title=f"评审进度　{progress.run}", sheets=sheets)


def _matrices(progress: Progress) -> Iterator[SheetPlan]:
    """A row for every applicant, a column for every reviewer, as many sheets as paper asks for."""
    people = progress.reviewers
    parts = [people[start : start + _PEOPLE] for start in range(0, len(people), _PEOPLE)]
    for number, part in enumerate(parts, start=1):
        done = (
            f"{sum(seat.is_done for seat in progress.of(code))}/{len(progress.of(code))}"
            for code, _ in part
        )
        yield text_table(
            _MATRIX if len(parts) == 1 else f"{_MATRIX}{number}",
            ("编号", "申报者", *(f"{code}\n{name}" for code, name in part)),
            (8.0, 34.0, *(13.0 for _ in part)),
            (
                ("", "已收回", *done),
                *(_row(progress, code, name, part) for code, name in progress.applicants),
            ),
        )


def _row(
    progress: Progress, applicant: str, name: str, people: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    states = {(seat.reviewer, seat.applicant): "、".join(seat.states) for seat in progress.seats}
    return (applicant, name, *(states.get((code, applicant), "—") for code, _ in people))


def reminders(progress: Progress) -> tuple[tuple[str, str], ...]:
    """A text to each reviewer of whom something is still asked, by the reviewer's code."""
    found = ((code, _reminder(progress, code, name)) for code, name in progress.reviewers)
    return tuple((code, text) for code, text in found if text)


def _reminder(progress: Progress, code: str, name: str) -> str:
    late = [seat for seat in progress.of(code) if not seat.is_done]
    if not late:
        return ""
    lines = (
        f"　{number}. {seat.reviewer}-{seat.applicant}：{'、'.join(seat.states)}"
        + "".join(f"\n　　{words}" for words in seat.told)
        for number, seat in enumerate(late, start=1)
    )
    return "\n".join(
        (
            f"{name}老师：",
            f"您好！本轮评审（{progress.run}）您还有 {len(late)} 份评审表需要处理：",
            *lines,
            "请在原来发给您的文件里补齐后交回。谢谢！",
        )
    )

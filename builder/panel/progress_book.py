"""The workbook of a round's progress, and the reminders to those who are late."""

from builder.book.book_plan import BookPlan
from builder.model.panel.progress import Progress
from builder.panel.review.tables import text_table

_MATRIX, _SEATS, _REMINDERS = "进度", "明细", "催交"
_SEAT_HEADINGS = ("评审表", "评审员", "申报者", "状态", "说明")
_SEAT_WIDTHS = (12.0, 16.0, 34.0, 18.0, 80.0)


def plan_progress(progress: Progress) -> BookPlan:
    """Reviewers by applicants at a glance, every seat, and what to write to whom."""
    matrix = text_table(
        _MATRIX,
        ("编号", "评审员", "已收回", *(code for code, _ in progress.applicants)),
        (8.0, 16.0, 10.0, *(12.0 for _ in progress.applicants)),
        (_row(progress, code, name) for code, name in progress.reviewers),
    )
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
    sheets = (matrix, seats, told)
    return BookPlan(
        title=f"评审进度　{progress.run}", page_note="", sheets=sheets, inputs=(), names=()
    )


def _row(progress: Progress, code: str, name: str) -> tuple[str, ...]:
    own = {seat.applicant: seat for seat in progress.of(code)}
    done = sum(seat.is_done for seat in own.values())
    words = ("、".join(own[firm].states) if firm in own else "—" for firm, _ in progress.applicants)
    return (code, name, f"{done}/{len(own)}", *words)


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

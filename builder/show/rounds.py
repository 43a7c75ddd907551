"""What became of a file since its applicant handed it in before, in one line."""

from collections.abc import Iterable, Iterator

from builder.frozen import frozen


@frozen
class Round:
    """How many faults an applicant's file had before, and how many of them it has still.

    ``more`` are those that it had not.
    """

    applicant: str
    file: str
    before: int
    still: int
    more: int


def round_lines(rounds: Iterable[Round]) -> Iterator[str]:
    """One line for every file that was handed in before."""
    told = tuple(rounds)
    if told:
        yield "与上次提交的相比（错误和警告）："
    for one in told:
        more = f"，新有 {one.more} 处" if one.more else ""
        yield (
            f"  {one.applicant}　{one.file}　上次 {one.before} 处，"
            f"已改 {one.before - one.still} 处，还剩 {one.still} 处{more}"
        )

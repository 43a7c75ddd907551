"""The ledger in words for a terminal, and a submission for other programs."""

from collections.abc import Iterable, Iterator, Mapping

from builder.ledger.rows import LogLine, State, Submission
from builder.show.plain import Json, picked


def ledger_lines(title: str, counts: Mapping[State, int], acts: Iterable[LogLine]) -> Iterator[str]:
    """How much is how far, and what was done last, with the numbers by which it is undone."""
    whole = sum(counts.values())
    each = "　".join(f"{state.label} {counts[state]}" for state in State if counts[state])
    yield f"{title}：{whole} 份{f'（{each}）' if each else ''}"
    told = tuple(acts)
    if told:
        yield "最近的记录（--undo 编号 可以撤销）："
    for one in told:
        undone = "（已撤销）" if one.undone else ""
        words = f"　{one.words}" if one.words else ""
        by = one.by or "（不详）"
        at = one.at[:16].replace("T", " ")
        yield f"  {one.act}　{at}　{by}　{one.deed.label} {one.files} 个文件{words}{undone}"


def submission_json(row: Submission) -> dict[str, Json]:
    """A row of the ledger."""
    return picked(
        row,
        *("path", "applicant", "award", "scheme", "kit", "material", "number", "current"),
        *("state", "score", "maximum", "parts", "errors", "warnings", "hints"),
        *("at", "by", "deadline", "letters", "remark", "file", "called", "digest", "delivery"),
    )

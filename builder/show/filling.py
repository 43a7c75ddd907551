"""What was filled into a report, as lines and as JSON."""

from collections.abc import Iterator

from builder.show.plain import Json
from builder.word.filling import Change, FilledReport, Outcome

_DONE = (Outcome.WRITTEN, Outcome.UPDATED)
# So much of a text is shown.
_SHOWN = 30
# So many are named in one line.
_NAMED = 5


def filling_lines(made: FilledReport) -> Iterator[str]:
    """What was written under each heading, and the counts."""
    done = [change for change in made.changes if change.outcome in _DONE]
    headings = dict.fromkeys(change.heading for change in done)
    for heading in headings:
        yield f"【{heading}】"
        for change in done:
            if change.heading == heading:
                before = f"（原为“{_cut(change.before)}”）" if change.before.strip() else ""
                yield f"  {change.outcome.value} {change.what}：{_cut(change.text)}{before}"
    written = sum(change.outcome is Outcome.WRITTEN for change in done)
    yield f"填入 {written} 处，更新 {len(done) - written} 处，原来就相同 {made.same} 处。"
    if made.unasked:
        named = "、".join(made.unasked[:_NAMED])
        more = "等" if len(made.unasked) > _NAMED else ""
        yield f"申报材料没有要求的数据 {len(made.unasked)} 项，只在评分表里：{named}{more}。"


def change_json(change: Change) -> dict[str, Json]:
    """One change: where, what, what was done, what stood there and what was to."""
    return {
        "heading": change.heading,
        "what": change.what,
        "outcome": change.outcome.value,
        "before": change.before,
        "text": change.text,
    }


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"

"""What long work tells while it is at it, in lines that one process writes and another reads."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.files import WrittenFiles

# A finding as a page shows it.
Shown = dict[str, str]
_ONE_LINE_AT_MOST = 2_000_000


@frozen
class Told:
    """How far the work is, of how much; a sentence, findings, and in the end what came of it."""

    done: int | None = None
    total: int | None = None
    said: str = ""
    findings: tuple[Finding, ...] = ()
    outcome: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, written: WrittenFiles) -> Self:
        """How many files were written, and what was found."""
        said = f"写入 {len(written.paths)} 个文件" if written.paths else "什么也没有写"
        return cls(findings=written.findings, said=said)


Tell = Callable[[Told], None]


def shown(finding: Finding) -> Shown:
    """A finding in the words and keys of a page."""
    return {
        "kind": finding.rule.severity.value,
        "word": finding.rule.severity.label,
        "code": finding.code,
        "place": str(finding.place),
        "message": finding.message,
        "fix": finding.fix,
    }


def line_of(told: Told) -> str:
    """What is told, as one line."""
    said: dict[str, Any] = {}
    if told.done is not None:
        said["done"] = told.done
    if told.total is not None:
        said["total"] = told.total
    if told.said:
        said["said"] = told.said
    if told.findings:
        said["findings"] = [shown(one) for one in told.findings]
    if told.outcome is not None:
        said["outcome"] = dict(told.outcome)
    return json.dumps(said, ensure_ascii=True)


def lines_read(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """What each line says; one that is none of ours says nothing."""
    for line in lines:
        try:
            said = json.loads(line[:_ONE_LINE_AT_MOST])
        except ValueError:
            continue
        if isinstance(said, dict):
            yield said

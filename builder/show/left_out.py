"""What was handed in and not verified, as JSON and as lines on the terminal."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.frozen import frozen
from builder.show.plain import Json, finding_json

# More files than these of one folder for one reason are told in one line.
_MOST_LINES = 2


def others_words(left_out: int, missing: int = 0, *, evidence: int = 0) -> str:
    """How many files have no verdict of their own; empty where all have.

    They were left out with a reason, count as ``evidence``, or a run broke off before it reached
    them.
    """
    told = (
        f"另有 {left_out} 个文件没有核验，原因已列出" if left_out else "",
        f"另有 {evidence} 个文件算作证据" if evidence else "",
        f"没有核验完，还有 {missing} 个文件没有轮到" if missing else "",
    )
    return "；".join(filter(None, told))


def left_out_json(finding: Finding) -> dict[str, Json]:
    """One file that was not verified, with the keys that a verdict has."""
    return {
        "path": finding.place.path,
        "scheme": None,
        "award": None,
        "applicant": None,
        "status": "left_out",
        "score": None,
        "trace": [],
        "evidence": {},
        "findings": [finding_json(finding)],
    }


def evidence_json(finding: Finding) -> dict[str, Json]:
    """One file that counts as evidence, with the keys that a verdict has."""
    return {**left_out_json(finding), "status": "evidence", "findings": []}


def left_out_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Every file with the reason, many of a kind in one folder together; each remedy once."""
    if findings:
        yield "没有核验的文件："
    told: set[str] = set()
    for one in grouped(findings):
        first = one.first
        for where in one.places:
            yield f"  {first.rule.severity.label} {first.code} {where}　{first.message}"
        if first.fix not in told:
            yield f"      办法：{first.fix}"
            told.add(first.fix)


@frozen
class LeftOut:
    """The files of one folder that were left out for one reason; ``places`` say which."""

    first: Finding
    count: int
    places: tuple[str, ...]


def grouped(findings: Sequence[Finding]) -> tuple[LeftOut, ...]:
    """What was left out by folder and reason, what weighs most first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        key = (str(PurePath(one.place.path).parent), one.message)
        groups.setdefault(key, []).append(one)
    found = (_group(folder, files) for (folder, _), files in groups.items())
    order = [*Severity]
    return tuple(sorted(found, key=lambda one: order.index(one.first.rule.severity)))


def _group(folder: str, files: Sequence[Finding]) -> LeftOut:
    first = files[0]
    places = tuple(one.place.path for one in files)
    if len(files) > _MOST_LINES:
        name = PurePath(first.place.path).name
        places = (f"{folder} 里的 {name} 等 {len(files)} 个文件",)
    return LeftOut(first=first, count=len(files), places=places)

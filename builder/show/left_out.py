"""What was handed in and not verified, as JSON and as lines on the terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from builder.findings.finding import Finding
from builder.show.plain import Json, finding_json

# So many files of one folder for one reason are told in one line.
_MOST_LINES = 5


def others_words(left_out: int, missing: int = 0) -> str:
    """How many files were left out with a reason, and how many a run that broke off never reached.

    Empty where there are none of either.
    """
    told = (
        f"另有 {left_out} 个文件没有核验，原因已列出" if left_out else "",
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


def left_out_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Every file with the reason, many of a kind in one folder together; each remedy once."""
    if findings:
        yield "没有核验的文件："
    told: set[str] = set()
    for (folder, _), group in groupby(findings, key=_kind):
        files = [*group]
        first = files[0]
        if len(files) > _MOST_LINES:
            name = PurePath(first.place.path).name
            where = f"{folder} 里的 {name} 等 {len(files)} 个文件"
            yield f"  {first.rule.severity.label} {first.code} {where}　{first.message}"
        else:
            for one in files:
                yield f"  {one.rule.severity.label} {one.code} {one.place.path}　{one.message}"
        if first.fix not in told:
            yield f"      办法：{first.fix}"
            told.add(first.fix)


def _kind(finding: Finding) -> tuple[str, str]:
    return str(PurePath(finding.place.path).parent), finding.message

"""Verdicts as JSON and as lines on the terminal."""

from collections.abc import Iterator, Sequence

from builder.findings.finding import Finding, Place
from builder.formula.render import shown_number
from builder.model.verdict import Conclusion, EvidenceState, Status, Verdict
from builder.show.plain import Json, finding_json, picked


def verdict_json(verdict: Verdict) -> dict[str, Json]:
    """One file's verdict; ``score`` is ``None`` for a file that could not be verified."""
    score = verdict.score
    return {
        "path": verdict.path,
        "scheme": verdict.scheme or None,
        "award": verdict.award or None,
        "applicant": verdict.applicant or None,
        "status": verdict.status,
        "score": None if score is None else picked(score, "total", "maximum", "by_indicator"),
        **picked(verdict, "trace", "evidence"),
        **({} if verdict.conclusion is None else picked(verdict, "conclusion")),
        "findings": [finding_json(finding) for finding in verdict.findings],
    }


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """One file: a headline with its score, then every finding with its remedy."""
    yield f"【{verdict.status.label}】{verdict.path}"
    if verdict.score is not None:
        applicant = verdict.applicant or "（未填申报者）"
        total, most = (shown_number(n) for n in (verdict.score.total, verdict.score.maximum))
        yield f"  {applicant}　{verdict.called}　核验得分 {total} / {most}"
    elif verdict.report:
        yield f"  {verdict.applicant or '（未填申报者）'}　{verdict.called}　申报材料"
    for sentence in verdict.trace:
        yield f"  计分　{sentence}"
    if verdict.conclusion is not None:
        yield f"  结论　{conclusion_line(verdict.conclusion)}"
    if verdict.evidence:
        yield f"  证据　{evidence_line(verdict)}"
    for finding in verdict.findings:
        yield from finding_lines(finding, under=verdict.path)


def alike_lines(verdicts: Sequence[Verdict], alone: Sequence[Verdict]) -> Iterator[str]:
    """What shows of each file only beside the others; ``alone`` is what was told of it before."""
    for verdict, before in zip(verdicts, alone, strict=True):
        more = [one for one in verdict.findings if one not in before.findings]
        if more:
            yield f"【{verdict.status.label}】{verdict.path}　与同批的其他文件比较"
        for finding in more:
            yield from finding_lines(finding, under=verdict.path)


def conclusion_line(conclusion: Conclusion) -> str:
    """The level, and how many gates are met, not met or still open."""
    level = f"等级：{conclusion.level}；" if conclusion.level else ""
    states = [gate.state for gate in conclusion.gates]
    counts = "，".join(f"{state} {states.count(state)} 项" for state in dict.fromkeys(states))
    return f"{level}门槛：{counts}。" if states else f"{level[:-1]}。"


def evidence_line(verdict: Verdict) -> str:
    """How many indicators with points are proved how far."""
    states = [*verdict.evidence.values()]
    counts = ((state, states.count(state)) for state in reversed(EvidenceState))
    return "，".join(f"{state.label} {count} 项" for state, count in counts)


def finding_lines(finding: Finding, under: str = "") -> Iterator[str]:
    """One finding: severity, code, place and message, then what to do.

    ``under`` is the file under whose name it is listed, which need not be said again.
    """
    place = finding.place
    named = place.line or (place == Place(path=place.path) and place.path != under)
    where = str(place) if named else place.within()
    yield f"  {finding.rule.severity.label} {finding.code} {where}　{finding.message}"
    yield f"      办法：{finding.fix}"


def lint_lines(findings: tuple[Finding, ...], *, schemes: int, templates: int = 0) -> Iterator[str]:
    """Every finding about schemes and templates, then how many of each there were."""
    for finding in findings:
        yield from finding_lines(finding)
    counts = ((schemes, "个方案"), (templates, "个模板"))
    files = "、".join(f"{count} {words}" for count, words in counts if count)
    yield f"检查 {files}，发现 {len(findings)} 个问题。"


def closing_line(verdicts: Sequence[Verdict], others: str = "") -> str:
    """How many files were verified and how they came out, and what is said of ``others``."""
    counts = [
        f"{status.label} {sum(verdict.status is status for verdict in verdicts)}"
        for status in Status
    ]
    return f"核验 {len(verdicts)} 个文件：{'，'.join(counts)}{'；' * bool(others)}{others}。"

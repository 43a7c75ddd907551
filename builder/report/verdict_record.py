"""A verdict as one line of a results file, and back, with nothing lost on the way."""

from decimal import Decimal, InvalidOperation

from builder.findings.finding import Finding, Place
from builder.model.verdict import Part, ProofState, Score, Status, Verdict
from builder.report.plain import Json, decimal_text


def verdict_record(verdict: Verdict) -> dict[str, Json]:
    """All of a verdict, numbers as exact texts."""
    score = verdict.score
    return {
        "path": verdict.path,
        "status": verdict.status.value,
        "scheme": verdict.scheme,
        "award": verdict.award,
        "kit": verdict.kit,
        "organisation": verdict.organisation,
        "score": None
        if score is None
        else {
            "total": decimal_text(score.total),
            "maximum": decimal_text(score.maximum),
            "by_indicator": {code: decimal_text(n) for code, n in score.by_indicator.items()},
            "stated": decimal_text(score.stated),
            "parts": [
                [part.label, decimal_text(part.points), decimal_text(part.score)]
                for part in score.parts
            ],
        },
        "findings": [_finding_record(finding) for finding in verdict.findings],
        "trace": list(verdict.trace),
        "evidence": {code: state.value for code, state in verdict.evidence.items()},
    }


def verdict_of(record: Json) -> Verdict | None:
    """The verdict that a record holds, ``None`` where it is not one of ours."""
    try:
        return _verdict(record)
    except (TypeError, KeyError, ValueError, InvalidOperation, AttributeError):
        return None


def _finding_record(finding: Finding) -> dict[str, Json]:
    place = finding.place
    return {
        "code": finding.code,
        "place": {
            "path": place.path,
            "sheet": place.sheet,
            "cell": place.cell,
            "indicator": place.indicator,
            "bookmark": place.bookmark,
        },
        "expected": finding.expected,
        "actual": finding.actual,
        "details": dict(finding.details),
    }


def _verdict(record: Json) -> Verdict:
    whole = _mapping(record)
    score = whole["score"]
    return Verdict(
        path=_text(whole["path"]),
        status=Status(_text(whole["status"])),
        scheme=_text(whole["scheme"]),
        award=_text(whole["award"]),
        kit=_text(whole["kit"]),
        organisation=_text(whole["organisation"]),
        score=None if score is None else _score(_mapping(score)),
        findings=tuple(_finding(_mapping(each)) for each in _items(whole["findings"])),
        trace=tuple(_text(each) for each in _items(whole["trace"])),
        evidence={
            code: ProofState(_text(state)) for code, state in _mapping(whole["evidence"]).items()
        },
    )


def _score(record: dict[str, Json]) -> Score:
    by_indicator = _mapping(record["by_indicator"])
    return Score(
        total=Decimal(_text(record["total"])),
        maximum=Decimal(_text(record["maximum"])),
        by_indicator={code: Decimal(_text(n)) for code, n in by_indicator.items()},
        stated=Decimal(_text(record["stated"])),
        parts=tuple(map(_part, _items(record["parts"]))),
    )


def _part(record: Json) -> Part:
    label, points, score = map(_text, _items(record))
    return Part(label=label, points=Decimal(points), score=Decimal(score))


def _finding(record: dict[str, Json]) -> Finding:
    place = _mapping(record["place"])
    return Finding(
        code=_text(record["code"]),
        place=Place(
            path=_text(place["path"]),
            sheet=_text(place["sheet"]),
            cell=_text(place["cell"]),
            indicator=_text(place["indicator"]),
            bookmark=_text(place["bookmark"]),
        ),
        expected=_text(record["expected"]),
        actual=_text(record["actual"]),
        details={key: _text(value) for key, value in _mapping(record["details"]).items()},
    )


def _mapping(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _items(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value

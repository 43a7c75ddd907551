"""What the files of one run have in common that they should not: told of each of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.findings.finding import Finding
from builder.model.compared_text import reduced
from builder.model.returned_document import is_document
from builder.model.verdict import Verdict
from builder.pipeline.run import Verified
from builder.verify.judged import status_of

# How many other files one sentence names.
_QUOTED = 3
_Key = tuple[str, ...]


def with_alike(verified: Iterable[Verified]) -> list[Verified]:
    """The files of a run, each with the findings that only show beside the others."""
    verified = list(verified)
    found = alike([one.verdict for one in verified])
    return [
        replace(one, verdict=_joined(one.verdict, found[place])) if place in found else one
        for place, one in enumerate(verified)
    ]


def alike(verdicts: Sequence[Verdict]) -> Mapping[int, tuple[Finding, ...]]:
    """What is to be told of the verdicts at these places."""
    found: dict[int, list[Finding]] = {}
    for code, key, differ in _QUESTIONS:
        for places in _groups(verdicts, key):
            for place in places:
                one = verdicts[place]
                others = [verdicts[each] for each in places if each != place]
                if differ:
                    others = [each for each in others if _called(each) != _called(one)]
                if others:
                    found.setdefault(place, []).append(_finding(code, one, others))
    return {place: tuple(findings) for place, findings in found.items()}


def _joined(verdict: Verdict, findings: tuple[Finding, ...]) -> Verdict:
    findings = (*verdict.findings, *findings)
    return replace(verdict, findings=findings, status=status_of(findings))


def _groups(
    verdicts: Sequence[Verdict], key: Callable[[Verdict], _Key]
) -> Iterator[tuple[int, ...]]:
    """The places of verdicts with the same key; one of which nothing is known is like no other."""
    groups: dict[_Key, list[int]] = {}
    for place, verdict in enumerate(verdicts):
        found = key(verdict)
        if all(found):
            groups.setdefault(found, []).append(place)
    return (tuple(places) for places in groups.values() if len(places) > 1)


def _called(verdict: Verdict) -> str:
    return reduced(verdict.applicant).casefold()


def _kind(verdict: Verdict) -> str:
    return "report" if is_document(verdict.path) else "workbook"


def _by_code(verdict: Verdict) -> _Key:
    return (verdict.credit_code,)


def _by_contents(verdict: Verdict) -> _Key:
    return (verdict.contents, _kind(verdict))


def _by_name(verdict: Verdict) -> _Key:
    return (_called(verdict), verdict.scheme, _kind(verdict), f"{verdict.kit} ")


# The finding, what files have in common, and whether only those of different applicants count.
_QUESTIONS: tuple[tuple[str, Callable[[Verdict], _Key], bool], ...] = (
    ("QA603", _by_code, True),
    ("QA604", _by_name, False),
    ("QA605", _by_contents, True),
)


def _finding(code: str, one: Verdict, others: Sequence[Verdict]) -> Finding:
    files = "、".join(
        f"“{other.applicant or '（未填申报者）'}”（{other.path}）" for other in others[:_QUOTED]
    )
    more = f"等 {len(others)} 个文件" if len(others) > _QUOTED else ""
    return Finding.at(
        code,
        one.path,
        expected=f"{files}{more}",
        actual=one.credit_code if code == "QA603" else str(len(others) + 1),
        applicant=one.applicant or "（未填申报者）",
    )

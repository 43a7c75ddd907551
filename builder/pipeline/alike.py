"""What the files of one run have in common that they should not: told of each of them."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import PurePath

from builder.findings.finding import Finding
from builder.model.compared_text import reduced
from builder.model.verdict import Status, Verdict
from builder.pipeline.halves import halves
from builder.pipeline.run import Verified
from builder.verify.judged import status_of
from builder.verify.unfilled import BLANK_REPORT, BLANK_WORKBOOK

# How many other files one sentence names.
_QUOTED = 3
_NAMELESS = "（未填申报者）"
# From so many sentences and this share of the shorter file on, one is copied from the other.
_FEWEST, _SHARE, _COMMON = 10, 0.5, 30
_Key = tuple[str, ...]


def with_alike(verified: Iterable[Verified], left_out: Sequence[Finding] = ()) -> list[Verified]:
    """The files of a run, each with the findings that only show beside the others.

    A kit that nobody filled in is no fault where the same one lies there filled in.
    """
    verified = list(verified)
    originals = _originals([one.verdict for one in verified])
    verified = [
        replace(one, verdict=originals[place]) if place in originals else one
        for place, one in enumerate(verified)
    ]
    told = [one for place, one in enumerate(verified) if place not in originals]
    found = alike([one.verdict for one in told])
    alone = halves(told, left_out)
    joined = iter(
        replace(one, verdict=_joined(one.verdict, more)) if more else one
        for place, one in enumerate(told)
        for more in [(*found.get(place, ()), *((alone[place],) if place in alone else ()))]
    )
    return [one if place in originals else next(joined) for place, one in enumerate(verified)]


def _originals(verdicts: Sequence[Verdict]) -> Mapping[int, Verdict]:
    """The verdicts on blank kits of which a filled one lies beside, told as what they are."""
    found: dict[int, Verdict] = {}
    for place, one in enumerate(verdicts):
        if not _is_blank(one):
            continue
        for other in verdicts:
            same = (other.report, other.scheme, other.kit) == (one.report, one.scheme, one.kit)
            if same and not _is_blank(other) and _is_beside(one, other):
                told = Finding.at("QA606", one.path, expected=PurePath(other.path).name)
                found[place] = replace(one, findings=(told,), status=Status.CLEAN)
                break
    return found


def _is_blank(verdict: Verdict) -> bool:
    return any(one.code in (BLANK_WORKBOOK, BLANK_REPORT) for one in verdict.findings)


def _is_beside(one: Verdict, other: Verdict) -> bool:
    """Whether a filled kit is that of the same applicant, or of whoever put the blank one there."""
    if one.applicant:
        return _called(one) == _called(other)
    folder = PurePath(one.path).parent
    return folder == PurePath(other.path).parent and folder != PurePath()


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
    for place, near in sorted(_nearly(verdicts).items()):
        found.setdefault(place, []).append(_copied(verdicts, place, near))
    return {place: tuple(findings) for place, findings in found.items()}


def _nearly(verdicts: Sequence[Verdict]) -> Mapping[int, tuple[tuple[int, int], ...]]:
    """The files in which most of what stands in one stands as well, and how many sentences."""
    # Nearly all sentences of a province stand in one file only: of these nothing is kept.
    every = array("q", (hash(each) for one in verdicts for each in one.sentences))
    twice = {one for one, other in pairwise(sorted(every)) if one == other}
    holders: dict[str, list[int]] = {}
    lengths: list[int] = []
    for place, one in enumerate(verdicts):
        said = one.sentences
        lengths.append(len(said))
        for sentence in said:
            if hash(sentence) in twice:
                holders.setdefault(sentence, []).append(place)
    # What so many say comes from none of them.
    shared = (places for places in holders.values() if 1 < len(places) <= _COMMON)
    counted = Counter(pair for places in shared for pair in combinations(places, 2))
    found: dict[int, list[tuple[int, int]]] = {}
    for (first, second), count in sorted(counted.items()):
        one, other = verdicts[first], verdicts[second]
        enough = max(_FEWEST, _SHARE * min(lengths[first], lengths[second]))
        apart = _called(one) != _called(other) and _by_contents(one) != _by_contents(other)
        if count >= enough and apart and _kind(one) == _kind(other):
            found.setdefault(first, []).append((second, count))
            found.setdefault(second, []).append((first, count))
    return {place: tuple(near) for place, near in found.items()}


def _copied(verdicts: Sequence[Verdict], place: int, near: Sequence[tuple[int, int]]) -> Finding:
    """The hint about a file of which most stands in another."""
    one = verdicts[place]
    most = max(count for _, count in near)
    return Finding.at(
        "QA608",
        one.path,
        expected=_files([verdicts[each] for each, _ in near]),
        actual=str(most),
        applicant=one.applicant or _NAMELESS,
        whole=str(len(one.sentences)),
    )


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
    return "report" if verdict.report else "workbook"


def _by_code(verdict: Verdict) -> _Key:
    return (verdict.credit_code,)


def _by_contents(verdict: Verdict) -> _Key:
    return (verdict.whole, _kind(verdict))


def _by_name(verdict: Verdict) -> _Key:
    return (_called(verdict), verdict.scheme, _kind(verdict), f"{verdict.kit} ")


# The finding, what files have in common, and whether only those of different applicants count.
_QUESTIONS: tuple[tuple[str, Callable[[Verdict], _Key], bool], ...] = (
    ("QA603", _by_code, True),
    ("QA604", _by_name, False),
    ("QA605", _by_contents, True),
)


def _finding(code: str, one: Verdict, others: Sequence[Verdict]) -> Finding:
    files = _files(others)
    same = {_by_contents(each) for each in others} == {_by_contents(one)}
    if code == "QA604" and one.whole and same:
        files += "，除基本信息外填写的内容完全相同"
    return Finding.at(
        code,
        one.path,
        expected=files,
        actual=one.credit_code if code == "QA603" else str(len(others) + 1),
        applicant=one.applicant or _NAMELESS,
    )


def _files(verdicts: Sequence[Verdict]) -> str:
    files = "、".join(f"“{one.applicant or _NAMELESS}”（{one.path}）" for one in verdicts[:_QUOTED])
    return f"{files}等 {len(verdicts)} 个文件" if len(verdicts) > _QUOTED else files

"""A second round: what an applicant mended, by the results that were kept of the first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from builder.findings.rule import Severity
from builder.model.compared_text import reduced
from builder.model.faults import Fault, faults_of
from builder.model.material import material_of
from builder.model.verdict import Verdict
from builder.pipeline.results import Results, digest_in
from builder.pipeline.run import Verified
from builder.show.rounds import Round


def since_before(verified: Sequence[Verified], kept: Results) -> Iterator[Round]:
    """Every file whose applicant handed in another of the same award and kind before.

    What lies among the files now was not handed in before, even if it was verified then.
    """
    if not kept.known:
        return
    now = {digest_in(kept.key(one.file)) for one in verified if one.file is not None}
    before = _handed_in_before(kept.known, now)
    for one in verified:
        earlier = before.get(_whose(one.verdict)) if one.verdict.applicant else None
        if earlier is not None:
            faults, had = _faults(one.verdict), _faults(earlier)
            yield Round(
                applicant=one.verdict.applicant,
                file=PurePath(one.verdict.path).name,
                before=had.total(),
                still=(had & faults).total(),
                more=(faults - had).total(),
            )


def _handed_in_before(
    known: Mapping[str, Verdict], now: set[str]
) -> dict[tuple[str, ...], Verdict]:
    """The last verdict on each applicant's file of each kind that is not there any more."""
    gone = (verdict for key, verdict in known.items() if digest_in(key) not in now)
    return {_whose(verdict): verdict for verdict in gone if verdict.applicant}


def _whose(verdict: Verdict) -> tuple[str, ...]:
    applicant = reduced(verdict.applicant).casefold()
    return (applicant, verdict.scheme, material_of(verdict.path))


def _faults(verdict: Verdict) -> Counter[Fault]:
    """Where which faults are; what only asks for a look is none."""
    return Counter(
        fault
        for one in verdict.findings
        if one.rule.severity is not Severity.HINT
        for fault in faults_of(one)
    )

"""Records of panels made by hand, so that what follows from them can be worked out by hand."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from builder.model.identity import Identity
from builder.model.panel.material import Material
from builder.model.panel.record import Merged, Outcome, PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.stages import Ballot, StageHeld, StageKind, StageTask
from builder.model.panel.task import Opinion, PanelTask, Reviewer, Seat

MOST = Decimal(500)
IDENTITY = Identity(
    scheme="s", edition="1", fingerprint="f", layout="K1", choice="", scale="direct"
)


def opinion(reviewer: str, applicant: str, points: Mapping[str, str]) -> Opinion:
    """What a reviewer gave, indicator by indicator."""
    given = {code: Decimal(score) for code, score in points.items()}
    return Opinion(
        reviewer=reviewer,
        applicant=applicant,
        file=f"{reviewer}-{applicant}.xlsx",
        digest="0" * 64,
        points=given,
        cells=dict.fromkeys(given, "评审打分!F5"),
    )


def record_by_hand(
    totals: Mapping[str, str],
    rules: PanelRules | None = None,
    categories: Mapping[str, str] | None = None,
    opinions: Sequence[Opinion] = (),
) -> PanelRecord:
    """The record of a panel in which each applicant came to this total."""
    people = tuple(dict.fromkeys(one.reviewer for one in opinions)) or ("R1",)
    task = PanelTask(
        run="一轮",
        blind=False,
        reviewers=tuple(Reviewer(code=code, name=f"评审{code}") for code in people),
        applicants=tuple(
            Material(code=code, applicant=f"单位{code}", file="f", digest="d", identity=IDENTITY)
            for code in totals
        ),
        seats=tuple(
            Seat(reviewer=who, applicant=whom, file=f"{who}-{whom}.xlsx")
            for who in people
            for whom in totals
        ),
        names=tuple((code, f"单位{code}") for code in totals),
    )
    return PanelRecord(
        merged=Merged(
            task=task, rules=rules or PanelRules(), opinions=tuple(opinions), left_out=()
        ),
        outcomes=tuple(
            outcome(code, total, (categories or {}).get(code, "")) for code, total in totals.items()
        ),
        labels={"1": "1 领导", "2": "2 结果"},
        corrections=(),
        version="0",
    )


def outcome(applicant: str, total: str, category: str = "") -> Outcome:
    """An outcome with nothing but its total."""
    return Outcome(
        applicant=applicant,
        kit="某奖",
        file=f"{applicant}.xlsx",
        digest="0" * 64,
        leader="组长",
        signed_on="2026-11-25",
        agreed={},
        reasons={},
        site={},
        joined={},
        points={},
        parts=(),
        total=Decimal(total),
        stated=MOST,
        maximum=MOST,
        category=category,
    )


def held_by_hand(
    kind: StageKind,
    given: Mapping[str, Sequence[str]],
    barred: Sequence[tuple[str, str]] = (),
    absent: Sequence[str] = (),
) -> StageHeld:
    """A stage in which the members M1, M2 … gave each applicant these, in their order."""
    count = len(next(iter(given.values())))
    members = tuple(Reviewer(code=f"M{n}", name=f"评委{n}") for n in range(1, count + 1))
    task = StageTask(
        run="一轮-0",
        kind=kind,
        record="0" * 64,
        members=members,
        applicants=tuple(given),
        barred=tuple(barred),
    )
    ballots = tuple(
        Ballot(
            member=one.code,
            file=f"{one.code}.xlsx",
            digest="0" * 64,
            signed=one.name,
            signed_on="",
            given={whom: said[place] for whom, said in given.items()},
            cells={},
        )
        for place, one in enumerate(members)
        if one.code not in absent
    )
    return StageHeld(task=task, ballots=ballots, absent=tuple(absent))

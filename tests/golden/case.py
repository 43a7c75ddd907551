"""A completed self-assessment as readable data, and what the notice's rules make of it.

A file of ``tests/golden/<scheme-id>/`` holds one case. ``"1.1.1.*": [5, 4]`` stands for
``"1.1.1.1": 5`` and ``"1.1.1.2": 4``; ``~`` leaves a cell blank; ``55%`` is the fraction 0.55;
numbers are exact. A judgement that is a bare percent has chosen the band that it lies in. The
arithmetic of every expected number stands in the comment beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Self

from builder.formula.value import Value
from tests.golden.written import (
    Written,
    list_of,
    mapping,
    note,
    number,
    spread,
    texts,
    value,
    written_in,
)

FOLDER = Path(__file__).parent
_KEYS = {
    "choice",
    "scale",
    "correction",
    "discrepancy",
    "weights",
    "scores",
    "judgements",
    "clauses",
    "notes",
    "applicant",
    "evidence",
    "without_evidence",
    "more_evidence",
    "figures",
    "without_figures",
    "adjustments",
    "eligibility",
    "vetoes",
    "expected",
}
_EXPECTED_KEYS = {"scores", "total", "maximum", "findings", "summary"}


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the case must come to: every score, the total, the most attainable, the findings.

    ``findings`` are sorted lines of a code and, where there is one, the indicator; ``summary`` are
    pieces of what the sheet 汇总 must say.
    """

    scores: Mapping[str, Decimal]
    total: Decimal
    maximum: Decimal
    findings: tuple[str, ...]
    summary: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One file: the kit, what was filled in, and what is expected.

    ``answers`` hold the values by kind of input and code, as in ``("score", "1.1")``; ``answered``
    holds those of 资格与否决, where the code ``others`` stands for every code not named. What
    基本信息 asks has good answers, except those under ``applicant``; and where a band may demand
    figures one row has them, except under the items ``without_figures``.
    """

    scheme: str
    name: str
    choice: Mapping[str, str]
    scale: str
    correction: Mapping[str, str]
    discrepancy: Mapping[str, str]
    weights: tuple[Mapping[str, str], ...]
    answers: Mapping[tuple[str, str], Value]
    answered: Mapping[tuple[str, str], tuple[Value, Value]]
    without_evidence: tuple[str, ...]
    more_evidence: tuple[Mapping[str, str], ...]
    without_figures: tuple[str, ...]
    expected: Expected

    @classmethod
    def read(cls, path: Path) -> Self:
        """The case in a file; a key that means nothing raises ``ValueError``."""
        written = written_in(path.read_text(encoding="utf-8"))
        expected = mapping(written["expected"])
        unknown = {*written} - _KEYS | {*expected} - _EXPECTED_KEYS
        if unknown or written["evidence"] != "all":
            raise ValueError(f"{path}: {sorted(unknown) or 'evidence'}")
        return cls(
            scheme=path.parent.name,
            name=f"{path.parent.name}/{path.stem}",
            choice=texts(written.get("choice")),
            scale=str(written.get("scale") or ""),
            correction=texts(written.get("correction")),
            discrepancy=texts(written.get("discrepancy")),
            weights=tuple(map(texts, list_of(written.get("weights")))),
            answers=dict((*_answers(written), *_figures(written))),
            answered=dict(_answered(written)),
            without_evidence=tuple(map(str, list_of(written.get("without_evidence")))),
            more_evidence=tuple(map(texts, list_of(written.get("more_evidence")))),
            without_figures=tuple(map(str, list_of(written.get("without_figures")))),
            expected=Expected(
                scores={code: number(score) for code, score in spread(expected["scores"])},
                total=number(expected["total"]),
                maximum=number(expected["maximum"]),
                findings=tuple(map(str, list_of(expected["findings"]))),
                summary=tuple(map(str, list_of(expected.get("summary")))),
            ),
        )


def _answers(written: Mapping[str, Written]) -> Iterator[tuple[tuple[str, str], Value]]:
    for code, score in spread(written.get("scores")):
        yield ("score", code), value(score)
    for part in ("judgements", "clauses"):
        for code, judged in spread(written.get(part)):
            if isinstance(judged, str):
                yield ("judged", code), value(judged)
            else:
                for kind, given in mapping(judged).items():
                    yield (kind, code), value(given)
    for code, words in mapping(written.get("notes")).items():
        yield ("note", code), note(words)
    for name, said in mapping(written.get("applicant")).items():
        yield ("applicant", name), value(said)
    for code, adjusted in mapping(written.get("adjustments")).items():
        for kind, said in mapping(adjusted).items():
            yield ("apply" if kind == "answer" else f"apply_{kind}", code), value(said)


def _answered(
    written: Mapping[str, Written],
) -> Iterator[tuple[tuple[str, str], tuple[Value, Value]]]:
    for part, kind in (("eligibility", "eligible"), ("vetoes", "veto")):
        for code, said in mapping(written.get(part)).items():
            answer, proof = list_of(said) if isinstance(said, list) else (said, None)
            yield (kind, code), (value(answer), value(proof))


def _figures(written: Mapping[str, Written]) -> Iterator[tuple[tuple[str, str], Value]]:
    """What is typed into a row by its place among the rows."""
    for place, typed in mapping(written.get("figures")).items():
        for key, given in mapping(typed).items():
            yield ("metrics", f"{place}.{key}"), value(given)


CASES = tuple(Case.read(path) for path in sorted(FOLDER.glob("*/*.yaml")))

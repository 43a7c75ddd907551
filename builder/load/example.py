"""What an invented applicant fills in, faults included, for the demonstration."""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from yaml.nodes import MappingNode, ScalarNode

from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.load.fields import Grammar, Key, Spot, read_settings
from builder.load.problems import Problems
from builder.load.source import read_source
from builder.load.values import code, list_of, number, records, text


@dataclass(frozen=True, kw_only=True)
class ExampleEvidence:
    """One row of the evidence table; ``also`` are codes of other indicators that it proves.

    Dates are written as an applicant types them; ``file`` is empty where it is not told.
    """

    name: str
    kind: str
    issuer: str
    page: str
    issued: str = ""
    until: str = ""
    file: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ExampleAnswer:
    """The score of one indicator in points, its explanation and its evidence."""

    code: str
    score: Decimal
    note: str
    evidence: tuple[ExampleEvidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ExampleFigure:
    """One row: the indicator and the name that the scheme gives it, three years, where from.

    ``unit`` is empty where the sheet prints one.
    """

    code: str
    name: str
    years: tuple[Value, ...]
    source: str
    benchmark: str = ""
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Example:
    """All of an applicant's answers; ``typed_total`` stands over the formula of the total.

    ``applicant`` are the values of 基本信息 by the names of their inputs.
    """

    typed_total: Decimal
    applicant: tuple[tuple[str, Value], ...]
    answers: tuple[ExampleAnswer, ...]
    figures: tuple[ExampleFigure, ...]


def read_example(path: Path) -> Example | tuple[Finding, ...]:
    """The answers in a file, or every reason why they cannot be used."""
    source = read_source(path)
    if isinstance(source, Finding):
        return (source,)
    problems = Problems(path=source.path)
    example = read_settings(source, EXAMPLE, problems)
    return problems.sorted if example is None or problems.found else example


def _typed(spot: Spot) -> Value | None:
    """What an applicant types into a cell: a number where it is written without quotes."""
    node = spot.node
    if isinstance(node, ScalarNode) and not node.style and _NUMBER.fullmatch(node.value):
        return Decimal(node.value)
    return text(spot)


def _inputs(spot: Spot) -> tuple[tuple[str, Value], ...]:
    if not isinstance(spot.node, MappingNode):
        spot.refuse("QA127")
        return ()
    typed = (
        (name.value, _typed(Spot(key=str(name.value), node=node, problems=spot.problems)))
        for name, node in spot.node.value
    )
    return tuple((name, value) for name, value in typed if value is not None)


_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
EVIDENCE = Grammar(
    kind=ExampleEvidence,
    keys=(
        Key(name="name", read=text),
        Key(name="kind", read=text),
        Key(name="issuer", read=text),
        Key(name="page", read=text),
        Key(name="issued", read=text),
        Key(name="until", read=text),
        Key(name="file", read=text),
        Key(name="also", read=list_of(code)),
    ),
)
ANSWER = Grammar(
    kind=ExampleAnswer,
    keys=(
        Key(name="code", read=code),
        Key(name="score", read=number),
        Key(name="note", read=text),
        Key(name="evidence", read=records(EVIDENCE)),
    ),
)
FIGURE = Grammar(
    kind=ExampleFigure,
    keys=(
        Key(name="code", read=code),
        Key(name="name", read=text),
        Key(name="years", read=list_of(_typed)),
        Key(name="source", read=text),
        Key(name="benchmark", read=text),
        Key(name="unit", read=text),
    ),
)
EXAMPLE = Grammar(
    kind=Example,
    keys=(
        Key(name="typed_total", read=number),
        Key(name="applicant", read=_inputs),
        Key(name="answers", read=records(ANSWER)),
        Key(name="figures", read=records(FIGURE)),
    ),
)

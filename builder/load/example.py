"""What an invented applicant fills in, faults included, for the demonstration."""

import re
from decimal import Decimal
from pathlib import Path

from yaml.nodes import MappingNode, ScalarNode

from builder.formula.value import Value
from builder.frozen import frozen
from builder.load.fields import Grammar, LoadedFile, Spot, load_file
from builder.load.values import code, list_of, number, records, text


@frozen
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


@frozen
class ExampleAnswer:
    """The score of one indicator in points, its explanation and its evidence."""

    code: str
    score: Decimal
    note: str
    evidence: tuple[ExampleEvidence, ...] = ()


@frozen
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


@frozen
class Example:
    """All of an applicant's answers; ``typed_total`` stands over the formula of the total.

    ``applicant`` are the values of 基本信息 by the names of their inputs.
    """

    typed_total: Decimal
    applicant: tuple[tuple[str, Value], ...]
    answers: tuple[ExampleAnswer, ...]
    figures: tuple[ExampleFigure, ...]


def read_example(path: Path) -> LoadedFile[Example]:
    """The answers in a file; any finding means that they are not used."""
    return load_file(path, EXAMPLE)


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
    keys={
        "name": text,
        "kind": text,
        "issuer": text,
        "page": text,
        "issued": text,
        "until": text,
        "file": text,
        "also": list_of(code),
    },
)
ANSWER = Grammar(
    kind=ExampleAnswer,
    keys={"code": code, "score": number, "note": text, "evidence": records(EVIDENCE)},
)
FIGURE = Grammar(
    kind=ExampleFigure,
    keys={
        "code": code,
        "name": text,
        "years": list_of(_typed),
        "source": text,
        "benchmark": text,
        "unit": text,
    },
)
EXAMPLE = Grammar(
    kind=Example,
    keys={
        "typed_total": number,
        "applicant": _inputs,
        "answers": records(ANSWER),
        "figures": records(FIGURE),
    },
)

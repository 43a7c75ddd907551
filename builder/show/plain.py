"""Values as JSON and tables carry them."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from builder.findings.finding import Finding
from builder.formula.blank import visible
from builder.formula.render import plain_number

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


def decimal_text(value: Decimal | None) -> str | None:
    """A number as an exact text, ``None`` where there is none."""
    return None if value is None else plain_number(value)


def record_of(value: object) -> Json:
    """Data as JSON: decimal numbers as exact texts, everything else as what it is."""
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, Mapping):
        return {str(key): record_of(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [record_of(each) for each in value]
    if is_dataclass(value):
        return {each.name: record_of(getattr(value, each.name)) for each in fields(value)}
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(type(value).__name__)


def json_text(value: Json, encoding: str = "utf-8") -> str:
    """A value as indented JSON, Chinese as it is where the encoding has it all."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        # Escapes lose nothing, not even a file name that is no valid text.
        return json.dumps(value, indent=2)
    return text if visible(text) == text else json.dumps(value, indent=2)


def picked(value: object, *names: str) -> dict[str, Json]:
    """Some of what a value has, as JSON."""
    return {name: record_of(getattr(value, name)) for name in names}


def finding_json(finding: Finding) -> dict[str, Json]:
    """A finding in a returned file."""
    return {
        **picked(finding.rule, "code", "name", "severity"),
        **picked(finding.place, "sheet", "cell", "indicator"),
        **picked(finding, "areas", "message", "expected", "actual", "fix"),
    }


def scheme_finding_json(finding: Finding) -> dict[str, Json]:
    """A finding in a scheme or on the disk."""
    return {
        **picked(finding.rule, "code", "name", "severity"),
        "file": finding.place.path,
        **picked(finding.place, "line", "column"),
        **picked(finding, "message", "expected", "actual", "fix"),
    }

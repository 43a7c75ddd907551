"""The kinds of evidence that a notice requires of an indicator."""

import re
from collections.abc import Iterable

from builder.model.official import Criterion


def required_proofs(criteria: Iterable[Criterion]) -> tuple[str, ...]:
    """What lines like ``佐证（必需）：营业执照、审计报告`` ask for; other 佐证 are only shown."""
    matches = (_REQUIRED.fullmatch(item.printed) for item in criteria)
    listed = (match["first"] or match["second"] for match in matches if match is not None)
    kinds = (kind.strip(" 。") for words in listed for kind in re.split("[、，,；;]", words))
    return tuple(dict.fromkeys(kind for kind in kinds if kind))


_REQUIRED = re.compile(
    r"(?:必需|必须|必备)(?:的)?佐证(?:材料)?[：:](?P<first>.+)"
    r"|佐证(?:材料)?[（(](?:必需|必须|必备)[）)][：:](?P<second>.+)"
)

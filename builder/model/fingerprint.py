"""The exact content of a scheme in one short text."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from decimal import Decimal

from builder.model.official import Indicator, Position
from builder.model.scheme import Scheme

# Enough of the digest that two editions never meet by chance, short enough to read aloud.
_LENGTH = 16
# What schemes could say only later; silence leaves the digests of those before as they were.
_LATER = (
    *(
        (Indicator, name)
        for name in ("parts", "rule", "bonus", "proofs", "join", "weight", "required")
    ),
    *(
        (Scheme, name)
        for name in ("markup", "total_join", "decimals", "gates", "levels", "by_choice", "grades")
    ),
)


def fingerprint(scheme: Scheme) -> str:
    """A digest of everything a scheme says, wherever in its file it says it.

    16 hexadecimal digits of SHA-256 over the scheme's content; line numbers do not count. A scheme
    made from another carries the other's.
    """
    if scheme.fingerprint:
        return scheme.fingerprint
    content = json.dumps(_plain(scheme), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:_LENGTH]


def _is_silent(content: object) -> bool:
    """Whether nothing is said; a number is never nothing."""
    return content is None or content is False or content == ()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {
            field.name: _plain(content)
            for field in fields(value)
            if not isinstance(content := getattr(value, field.name), Position)
            and not (_is_silent(content) and (type(value), field.name) in _LATER)
        }
    return value

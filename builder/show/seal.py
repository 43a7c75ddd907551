"""The seal on what the program keeps for itself: whoever changes the record breaks it."""

import hashlib
import json

from builder.show.plain import Json
from builder.show.plain_record import MisfitError

_SEAL, _CONTENT = "seal", "content"
_LENGTH = 32


class BrokenSealError(MisfitError):
    """A record is of another form, or not as it was written; its words say which."""


def sealed(version: int, content: Json) -> dict[str, Json]:
    """The record of a content: the version of its form, the content, and their digest."""
    whole: dict[str, Json] = {"version": version, _CONTENT: content}
    return {**whole, _SEAL: _digest(whole)}


def unsealed(version: int, record: object) -> object:
    """The content; raises ``BrokenSealError`` where a record is of another form or was changed."""
    if not isinstance(record, dict) or record.get("version") != version:
        raise BrokenSealError("不是本版本写的")
    whole = {name: value for name, value in record.items() if name != _SEAL}
    if record.get(_SEAL) != _digest(whole):
        raise BrokenSealError("内容被改动过，和写出时留下的校验码不符")
    return record.get(_CONTENT)


def _digest(whole: object) -> str:
    written = json.dumps(whole, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:_LENGTH]

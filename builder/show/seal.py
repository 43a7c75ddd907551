"""The seal on what the program keeps for itself: whoever changes the record breaks it.

Without a passphrase it shows what slipped; only one with a passphrase cannot be made anew.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator

from builder.show.plain import Json
from builder.show.plain_record import MisfitError

_SEAL, _CONTENT, _KEYED = "seal", "content", "keyed"
_LENGTH = 32
# How deep the parts lie that are written whole: one opinion, one applicant.
_DEEP = 4


class BrokenSealError(MisfitError):
    """A record is of another form, or not as it was written; its words say which."""


def sealed(version: int, content: Json, phrase: str = "") -> dict[str, Json]:
    """The record of a content: the version of its form, the content, and their digest.

    The digest is keyed by the office's ``phrase`` where there is one.
    """
    whole: dict[str, Json] = {"version": version, _CONTENT: content}
    if phrase:
        whole[_KEYED] = True
    return {**whole, _SEAL: _digest(whole, phrase)}


def unsealed(version: int, record: object, phrase: str = "") -> object:
    """The content; raises ``BrokenSealError`` where a record is of another form or was changed.

    One that was sealed with a phrase cannot be had without it, nor one without it with a phrase.
    """
    if not isinstance(record, dict) or record.get("version") != version:
        raise BrokenSealError("不是本版本写的")
    whole = {name: value for name, value in record.items() if name != _SEAL}
    keyed = record.get(_KEYED) is True
    if keyed and not phrase:
        raise BrokenSealError(
            "写出时用了口令，要同一个口令才读得出（命令行用 --phrase，工作台写在“口令”里）"
        )
    if phrase and not keyed:
        raise BrokenSealError("写出时没有用口令，不能证明是本单位写的")
    if not hmac.compare_digest(str(record.get(_SEAL)), _digest(whole, phrase)):
        raise BrokenSealError("内容被改动过，和写出时留下的校验码不符")
    return record.get(_CONTENT)


def _digest(whole: object, phrase: str) -> str:
    keyed = hmac.new(phrase.encode(), digestmod=hashlib.sha256)
    plain = hashlib.sha256()
    for piece in _pieces(whole, _DEEP):
        (keyed if phrase else plain).update(piece.encode())
    return keyed.hexdigest() if phrase else plain.hexdigest()[:_LENGTH]


def _pieces(value: object, deep: int) -> Iterator[str]:
    """A record as one line of JSON with its keys in order, a part at a time: it can be large."""
    if deep and isinstance(value, dict) and value:
        for place, key in enumerate(sorted(value)):
            yield f"{',' if place else '{'}{json.dumps(key)}:"
            yield from _pieces(value[key], deep - 1)
        yield "}"
    elif deep and isinstance(value, list) and value:
        for place, each in enumerate(value):
            yield "," if place else "["
            yield from _pieces(each, deep - 1)
        yield "]"
    else:
        yield json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))

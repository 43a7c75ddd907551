"""The office's own records of a panel: what was handed out, what was joined, what it came to."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TypeVar

from builder.findings.failure import failure_words, refuse_special
from builder.findings.finding import Finding
from builder.show.plain import record_of
from builder.show.plain_record import MisfitError, data_of, parsed
from builder.show.seal import BrokenSealError, sealed, unsealed

TASK_FILE, MERGED_FILE, RECORD_FILE = "评审任务.json", "合议任务.json", "评审记录.json"
PROGRESS_FILE, RANKING_FILE = "评审进度.xlsx", "排名.xlsx"
_VERSION = 4
# Folders above the record in which the files it names may lie.
_ABOVE = 3
# A hundred applicants with their whole reports come to some thirty megabytes.
_LARGEST = 400_000_000
Kept = TypeVar("Kept")


def record_bytes(value: object, phrase: str = "") -> bytes:
    """The content of a record's file, sealed with the office's phrase where there is one."""
    whole = sealed(_VERSION, record_of(value), phrase)
    # A piece at a time: all pieces of a panel's record together take ten times its own room.
    content = bytearray()
    for piece in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(whole):
        content += piece.encode()
    return bytes(content)


def read_record(path: Path, kind: type[Kept], code: str, phrase: str = "") -> Kept | Finding:
    """What a record says, or the finding under ``code`` why it cannot be had."""
    try:
        refuse_special(path)
        if path.stat().st_size > _LARGEST:
            return Finding.at(code, path, actual="文件过大")
        content = unsealed(_VERSION, parsed(path.read_bytes()), phrase)
    except FileNotFoundError:
        return Finding.at(code, path, actual="没有这个文件")
    except OSError as error:
        return Finding.at(code, path, actual=failure_words(error))
    except BrokenSealError as broken:
        return Finding.at(code, path, actual=str(broken))
    except MisfitError:
        return Finding.at(code, path, actual="不完整，或者不是这样的记录")
    try:
        return data_of(kind, content)
    except MisfitError:
        return Finding.at(code, path, actual="内容前后不符")


def found_file(name: str, record: Path) -> Path | None:
    """The file a record names, from where the command runs or from above the record.

    A folder that was moved as a whole, or has another letter of a drive now, is no loss: there the
    record still lies beside the files.
    """
    above = record.absolute().parents[:_ABOVE]
    asked = [place / name for place in (Path(), *above)]
    asked += [place / tail for tail in _tails(name) for place in above]
    return next((path for path in asked if path.is_file()), None)


def _tails(name: str) -> Iterator[Path]:
    """Of a name with a root what may be the same somewhere else, folder and file at least."""
    for kind in (PurePosixPath(name), PureWindowsPath(name)):
        if kind.is_absolute():
            yield from (Path(*kind.parts[first:]) for first in range(1, len(kind.parts) - 1))

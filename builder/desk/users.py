"""The people who may come in from other computers, each with a password that only they know."""

import hashlib
import hmac
import json
import re
import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic

from builder.desk.tickets import Clock
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.files import write_whole

# What one try costs: some 50 ms and 32 MB, here and for whoever has stolen the file.
_COST, _BLOCK, _MEMORY = 2**15, 8, 64 * 2**20
SHORTEST = 10
_LARGEST = 1_000_000
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
# So many wrong passwords from one place, or for one name, within so many seconds.
_TRIES, _WITHIN = 5, 900.0
_MOST_PLACES = 1000


@frozen
class Users:
    """Salt and hash of each user's password, as hexadecimal digits, by the user's name."""

    hashes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def knows(self, name: str, password: str) -> bool:
        """Whether that is the user's password; a name nobody has takes as long to refuse."""
        salt, kept = self.hashes.get(name, ("00" * 16, ""))
        return hmac.compare_digest(_hash(password, bytes.fromhex(salt)), kept)

    def with_user(self, name: str, password: str) -> "Users":
        """These and one more, or one with another password."""
        salt = secrets.token_bytes(16)
        return Users(hashes={**self.hashes, name: (salt.hex(), _hash(password, salt))})


def read_users(path: Path) -> Users:
    """The users in a file; none where there is no such file or it is not ours."""
    try:
        with path.open("rb") as file:
            said = json.loads(file.read(_LARGEST))
    except (OSError, ValueError):
        return Users()
    pairs = said.items() if isinstance(said, dict) else ()
    return Users(hashes={name: (pair[0], pair[1]) for name, pair in pairs if _is_pair(pair)})


def write_users(path: Path, users: Users) -> Finding | None:
    """Write the users; only this account of the computer may read the file."""
    text = json.dumps({name: list(pair) for name, pair in users.hashes.items()}, ensure_ascii=False)
    failure = write_whole(path, text.encode())
    if failure is None:
        path.chmod(0o600)
    return failure


@dataclass(kw_only=True)
class Attempts:
    """The wrong passwords of the last quarter of an hour, by place and by name."""

    clock: Clock = monotonic
    _wrong: dict[str, deque[float]] = field(default_factory=dict)

    def allows(self, *keys: str) -> bool:
        """Whether one more try is heard."""
        return all(len(self._recent(key)) < _TRIES for key in keys)

    def failed(self, *keys: str) -> None:
        """Remember a wrong password."""
        for key in keys:
            while len(self._wrong) >= _MOST_PLACES:
                del self._wrong[next(iter(self._wrong))]
            self._wrong.setdefault(key, deque()).append(self.clock())

    def _recent(self, key: str) -> deque[float]:
        tries = self._wrong.get(key, deque())
        while tries and self.clock() - tries[0] > _WITHIN:
            tries.popleft()
        return tries


def _hash(password: str, salt: bytes) -> str:
    made = partial(hashlib.scrypt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY)
    return made(password.encode(), salt=salt).hex()


def _is_pair(value: object) -> bool:
    if not isinstance(value, list) or len(value) != len(("salt", "hash")):
        return False
    return all(isinstance(one, str) and _HEX.fullmatch(one) for one in value)

"""One desk a folder: the first start holds it, a second finds the first, a dead one is known."""

import http.client
import json
import os
import secrets
import socket
import ssl
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

from builder.desk.own_folder import OwnPlaces
from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen

LOOPBACK = "127.0.0.1"
KEY_HEADER = "X-Desk-Key"
_PATIENCE = 2.0
_LARGEST = 4096
_TRIES = 3


@frozen
class Running:
    """A desk: the computer it runs on, where it listens, and a word that only it answers with.

    ``secure`` is one that other computers open, by password.
    """

    computer: str
    port: int
    mark: str
    host: str = LOOPBACK
    secure: bool = False

    @property
    def origin(self) -> str:
        """Its address as browsers write it."""
        return f"{'https' if self.secure else 'http'}://{self.host}:{self.port}"


@frozen
class Held:
    """The folder is held by this process: what is told of it, and the key for a second start."""

    running: Running
    key: str


def hold(
    places: OwnPlaces, port: int, host: str = LOOPBACK, *, secure: bool = False
) -> Held | Running | Finding:
    """Hold the folder for a desk at ``port``; else the desk that has it, or why nobody can.

    A desk of this computer that does not answer has died, and its lock counts for nothing.
    """
    here, mark = socket.gethostname(), secrets.token_hex(8)
    mine = Running(computer=here, port=port, mark=mark, host=host, secure=secure)
    for _ in range(_TRIES):
        try:
            _write_new(places.lock, json.dumps(vars_of(mine)).encode())
        except FileExistsError:
            other = read_running(places.lock)
            if other is not None and other.computer != mine.computer:
                return Finding.at("QA1321", places.folder, actual=other.computer)
            if other is not None and is_alive(other):
                return other
            places.lock.unlink(missing_ok=True)
        except OSError as error:
            return Finding.at("QA891", places.lock, actual=failure_words(error))
        else:
            return _with_key(places, mine)
    return Finding.at("QA891", places.lock, actual="正在被别的程序使用")


def let_go(places: OwnPlaces, held: Held) -> None:
    """Free the folder, unless another desk has taken it meanwhile."""
    if read_running(places.lock) == held.running:
        with suppress(OSError):
            places.lock.unlink(missing_ok=True)
            places.key.unlink(missing_ok=True)


def read_running(lock: Path) -> Running | None:
    """What a lock says, ``None`` where it says nothing."""
    try:
        with lock.open("rb") as file:
            said = json.loads(file.read(_LARGEST))
        return Running(
            computer=str(said["computer"]),
            port=int(said["port"]),
            mark=str(said["mark"]),
            host=str(said["host"]),
            secure=bool(said["secure"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_alive(running: Running) -> bool:
    """Whether that very desk answers."""
    return _asked(running, "GET", "/alive", "") == running.mark


def new_ticket(places: OwnPlaces, running: Running) -> str:
    """A ticket from a desk that runs already, empty where it gives none."""
    try:
        key = places.key.read_text("ascii")
    except (OSError, ValueError):
        return ""
    return _asked(running, "POST", "/ticket", key)


def vars_of(running: Running) -> dict[str, str | int]:
    """What the lock holds."""
    return {each.name: getattr(running, each.name) for each in fields(running)}


def _asked(running: Running, method: str, path: str, key: str) -> str:
    # Only its mark is asked of it, which nobody else knows; a name on a certificate says no more.
    trusting = ssl._create_unverified_context()  # noqa: S323, SLF001 - as said above
    connection = (
        http.client.HTTPSConnection(running.host, running.port, timeout=_PATIENCE, context=trusting)
        if running.secure
        else http.client.HTTPConnection(LOOPBACK, running.port, timeout=_PATIENCE)
    )
    try:
        connection.request(method, path, headers={KEY_HEADER: key} if key else {})
        answer = connection.getresponse()
        said = answer.read(_LARGEST).decode("ascii")
    except (OSError, ValueError, http.client.HTTPException):
        return ""
    finally:
        connection.close()
    return said if answer.status == http.HTTPStatus.OK else ""


def _write_new(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def _with_key(places: OwnPlaces, mine: Running) -> Held | Finding:
    key = secrets.token_urlsafe(32)
    try:
        places.key.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        places.key.unlink(missing_ok=True)
        handle = os.open(places.key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(key)
    except OSError as error:
        return Finding.at("QA891", places.key, actual=failure_words(error))
    return Held(running=mine, key=key)

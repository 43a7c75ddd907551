"""A page of the desk asked for without a server and without a gate before it."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

from starlette.types import Message

from builder.desk.app import desk_app
from builder.desk.desk import Desk
from builder.desk.gate import SESSION
from builder.desk.jobs import Jobs
from builder.desk.journal import Journal
from builder.desk.own_folder import OwnPlaces
from builder.desk.tickets import Session
from builder.pipeline.year.folder import Year


def page_of(folder: Path, path: str, year: Year | None = None) -> str:
    """What a page says to one who has come in; without a year nothing can be told of it."""
    return page_from(desk_of(folder, year), path)


def desk_of(folder: Path, year: Year | None) -> Desk:
    """A desk that does no work and serves nobody."""
    places = OwnPlaces(folder=folder)
    jobs = Jobs(folder, places.orders, places.faults)
    # What is missing is missing: the page has to bear it.
    return Desk(places=places, year=cast("Any", year), jobs=jobs, journal=Journal(places.journal))


def page_from(desk: Desk, path: str, form: Mapping[str, str] | None = None) -> str:
    """What a page of a desk says, or what comes of a form that is filled in on one."""
    return answer_from(desk, path, form)[1]


def answer_from(desk: Desk, path: str, form: Mapping[str, str] | None) -> tuple[int, str]:
    """The status of an answer, and its text."""
    begun, *rest = _sent(desk, path, form)
    text = b"".join(one.get("body", b"") for one in rest).decode(errors="replace")
    return int(begun["status"]), text


def led_to(desk: Desk, path: str, form: Mapping[str, str]) -> str:
    """The page on which one goes on after a form."""
    headers = dict(_sent(desk, path, form)[0]["headers"])
    return str(headers.get(b"location", b"").decode())


def _sent(desk: Desk, path: str, form: Mapping[str, str] | None) -> list[Message]:
    body = b"" if form is None else urlencode(form).encode()
    sent: list[Message] = []
    asked: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if not asked:
            # Nobody leaves before the answer has come.
            await asyncio.Event().wait()
        return asked.pop()

    async def send(message: Message) -> None:
        sent.append(message)

    where, _, query = path.partition("?")
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET" if form is None else "POST",
        "path": where,
        "raw_path": where.encode(),
        "query_string": query.encode(),
        "headers": [],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 4321),
        "scheme": "http",
        SESSION: Session(word="", who="本机"),
    }
    asyncio.run(desk_app(desk)(scope, receive, send))
    return sent

"""A page of the desk asked for without a server and without a gate before it."""

import asyncio
from pathlib import Path
from typing import Any, cast

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
    places = OwnPlaces(folder=folder)
    jobs = Jobs(folder, places.orders, places.faults)
    # What is missing is missing: the page has to bear it.
    desk = Desk(places=places, year=cast("Any", year), jobs=jobs, journal=Journal(places.journal))
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    where, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
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
    return b"".join(one.get("body", b"") for one in sent[1:]).decode()

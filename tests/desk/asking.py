"""Requests as a browser or somebody else makes them, put to the gate without a server."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import Message

from builder.desk.gate import Bounds, Gate
from builder.desk.journal import Journal
from builder.desk.signing_in import SignIn
from builder.desk.tickets import Sessions, Tickets

HOST = "127.0.0.1:4321"
ORIGIN = f"http://{HOST}"
COOKIE = "desk-4321"
KEY = "the key of a second start"
BOUNDS = Bounds(
    hosts=frozenset({HOST, "localhost:4321"}),
    origins=frozenset({ORIGIN, "http://localhost:4321"}),
    cookie=COOKIE,
    mark="mark",
    key=KEY,
)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def cookie(self) -> str:
        """The cookie that was set, as the browser sends it again."""
        return self.headers.get("set-cookie", "").partition(";")[0]


@dataclass(kw_only=True)
class Asking:
    """A gate with a page behind it, which answers that it was reached."""

    journal: Path
    tickets: Tickets = field(default_factory=Tickets)
    sessions: Sessions = field(default_factory=Sessions)
    sign_in: SignIn | None = None

    def ask(self, path: str, method: str = "GET", body: bytes = b"", /, **headers: str) -> Answer:
        """One request; ``headers`` are written with underscores, the host is ours by default."""
        said = {"host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
        where, _, query = path.partition("?")
        gate = Gate(
            PlainTextResponse("reached"),
            BOUNDS,
            self.tickets,
            self.sessions,
            Journal(self.journal),
            self.sign_in,
        )
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": method,
            "path": where,
            "raw_path": where.encode(),
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in said.items()],
            "client": ("127.0.0.1", 50000),
            "server": ("127.0.0.1", 4321),
            "scheme": "http",
        }
        asyncio.run(gate(scope, receive, send))
        return Answer(
            status=int(sent[0]["status"]),
            headers={name.decode(): value.decode() for name, value in sent[0]["headers"]},
            text=b"".join(one.get("body", b"") for one in sent[1:]).decode(),
        )

    def come_in(self) -> str:
        """The cookie of one who came in by a ticket."""
        return self.ask(f"/enter?ticket={self.tickets.issue()}").cookie

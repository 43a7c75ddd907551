"""The gate before every page: where a request comes from, and who makes it.

A request reaches the pages only if it names this desk as its host (another name that leads here is
a trap), was begun by a page of this desk wherever it changes anything, and carries a session.
"""

import hmac
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from builder.desk.journal import Journal
from builder.desk.lock import KEY_HEADER
from builder.desk.rendering import refused_page
from builder.desk.signing_in import SignIn
from builder.desk.tickets import Session, Sessions, Tickets
from builder.findings.finding import Finding
from builder.frozen import frozen

# Nothing is loaded but from here, no script or style stands in a page, and no page frames one.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_SAFE = ("GET", "HEAD")
_SELF = ("same-origin", "none")
# Where a page may be opened without a session: nothing there is anybody's.
_STATIC = "/static/"
# What a session is found by in a request that has passed the gate.
SESSION = "desk.session"


@frozen
class Bounds:
    """Who this desk is: the hosts it answers to, and its address as browsers write it."""

    hosts: frozenset[str]
    origins: frozenset[str]
    cookie: str
    mark: str = ""
    key: str = ""
    secure: bool = False


class Gate:
    """The pages behind the gate."""

    def __init__(
        self,
        pages: ASGIApp,
        bounds: Bounds,
        tickets: Tickets,
        sessions: Sessions,
        journal: Journal,
        sign_in: SignIn | None = None,
    ) -> None:
        """Guard ``pages``; with ``sign_in`` people come in by password, not by ticket."""
        self._pages = pages
        self._bounds = bounds
        self._tickets = tickets
        self._sessions = sessions
        self._journal = journal
        self._sign_in = sign_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_headers(message.get("headers", []))
            await send(message)

        answer = await self._answer(request)
        await (answer or self._pages)(scope, receive, guarded)

    async def _answer(self, request: Request) -> Response | None:
        """What the gate itself answers, ``None`` where the pages do."""
        path = request.url.path
        if path == "/alive":
            # Whoever asks learns which desk answers, and nothing else.
            return PlainTextResponse(self._bounds.mark)
        strange = self._strange(request)
        if strange:
            return self._refuse(Finding.at("QA1323", "", actual=strange), HTTPStatus.FORBIDDEN)
        if path.startswith(_STATIC):
            return None
        if self._sign_in is not None and path == "/login":
            return await self._login(request, self._sign_in)
        if self._sign_in is None and path == "/enter":
            return self._enter(request)
        if self._sign_in is None and path == "/ticket" and request.method == "POST":
            return self._second_start(request)
        return self._with_session(request)

    def _with_session(self, request: Request) -> Response | None:
        session = self._sessions.find(request.cookies.get(self._bounds.cookie, ""))
        if session is None and self._sign_in is not None:
            return RedirectResponse("/login", HTTPStatus.SEE_OTHER)
        if session is None:
            return self._refuse(Finding.at("QA1322", ""), HTTPStatus.FORBIDDEN)
        if request.method in _SAFE:
            request.scope[SESSION] = session
            return None
        path = request.url.path
        self._journal.note(session.who, "退出" if path == "/leave" else path)
        if path == "/leave":
            self._sessions.end(session.word)
            return self._refuse(Finding.at("QA1322", ""), HTTPStatus.OK, left=True)
        request.scope[SESSION] = session
        return None

    def _strange(self, request: Request) -> str:
        """Why a request is not from this desk's own pages, empty where it may be."""
        headers = request.headers
        if headers.get("host", "").lower() not in self._bounds.hosts:
            return "地址里的主机名不是这个工作台的"
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in self._bounds.origins:
            return "由别的网页发出"
        if request.method in _SAFE:
            return ""
        by_hand = KEY_HEADER in headers and origin is None
        if origin is None and not by_hand:
            return "没有写明由哪个网页发出"
        if headers.get("sec-fetch-site", "same-origin") not in _SELF:
            return "由别的网页发出"
        return ""

    def _second_start(self, request: Request) -> Response:
        shown = request.headers.get(KEY_HEADER, "")
        if not self._bounds.key or not hmac.compare_digest(
            shown.encode(), self._bounds.key.encode()
        ):
            return self._refuse(Finding.at("QA1322", ""), HTTPStatus.FORBIDDEN)
        return PlainTextResponse(self._tickets.issue())

    def _enter(self, request: Request) -> Response:
        words = parse_qs(request.url.query).get("ticket", [""])
        if not self._tickets.take(words[0]):
            return self._refuse(Finding.at("QA1322", ""), HTTPStatus.FORBIDDEN)
        self._journal.note("本机", "打开工作台")
        return self._welcome(self._sessions.begin("本机"))

    async def _login(self, request: Request, sign_in: SignIn) -> Response:
        if request.method in _SAFE:
            return sign_in.page()
        done = await sign_in.tried(request)
        if isinstance(done, Finding):
            self._journal.note_finding("", done)
            return sign_in.page(done)
        self._journal.note(done, "登录")
        return self._welcome(self._sessions.begin(done))

    def _welcome(self, session: Session) -> Response:
        answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        answer.set_cookie(
            self._bounds.cookie,
            session.word,
            httponly=True,
            samesite="strict",
            secure=self._bounds.secure,
        )
        return answer

    def _refuse(self, finding: Finding, status: HTTPStatus, *, left: bool = False) -> Response:
        if not left:
            self._journal.note_finding("", finding)
        return refused_page(finding, status, left=left)


def _with_headers(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers with those of every answer; an answer's own policy counts before the usual."""
    there = {name.lower() for name, _ in headers}
    more: Mapping[str, str] = _HEADERS
    added = [(n.encode(), v.encode()) for n, v in more.items() if n.encode() not in there]
    return [*headers, *added]

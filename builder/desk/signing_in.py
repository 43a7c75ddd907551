"""Coming in from another computer: a name, a password, and an end to trying."""

from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from builder.desk.rendering import page
from builder.desk.users import Attempts, Users
from builder.findings.finding import Finding

_LONGEST = 4096
_STATUS = {"QA1324": HTTPStatus.FORBIDDEN, "QA1325": HTTPStatus.TOO_MANY_REQUESTS}


class SignIn:
    """The page that asks for a password, and what is said to one."""

    def __init__(self, users: Users, attempts: Attempts) -> None:
        """Let these users in."""
        self._users = users
        self._attempts = attempts

    def page(self, refused: Finding | None = None) -> Response:
        """The page that asks, with why the last answer was refused."""
        status = HTTPStatus.OK if refused is None else _STATUS[refused.code]
        return page("login.html", status, finding=refused)

    async def tried(self, request: Request) -> str | Finding:
        """Whose password was given, or why nobody is let in."""
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > _LONGEST:
                return Finding.at("QA1324", "")
        said = parse_qs(body.decode("utf-8", "replace"))
        name, password = (said.get(key, [""])[0] for key in ("name", "password"))
        place = request.client.host if request.client else ""
        keys = (f"place {place}", f"name {name}")
        if not self._attempts.allows(*keys):
            return Finding.at("QA1325", "")
        # The hash takes its time; other people's pages do not wait for it.
        if not await run_in_threadpool(self._users.knows, name, password):
            self._attempts.failed(*keys)
            return Finding.at("QA1324", "")
        return name

"""A request that has passed the gate, as pages see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from builder.desk.desk import Desk

LONGEST_FORM = 5_000_000
_MOST_FIELDS = 5_000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who asks, with which words in the address, and what was filled in."""

    desk: Desk
    who: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, tuple[str, ...]]
    back: str = "/"

    @property
    def phrase(self) -> str:
        """The phrase that the one who asks seals the panel's records with, empty without one."""
        return self.desk.jobs.phrases.get(self.who, "")

    def said(self, name: str) -> str:
        """What stands in a field, without blanks around it."""
        return self.form.get(name, ("",))[0].strip()

    def said_whole(self, name: str) -> str:
        """What stands in a field, to the letter but for the ends of lines."""
        return self.form.get(name, ("",))[0].replace("\r\n", "\n")

    def all_said(self, name: str) -> tuple[str, ...]:
        """All that was ticked under a name."""
        return self.form.get(name, ())


Handler = Callable[[Asked], Response]


class TooLongError(Exception):
    """A form of a size that no page of ours sends."""


async def form_of(request: Request) -> Mapping[str, tuple[str, ...]]:
    """What was filled in; raises ``TooLongError``."""
    if request.method in ("GET", "HEAD"):
        return {}
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_FORM:
            raise TooLongError
    try:
        text = body.decode("utf-8")
        said = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise TooLongError from error
    return {name: tuple(values) for name, values in said.items()}


def back_of(request: Request) -> str:
    """The page of ours from which a request was made, else the first."""
    parts = urlsplit(request.headers.get("referer", ""))
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return path if path.startswith("/") and not path.startswith("//") else "/"


def to(path: str) -> Response:
    """Go on at another page."""
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)

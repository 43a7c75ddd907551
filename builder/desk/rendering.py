"""Pages made from the templates of this room; everything put into them is escaped."""

from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from builder.desk.words import points, size, when, within
from builder.findings.finding import Finding
from builder.formula.blank import visible
from builder.version import VERSION

ROOM = Path(__file__).parent


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(ROOM / "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(points=points, size=size, when=when, within=within)
    return made


def page(template: str, status: HTTPStatus = HTTPStatus.OK, /, **values: object) -> Response:
    """A whole page; nothing hides in it."""
    text = _environment().get_template(template).render(version=VERSION, **values)
    return HTMLResponse(visible(text).encode("utf-8", "xmlcharrefreplace"), status)


def refused_page(finding: Finding, status: HTTPStatus, *, left: bool = False) -> Response:
    """The page for one who is not let in, or has left."""
    return page("refused.html", status, finding=finding, left=left)

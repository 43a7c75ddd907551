"""The pages behind the gate, each within a net: what goes wrong in one costs that one only."""

import functools
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from builder.desk.asked import Asked, TooLongError, back_of, form_of
from builder.desk.desk import Desk
from builder.desk.gate import SESSION
from builder.desk.pages.table import PAGES, handler_of
from builder.desk.pages.uploads import receive_upload
from builder.desk.rendering import ROOM, page
from builder.desk.told import shown
from builder.findings.finding import Finding
from builder.pipeline.net import within_net
from builder.show.rendered import rendered

_Endpoint = Callable[[Request], Awaitable[Response]]


def desk_app(desk: Desk) -> Starlette:
    """All pages of a desk."""
    routes: list[Route | Mount] = [
        Route(path, _endpoint(desk, module, name), methods=[method])
        for method, path, module, name in PAGES
    ]
    routes.append(Route("/upload", functools.partial(receive_upload, desk), methods=["POST"]))
    routes.append(Route("/static/desk.css", _style))
    routes.append(Mount("/static", StaticFiles(directory=ROOM / "static")))
    strange = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
    return Starlette(routes=routes, exception_handlers=dict.fromkeys(strange, _nowhere))


def _endpoint(desk: Desk, module: str, name: str) -> _Endpoint:
    async def answer(request: Request) -> Response:
        try:
            form = await form_of(request)
        except TooLongError:
            return _told(Finding.at("QA1329", "", actual="填写的内容太长，或者不是文字"))
        asked = Asked(
            desk=desk,
            who=request.scope[SESSION].who,
            path=dict(request.path_params),
            query=dict(request.query_params),
            form=form,
            back=back_of(request),
        )
        return await run_in_threadpool(_within_net, module, name, asked)

    return answer


def _within_net(module: str, name: str, asked: Asked) -> Response:
    faults = asked.desk.places.faults
    faults.parent.mkdir(parents=True, exist_ok=True)
    made = within_net(
        lambda: handler_of(module, name)(asked), str(asked.desk.places.folder), faults
    )
    if isinstance(made, Finding):
        return _told(Finding.at("QA1328", "", actual=made.actual))
    return made


def _told(finding: Finding) -> Response:
    status = {"QA1328": HTTPStatus.INTERNAL_SERVER_ERROR}.get(finding.code, HTTPStatus.BAD_REQUEST)
    return page("trouble.html", status, finding=shown(finding))


def _style(_request: Request) -> Response:
    """The one style of all pages, and what the desk adds to it."""
    own = (ROOM / "static" / "desk.css").read_text("utf-8")
    return Response(f"{rendered('style.html')}\n{own}", media_type="text/css")


async def _nowhere(_request: Request, _error: Exception) -> Response:
    finding = Finding.at("QA1329", "", actual="没有这一页")
    return page("trouble.html", HTTPStatus.NOT_FOUND, finding=shown(finding))

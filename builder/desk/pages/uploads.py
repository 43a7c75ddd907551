"""A file on its way from the browser: taken in piece by piece, whole and within bounds."""

import json
from http import HTTPStatus
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from builder.desk.desk import Desk
from builder.desk.uploads import is_batch
from builder.findings.failure import failure_words
from builder.findings.finding import Finding

# Of any file; what may be in it the readers bound.
LARGEST = 1_000_000_000
_MOST_FILES = 20_000
_LONGEST_NAME = 1000


async def receive_upload(desk: Desk, request: Request) -> Response:
    """Take one file in; what it is called is only noted."""
    said = request.query_params
    batch, place, name = said.get("batch", ""), said.get("place", ""), said.get("name", "")
    if not is_batch(batch) or not _is_place(place) or len(name) > _LONGEST_NAME:
        return _refused("送来的不是工作台页面里的文件")
    whole = desk.places.uploads / batch / f"{int(place):05}.file"
    noted = json.dumps({"name": name, "to": said.get("to", "")})
    try:
        length = await _take(request, whole.with_suffix(".part"))
        if length > LARGEST:
            whole.with_suffix(".part").unlink(missing_ok=True)
            return _refused("文件太大")
        await run_in_threadpool(whole.with_suffix(".json").write_text, noted, "utf-8")
        whole.with_suffix(".part").replace(whole)
    except OSError as error:
        return _refused(failure_words(error))
    return PlainTextResponse("")


async def _take(request: Request, part: Path) -> int:
    """Write what comes to the disk, no more than the largest; how much came."""
    await run_in_threadpool(part.parent.mkdir, parents=True, exist_ok=True)
    length = 0
    with part.open("wb") as file:
        async for piece in request.stream():
            length += len(piece)
            if length > LARGEST:
                break
            await run_in_threadpool(file.write, piece)
    return length


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) < _MOST_FILES


def _refused(words: str) -> Response:
    finding = Finding.at("QA1329", "", actual=words)
    return PlainTextResponse(f"{finding.code} {finding.message}", HTTPStatus.BAD_REQUEST)

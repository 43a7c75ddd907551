"""A file of the year on its way to the browser."""

from urllib.parse import quote

from starlette.responses import FileResponse, Response


def download(path: object) -> Response:
    """A file of the year for the browser to keep, never to show."""
    name = quote(str(path).rpartition("/")[2].rpartition("\\")[2])
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return FileResponse(str(path), media_type="application/octet-stream", headers=headers)

"""The desk as a server: where it listens, how it begins, and how it ends."""

import os
import socket
import ssl
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer

import uvicorn

from builder.desk.app import desk_app
from builder.desk.desk import Desk
from builder.desk.gate import Bounds, Gate
from builder.desk.jobs import Jobs
from builder.desk.journal import Journal
from builder.desk.lock import LOOPBACK, Held, Running, hold, let_go, new_ticket
from builder.desk.own_folder import OwnPlaces
from builder.desk.pages.table import enter_all
from builder.desk.signing_in import SignIn
from builder.desk.tickets import Sessions, Tickets
from builder.desk.uploads import INTAKE, waiting
from builder.desk.users import Attempts, Users, read_users
from builder.desk.works.kinds import RECEIVE
from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.year.folder import Year
from builder.pipeline.year.opening import open_year

_LAST_REQUESTS = 3
# Seconds by which the first page is shown.
_FIRST_PAGE = 3.0
Say = Callable[[str], None]


@frozen
class Listening:
    """An opening for other computers: where, and with which certificate."""

    host: str
    port: int
    certificate: Path
    key: Path
    names: tuple[str, ...] = ()


def serve(
    folder: Path,
    say: Say,
    listening: Listening | None = None,
    *,
    database: str = "",
    opens: bool = True,
) -> Finding | None:
    """Serve the award in ``folder`` until it is ended; what kept it from being served.

    A desk that serves the folder already is opened instead. ``say`` tells where the desk is.
    """
    places = OwnPlaces(folder=folder)
    users = read_users(places.users)
    refused = None if listening is None else _refused(listening, users)
    if refused is not None:
        return refused
    listener = _listen(listening, folder)
    if isinstance(listener, Finding):
        return listener
    port = int(listener.getsockname()[1])
    host = LOOPBACK if listening is None else listening.host
    held = hold(places, port, host, secure=listening is not None)
    if isinstance(held, Held):
        try:
            year = open_year(folder, create=True, database=database)
            if year.year is None:
                return year.findings[0]
            desk = _desk(places, year.year, database, shared=listening is not None)
            return _run(desk, held, listener, say, listening, users, opens=opens)
        finally:
            let_go(places, held)
            listener.close()
    listener.close()
    if isinstance(held, Finding):
        return held
    return _open_other(places, held, say, opens=opens)


def _open_other(places: OwnPlaces, other: Running, say: Say, *, opens: bool) -> Finding | None:
    ticket = "" if other.secure else new_ticket(places, other)
    if not ticket and not other.secure:
        return Finding.at("QA1321", places.folder, actual=other.computer)
    address = f"{other.origin}/enter?ticket={ticket}" if ticket else other.origin
    say(f"这个文件夹的工作台已经开着：{address}")
    _open(address, opens=opens)
    return None


def _desk(places: OwnPlaces, year: Year, database: str, *, shared: bool) -> Desk:
    jobs = Jobs(places.folder, places.orders, places.faults, database)
    return Desk(places=places, year=year, jobs=jobs, journal=Journal(places.journal), shared=shared)


def _run(
    desk: Desk,
    held: Held,
    listener: socket.socket,
    say: Say,
    listening: Listening | None,
    users: Users,
    *,
    opens: bool,
) -> Finding | None:
    tickets, jobs, journal, shared = Tickets(), desk.jobs, desk.journal, desk.shared
    sign_in = SignIn(users, Attempts()) if shared else None
    bounds = _bounds(held, listening)
    gate = Gate(desk_app(desk), bounds, tickets, Sessions(), journal, sign_in)
    config = uvicorn.Config(
        gate,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        timeout_graceful_shutdown=_LAST_REQUESTS,
        ssl_certfile=listening.certificate if listening else None,
        ssl_keyfile=listening.key if listening else None,
    )
    server = uvicorn.Server(config)

    def end() -> None:
        server.should_exit = True

    desk.end = end
    for batch in waiting(desk.places.uploads, INTAKE):
        given = {"batch": batch, "by": "本机", "whole": True}
        jobs.begin(RECEIVE, "收件和核验", "本机", given)
    jobs.start()
    # Who waits for the first page waits for nothing else.
    ahead = Timer(_FIRST_PAGE, enter_all)
    ahead.daemon = True
    ahead.start()
    origin = next(iter(sorted(bounds.origins)))
    address = origin if shared else f"{origin}/enter?ticket={tickets.issue()}"
    say(f"工作台：{address}")
    say("在页面右上角点“结束工作台”，或在这里按 Ctrl-C，就结束。")
    if not shared:
        _open(address, opens=opens)
    journal.note("", "工作台开始")
    try:
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
    finally:
        jobs.end()
        desk.year.close()
        journal.note("", "工作台结束")
    say("工作台已经结束。")
    return None


def _bounds(held: Held, listening: Listening | None) -> Bounds:
    port, mark = held.running.port, held.running.mark
    if listening is None:
        hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
        origins = {f"http://{host}" for host in hosts}
        # Cookies know no ports: each desk has one of its own.
        return Bounds(
            hosts=frozenset(hosts),
            origins=frozenset(origins),
            cookie=f"desk-{port}",
            mark=mark,
            key=held.key,
        )
    names = {listening.host, *listening.names} - {"0.0.0.0", "::"}  # noqa: S104 - left out
    hosts = {f"{name.lower()}:{port}" for name in names}
    return Bounds(
        hosts=frozenset(hosts),
        origins=frozenset(f"https://{host}" for host in hosts),
        cookie=f"__Host-desk-{port}",
        mark=mark,
        secure=True,
    )


def _refused(listening: Listening, users: Users) -> Finding | None:
    """Why the desk does not open to other computers."""
    missing = []
    if not users.hashes:
        missing.append("用户和密码（--user 姓名）")
    if listening.host in ("0.0.0.0", "::", "") and not listening.names:  # noqa: S104 - refused
        missing.append("别的电脑怎样称呼这台电脑（--name 主机名）")
    try:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(listening.certificate, listening.key)
    except (OSError, ValueError):
        missing.append("能用的证书和私钥（--cert、--key）")
    return Finding.at("QA1326", "", actual="、".join(missing)) if missing else None


def _listen(listening: Listening | None, folder: Path) -> socket.socket | Finding:
    host, port = (LOOPBACK, 0) if listening is None else (listening.host, listening.port)
    try:
        return socket.create_server((host, port))
    except (OSError, OverflowError) as error:
        words = failure_words(error) if isinstance(error, OSError) else "端口不对"
        return Finding.at("QA891", folder, actual=f"{host}:{port} {words}")


def _open(address: str, *, opens: bool) -> None:
    """Open a browser where there is a screen for it."""
    screen = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if opens and screen:
        webbrowser.open(address)

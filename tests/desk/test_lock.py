"""One desk a folder: a second start finds the first, a dead one is known."""

import json
import socket
import stat
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from builder.desk import own_folder
from builder.desk.lock import Held, Running, hold, is_alive, let_go, new_ticket, read_running
from builder.desk.own_folder import OwnPlaces
from builder.findings.finding import Finding


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnPlaces:
    """A folder, with secrets beside it and not with the user who runs the test."""
    monkeypatch.setattr(own_folder, "user_state_path", lambda *_a, **_k: tmp_path / "state")
    return OwnPlaces(folder=tmp_path / "奖")


@pytest.fixture
def answering(places: OwnPlaces) -> Iterator[HTTPServer]:
    """Something that answers as the desk in the lock does."""

    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(read_running(places.lock))

        def do_POST(self) -> None:
            key = places.key.read_text("ascii")
            self._say("ticket" if self.headers["X-Desk-Key"] == key else None)

        def _say(self, what: object) -> None:
            said = what.mark if isinstance(what, Running) else str(what or "")
            self.send_response(200 if said else 403)
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Desk)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def test_the_lock_holds_no_secret_and_the_key_is_the_users_own(places: OwnPlaces) -> None:
    held = hold(places, 4321)
    assert isinstance(held, Held)
    assert held.key not in places.lock.read_text("utf-8")
    assert stat.S_IMODE(places.key.stat().st_mode) == 0o600
    let_go(places, held)
    assert not places.lock.exists()
    assert not places.key.exists()


def test_a_second_start_finds_the_first(places: OwnPlaces, answering: HTTPServer) -> None:
    port = answering.server_address[1]
    first = hold(places, port)
    assert isinstance(first, Held)
    second = hold(places, 1)
    assert second == first.running
    assert is_alive(first.running)
    assert new_ticket(places, first.running) == "ticket"


def test_a_dead_desk_counts_for_nothing(places: OwnPlaces) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = other.getsockname()[1]
    dead = hold(places, free)
    assert isinstance(dead, Held)
    later = hold(places, 4321)
    assert isinstance(later, Held)
    let_go(places, dead)
    assert read_running(places.lock) == later.running


def test_another_program_at_the_port_is_no_desk(places: OwnPlaces, answering: HTTPServer) -> None:
    first = hold(places, answering.server_address[1])
    assert isinstance(first, Held)
    strange = Running(computer=first.running.computer, port=first.running.port, mark="another")
    assert not is_alive(strange)


def test_what_is_no_lock_is_nobodys(places: OwnPlaces) -> None:
    places.own.mkdir(parents=True)
    for text in ("", "[]", "{}", '{"port": "x", "computer": "a", "mark": "b"}'):
        places.lock.write_text(text, "utf-8")
        assert isinstance(hold(places, 4321), Held)


def test_a_desk_on_another_computer_is_left_alone(places: OwnPlaces) -> None:
    places.own.mkdir(parents=True)
    there = {"computer": "科里的另一台", "port": 1, "mark": "x", "host": "x", "secure": False}
    places.lock.write_text(json.dumps(there), "utf-8")
    refused = hold(places, 4321)
    assert isinstance(refused, Finding)
    assert refused.code == "QA1321"
    assert "科里的另一台" in refused.message

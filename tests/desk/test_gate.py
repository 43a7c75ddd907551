"""Who reaches the pages of the desk, and who does not."""

from pathlib import Path

import pytest

from builder.desk import users as users_file
from builder.desk.gate import POLICY
from builder.desk.signing_in import SignIn
from builder.desk.tickets import IDLE, Sessions, Tickets
from builder.desk.users import Attempts, Users
from tests.desk.asking import COOKIE, HOST, KEY, ORIGIN, Asking

PASSWORD = "一句只有她知道的话"  # noqa: S105 - invented for the test


@pytest.fixture
def desk(tmp_path: Path) -> Asking:
    return Asking(journal=tmp_path / "操作记录.jsonl")


def test_the_page_is_reached_with_a_session_only(desk: Asking) -> None:
    refused = desk.ask("/")
    assert refused.status == 403
    assert "QA1322" in refused.text
    cookie = desk.come_in()
    assert desk.ask("/", cookie=cookie).text == "reached"
    assert desk.ask("/", cookie=f"{COOKIE}=another").status == 403


def test_a_ticket_opens_once(desk: Asking) -> None:
    ticket = desk.tickets.issue()
    first = desk.ask(f"/enter?ticket={ticket}")
    assert (first.status, first.headers["location"]) == (303, "/")
    assert "HttpOnly" in first.headers["set-cookie"]
    assert "SameSite=strict" in first.headers["set-cookie"]
    again = desk.ask(f"/enter?ticket={ticket}")
    assert (again.status, again.cookie) == (403, "")
    assert desk.ask("/enter").status == 403
    assert desk.ask("/enter?ticket=").status == 403


@pytest.mark.parametrize("host", ["attacker.example:4321", "127.0.0.1", "127.0.0.1:80", ""])
def test_another_name_that_leads_here_is_refused(desk: Asking, host: str) -> None:
    cookie = desk.come_in()
    answer = desk.ask("/", cookie=cookie, host=host)
    assert answer.status == 403
    assert "QA1323" in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://attacker.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": ORIGIN, "sec_fetch_site": "cross-site"},
        {"origin": ORIGIN, "sec_fetch_site": "same-site"},
        {},
    ],
    ids=["elsewhere", "nowhere", "another port", "cross-site", "same-site", "unsaid"],
)
def test_no_other_page_can_press_a_button_here(desk: Asking, headers: dict[str, str]) -> None:
    answer = desk.ask("/end", "POST", cookie=desk.come_in(), **headers)
    assert answer.status == 403
    assert "QA1323" in answer.text


def test_a_page_of_the_desk_can(desk: Asking) -> None:
    said = {"origin": ORIGIN, "sec_fetch_site": "same-origin"}
    assert desk.ask("/end", "POST", cookie=desk.come_in(), **said).text == "reached"


def test_no_other_page_can_read_here(desk: Asking) -> None:
    assert desk.ask("/", cookie=desk.come_in(), origin="https://attacker.example").status == 403


def test_every_answer_forbids_what_no_page_needs(desk: Asking) -> None:
    for answer in (desk.ask("/"), desk.ask("/", cookie=desk.come_in()), desk.ask("/alive")):
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_a_second_start_gets_a_ticket_with_its_key_only(desk: Asking) -> None:
    assert desk.ask("/ticket", "POST", x_desk_key="guessed").status == 403
    assert desk.ask("/ticket", "POST", x_desk_key=KEY, origin="https://a.example").status == 403
    assert desk.ask("/ticket", x_desk_key=KEY).status == 403
    ticket = desk.ask("/ticket", "POST", x_desk_key=KEY).text
    assert desk.ask(f"/enter?ticket={ticket}").status == 303
    assert desk.ask("/alive").text == "mark"


def test_neither_tickets_nor_sessions_stand_in_the_log(desk: Asking) -> None:
    ticket = desk.tickets.issue()
    cookie = desk.ask(f"/enter?ticket={ticket}").cookie
    desk.ask("/intake/recycle?file=a", "POST", cookie=cookie, origin=ORIGIN)
    desk.ask(f"/enter?ticket={ticket}")
    logged = desk.journal.read_text("utf-8")
    assert "/intake/recycle" in logged
    assert "本机" in logged
    assert "QA1322" in logged
    assert ticket not in logged
    assert cookie.partition("=")[2] not in logged
    assert "file=a" not in logged


def test_a_ticket_and_a_session_grow_old() -> None:
    now = [0.0]
    tickets, sessions = Tickets(clock=lambda: now[0]), Sessions(clock=lambda: now[0])
    ticket, session = tickets.issue(), sessions.begin("本机")
    now[0] = IDLE / 2
    assert sessions.find(session.word) == session
    now[0] = IDLE * 3 / 2
    assert sessions.find(session.word) == session
    now[0] = IDLE * 3
    assert sessions.find(session.word) is None
    assert not tickets.take(ticket)


def test_leaving_ends_the_session(desk: Asking) -> None:
    cookie = desk.come_in()
    assert desk.ask("/leave", "POST", cookie=cookie, origin=ORIGIN).status == 200
    assert desk.ask("/", cookie=cookie).status == 403


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost little: what is asked here is who is let in."""
    monkeypatch.setattr(users_file, "_COST", 2)


def login(desk: Asking, name: str, password: str) -> tuple[int, str]:
    body = f"name={name}&password={password}".encode()
    answer = desk.ask("/login", "POST", body, origin=ORIGIN)
    return answer.status, answer.cookie


@pytest.mark.usefixtures("quick")
def test_from_elsewhere_one_comes_in_by_password_only(tmp_path: Path) -> None:
    now = [0.0]
    users = Users().with_user("王芳", PASSWORD)
    sign_in = SignIn(users, Attempts(clock=lambda: now[0]))
    desk = Asking(journal=tmp_path / "记录.jsonl", sign_in=sign_in)
    assert desk.ask("/").headers["location"] == "/login"
    assert "密码" in desk.ask("/login").text
    assert desk.ask(f"/enter?ticket={desk.tickets.issue()}").headers["location"] == "/login"
    assert login(desk, "王芳", "猜的") == (403, "")
    assert login(desk, "李四", PASSWORD) == (403, "")
    status, cookie = login(desk, "王芳", PASSWORD)
    assert status == 303
    assert desk.ask("/", cookie=cookie).text == "reached"
    for _ in range(5):
        login(desk, "王芳", "猜的")
    assert login(desk, "王芳", PASSWORD) == (429, "")
    now[0] = 1000.0
    assert login(desk, "王芳", PASSWORD)[0] == 303
    logged = desk.journal.read_text("utf-8")
    assert "王芳" in logged
    assert PASSWORD not in logged
    assert "猜的" not in logged


@pytest.mark.usefixtures("quick")
def test_a_login_must_come_from_our_own_page(tmp_path: Path) -> None:
    sign_in = SignIn(Users().with_user("王芳", PASSWORD), Attempts())
    desk = Asking(journal=tmp_path / "记录.jsonl", sign_in=sign_in)
    body = f"name=王芳&password={PASSWORD}".encode()
    assert desk.ask("/login", "POST", body, origin="https://a.example").status == 403
    assert desk.ask("/login", "POST", b"x" * 9000, origin=ORIGIN).status == 403
    assert HOST in ORIGIN

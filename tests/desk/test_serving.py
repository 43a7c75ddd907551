"""The desk as a person starts it: a process, an address, an end."""

import json
import re
import signal
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from builder.cli.exit_code import ExitCode
from builder.cli.main import root
from tests.cli.calls import call
from tests.findings.cases.said import said
from tests.support.desks import running

START = 30.0


class Visitor:
    """A browser's session with a desk, without a browser."""

    def __init__(self, address: str, context: ssl.SSLContext | None = None) -> None:
        """Follow the address that the desk told."""
        self.origin = re.match(r"https?://[^/]+", address)[0]  # type: ignore[index] # an address
        # A proxy of the machine has no business with a loopback address.
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(CookieJar()),
            urllib.request.HTTPSHandler(context=context),
        )
        self.first = self._open(address)

    def get(self, path: str) -> tuple[int, str]:
        """A page."""
        return self._open(f"{self.origin}{path}")

    def post(self, path: str, origin: str = "", **said: str) -> tuple[int, str]:
        """What comes of a button."""
        return self._open(f"{self.origin}{path}", said, origin or self.origin)

    def _open(
        self, address: str, said: Mapping[str, str] | None = None, origin: str = ""
    ) -> tuple[int, str]:
        data = None if said is None else urllib.parse.urlencode(said).encode()
        request = urllib.request.Request(  # noqa: S310 - the address of the test's own server
            address, data, {"Origin": origin} if origin else {}
        )
        try:
            with self._opener.open(request, timeout=START) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


def test_it_serves_one_folder_once_and_ends_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "奖"
    began = time.monotonic()
    with running(folder) as (process, address):
        desk = Visitor(address)
        assert time.monotonic() - began < START
        assert desk.first[0] == 200
        assert "结束工作台" in desk.first[1]
        assert Visitor(address).first[0] == 403
        for path in ("/award", "/handout", "/intake", "/review", "/ledger", "/settings"):
            status, text = desk.get(path)
            assert (status, "没有做成" in text) == (200, False)
            assert re.findall(r'(?:src|href)="(?:https?:)?//', text) == []
        assert desk.get("/nowhere")[0] == 404
        assert desk.post("/end", origin="https://attacker.example")[0] == 403
        again = call(tmp_path, "desk", str(folder), "--no-browser")
        assert "已经开着" in again.output
        assert Visitor(re.search(r"http\S+", again.output)[0]).first[0] == 200  # type: ignore[index]
        assert desk.post("/end")[0] == 200
        assert process.wait(START) == 0
        assert process.stdout is not None
        assert "工作台已经结束" in process.stdout.read()
    ticket = address.rpartition("=")[2]
    kept = [path for path in (folder / ".工作台").rglob("*") if path.is_file()]
    assert [path.name for path in kept if ticket in path.read_text("utf-8")] == []
    assert not (folder / ".工作台" / "正在运行.json").exists()


def test_it_ends_at_the_keyboard_and_a_dead_one_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "奖"
    with running(folder) as (process, _):
        process.kill()
        process.wait()
    assert (folder / ".工作台" / "正在运行.json").exists()
    with running(folder) as (process, address):
        assert Visitor(address).first[0] == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(START) == 0


def test_it_opens_to_others_only_with_users_and_a_certificate(tmp_path: Path) -> None:
    folder = tmp_path / "奖"
    certificate, key = self_signed(tmp_path)
    listen = ("--listen", "127.0.0.1:0", "--cert", str(certificate), "--key", str(key))
    for words in (listen[:2], ("--listen", "0.0.0.0:0", *listen[2:]), listen):
        assert "QA1326" in said("desk", folder, "--no-browser", *words)
    password = tmp_path / "密码.txt"
    password.write_text("一句只有她知道的话呀\n", "utf-8")
    assert said("desk", folder, "--user", "王芳", "--password", password) == []
    assert "QA1326" in said("desk", folder, "--no-browser", *listen[:2])
    with running(folder, *listen) as (_, address):
        assert address.startswith("https://")
        trusting = ssl.create_default_context(cafile=str(certificate))
        trusting.check_hostname = False
        visitor = Visitor(f"{address}/intake", trusting)
        assert "密码" in visitor.first[1]
        assert visitor.post("/login", name="王芳", password="猜的猜的猜的猜的")[0] == 403  # noqa: S106
        known = password.read_text("utf-8").strip()
        assert visitor.post("/login", name="王芳", password=known)[0] == 200
        assert "王芳" in visitor.get("/intake")[1]
        again = call(tmp_path, "desk", str(folder), "--no-browser")
        assert f"已经开着：{address}" in again.output
        assert visitor.post("/end")[0] == 200
        assert visitor.post("/leave")[0] == 200
        assert "密码" in visitor.get("/intake")[1]
    lines = (folder / ".工作台" / "操作记录.jsonl").read_text("utf-8").split("\n")
    noted = [(line["谁"], line["做了"]) for line in map(json.loads, filter(None, lines))]
    assert ("王芳", "登录") in noted
    assert ("王芳", "退出") in noted


def self_signed(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "cert.pem", folder / "key.pem"
    order = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    order += ["-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-keyout", str(key)]
    order += ["-addext", "subjectAltName=IP:127.0.0.1", "-out", str(certificate)]
    subprocess.run(order, check=True, capture_output=True)
    return certificate, key


def test_without_the_extra_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert root.main(["desk", str(tmp_path)], standalone_mode=False) == ExitCode.USAGE
    assert "QA1320" in capsys.readouterr().err
    assert root.main(["desk", str(tmp_path), "--install"], standalone_mode=False) == 0
    assert (tmp_path / "工作台.bat").is_file()


def test_no_other_command_imports_what_only_the_desk_needs(tmp_path: Path) -> None:
    tell = (
        "import sys\nfrom builder.cli.main import main\n"
        "try:\n  main()\nfinally:\n  print(*sys.modules)"
    )
    for words in (["list"], ["desk", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", tell, *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
        modules = set(done.stdout.split())
        assert not modules & {"starlette", "uvicorn", "sqlalchemy", "alembic", "builder.desk.app"}

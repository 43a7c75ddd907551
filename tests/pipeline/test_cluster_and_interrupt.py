"""An interrupt costs no file its verdict, and a cluster does the same work."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from builder.model.verdict import Verdict
from builder.pipeline import cluster
from builder.pipeline.batch import Basis
from builder.pipeline.cluster import LOCAL, NoClusterError
from builder.pipeline.intake import take_in
from builder.pipeline.run import verify_all
from tests.cli.calls import MAIN
from tests.pipeline.received import received

pytestmark = pytest.mark.processes

# A shell lets what it starts in the background ignore the interrupt; a person at a terminal not.
HEARING = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {MAIN}"


def run(folder: Path, *, jobs: int = 1, address: str = "") -> list[Verdict]:
    verdicts = verify_all(take_in((folder,)), Basis(), jobs=jobs, kept=None, address=address)
    return [each.verdict for each in verdicts]


@pytest.mark.proof
def test_the_same_work_on_a_cluster_gives_the_same_verdicts(tmp_path: Path) -> None:
    folder = received(tmp_path / "收件", 5)
    (folder / "坏.xlsx").write_bytes(b"x")
    assert run(folder, jobs=2, address=LOCAL) == run(folder)


def test_a_cluster_that_is_not_there_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = received(tmp_path / "收件", 1)
    monkeypatch.setattr(cluster, "_LONGEST_WAIT", 0.2)
    with pytest.raises(NoClusterError, match="连不上集群"):
        run(folder, address="tcp://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoClusterError, match="没有安装集群组件"):
        run(folder, address=LOCAL)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_says_so_and_goes_on_where_it_stopped(tmp_path: Path, jobs: str) -> None:
    folder = received(tmp_path / "收件", 60)
    results = tmp_path / "结果.jsonl"
    words = ("verify", str(folder), "--jobs", jobs, "--results", str(results))
    started = subprocess.Popen(
        [sys.executable, "-c", HEARING, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until = monotonic() + 30
    while monotonic() < until and not (results.exists() and results.stat().st_size):
        sleep(0.01)
    os.killpg(started.pid, signal.SIGINT)
    _, errors = started.communicate(timeout=30)
    told = errors.decode()
    assert started.returncode == 130
    assert "Traceback" not in told
    assert "再运行同一条命令，从断处接着核验。" in told
    kept = len(results.read_bytes().splitlines())
    assert 0 < kept < 60
    again = subprocess.run(
        [sys.executable, "-c", MAIN, *words], capture_output=True, check=False, timeout=60
    )
    assert again.returncode == 0
    assert "核验 60 个文件：通过 60" in again.stdout.decode()
    assert len(results.read_bytes().splitlines()) == 60


def test_a_bar_grows_where_nothing_else_is_told(tmp_path: Path) -> None:
    folder = received(tmp_path / "收件", 3)
    terminal, end = pty.openpty()
    subprocess.run(
        [sys.executable, "-c", MAIN, "verify", str(folder), "--json"],
        stdout=subprocess.PIPE,
        stderr=end,
        check=True,
        timeout=60,
    )
    os.close(end)
    shown = os.read(terminal, 65_536).decode()
    os.close(terminal)
    assert "正在核验" in shown
    assert "100%" in shown

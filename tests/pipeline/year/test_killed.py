"""kill -9 at whatever moment of a batch: ledger and folders agree, nothing is lost or doubled."""

import os
import random
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from builder.pipeline.own_outputs import digest_there
from builder.pipeline.year.exporting import everything
from builder.pipeline.year.judging import judge
from builder.pipeline.year.receiving import drops_of, receive
from builder.pipeline.year.record import record_path
from tests.pipeline.year.conftest import Databases
from tests.pipeline.year.made import opened, planned, put, told_of, workbook

pytestmark = pytest.mark.processes

SEED = 20261130
# Kills in an ordinary run, and where everything is proved.
FEW, MANY = 3, 50
# All four say the same credit code, which is told of each.
WHOLE = [*["findings"] * 4, *["left_out"] * 2, "unreadable"]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What six applicants hand in, one of them with a proof that is that of another too."""
    files = {f"{n}公司/评分表.xlsx": workbook(f"{n}公司", faulty=n in "乙丁") for n in "甲乙丙丁"}
    proofs = {f"{n}公司/证书.pdf": b"%PDF-1.4 same" for n in "甲乙"}
    planned()
    return put(tmp_path_factory.mktemp("来"), {**files, **proofs, "坏公司/评分表.xlsx": b"x"})


def batch(root: Path, source: Path, database: str) -> None:
    """The whole batch, as a desk or a command does it, however much of it is done."""
    year, _ = told_of(root, database)
    receive(year, drops_of(sorted(source.iterdir())), "张三")
    judge(year)
    year.close()


def begun(work: Callable[[], None]) -> int:
    """The number of a process that does the work and ends."""
    process = os.fork()
    if not process:
        failed = True
        try:
            work()
            failed = False
        finally:
            os._exit(failed)
    return process


def agreed(root: Path, database: str) -> dict[str, str]:
    """How far each submission is, after it was seen that ledger and folders say the same."""
    year, _ = told_of(root, database)
    rows = everything(year)
    year.close()
    there = sorted(
        path.relative_to(root).as_posix()
        for path in (root / "收件").rglob("*")
        if path.is_file() and not path.name.endswith(".jsonl") and not path.name.startswith(".~")
    )
    assert [row.file for row in sorted(rows, key=lambda row: row.file)] == there
    assert all(digest_there(root / row.file) == row.digest for row in rows)
    assert all(record_path(root / row.file).stat().st_size for row in rows)
    kept = [(row.digest, row.called) for row in rows]
    assert len(set(kept)) == len(kept)
    return {row.path: row.state.value for row in rows}


def survived(root: Path, source: Path, database: Databases, kills: int) -> None:
    """Kill batches at random moments, and look after each."""
    moments = random.Random(SEED)  # noqa: S311 - when it is killed is no secret
    address, began = database("whole"), time.monotonic()
    os.waitpid(begun(partial(batch, root / "全", source, address)), 0)
    longest = time.monotonic() - began
    whole = sorted(agreed(root / "全", address).values())
    assert whole == WHOLE
    home, known = root / "断", dict[str, str]()
    address = database("y0")
    for number in range(kills):
        process = begun(partial(batch, home, source, address))
        time.sleep(moments.uniform(0, longest if number % 2 else longest / 4))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        if (home / "年度.json").exists():
            now = agreed(home, address)
            assert [path for path in known if path not in now] == []
            judged = [path for path, state in known.items() if state != "pending"]
            assert [path for path in judged if now[path] == "pending"] == []
            known = now
        if sorted(known.values()) == whole:
            # All of it was done in spite of the kills: begin another.
            home, known = root / f"断{number}", {}
            address = database(f"y{number + 1}")
    batch(home, source, address)
    assert sorted(agreed(home, address).values()) == whole


def kills(request: pytest.FixtureRequest) -> int:
    return MANY if request.config.getoption("proof") else FEW


def test_a_killed_batch_goes_on(
    tmp_path: Path, source: Path, request: pytest.FixtureRequest
) -> None:
    survived(tmp_path, source, lambda _: "", kills(request))


@pytest.mark.needs_postgres
def test_a_killed_batch_goes_on_where_several_clerks_share_the_ledger(
    tmp_path: Path, source: Path, request: pytest.FixtureRequest, postgres: Databases
) -> None:
    survived(tmp_path, source, postgres, kills(request))


@pytest.mark.needs_postgres
def test_two_clerks_receive_and_judge_at_once(
    tmp_path: Path, source: Path, postgres: Databases
) -> None:
    address = postgres("both")
    with opened(tmp_path / "年", address):
        pass
    clerks = [begun(partial(batch, tmp_path / "年", source, address)) for _ in range(2)]
    for clerk in clerks:
        assert os.waitpid(clerk, 0)[1] == 0
    assert set(agreed(tmp_path / "年", address).values()) == set(WHOLE)

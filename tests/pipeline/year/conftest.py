"""The databases on which a ledger is tried."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

# A server refuses to run for the administrator; Debian makes this account for it.
_ACCOUNT = "postgres"
_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of this run, on a socket that nobody else sees."""
    home = Path(tempfile.mkdtemp(prefix="qa-pg"))
    account = _ACCOUNT if os.geteuid() == 0 else None
    if account:
        os.chown(home, pwd.getpwnam(account).pw_uid, -1)
    data = home / "data"
    made = (
        "initdb",
        "-N",
        "-A",
        "trust",
        "-U",
        "clerk",
        "-E",
        "UTF8",
        "--locale=C",
        "-D",
        str(data),
    )
    subprocess.run(made, check=True, capture_output=True, user=account, cwd=home)
    own = ("-D", str(data), "-k", str(home), "-c", "listen_addresses=", "-c", "fsync=off")
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(("postgres", *own), user=account, cwd=home, stderr=log)
    try:
        while not (home / ".s.PGSQL.5432").exists():
            time.sleep(0.05)
        yield f"postgresql://clerk@/{{}}?host={home}"
    finally:
        # Whoever still asks is not waited for.
        process.send_signal(signal.SIGINT)
        process.wait()
        shutil.rmtree(home, ignore_errors=True)


Databases = Callable[[str], str]


@pytest.fixture
def postgres(server: str) -> Databases:
    """Databases of their own in that server, each made when it is asked for by its name."""
    number = next(_NUMBERS)
    address = server.format("postgres").replace("postgresql:", "postgresql+psycopg:")

    @cache
    def made(name: str) -> str:
        called = f"ledger{number}_{name}"
        engine = create_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {called}"))
        return server.format(called)

    return made

"""The same work on a cluster of ``dask.distributed``, an extra that is installed on its own.

Workers read files, schemes and evidence by the paths they are given, so all machines must see the
same folders.
"""

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from builder.frozen import frozen

# What a person types for a cluster on this machine alone.
LOCAL = "local"
_LONGEST_WAIT = 20


class NoClusterError(Exception):
    """There is no cluster to work on; its words say why."""


@frozen
class Cluster:
    """Where work is handed in, how many pieces are worked on at a time, and what a loss raises."""

    executor: Executor
    jobs: int
    lost: tuple[type[BaseException], ...]


@contextmanager
def cluster(address: str, jobs: int) -> Iterator[Cluster]:
    """The cluster at an address, or with ``LOCAL`` one of ``jobs`` processes on this machine.

    Raises ``NoClusterError`` where the extra is not installed or nobody answers.
    """
    try:
        # The stubs of the library leave its client untyped.
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise NoClusterError(
            '没有安装集群组件，请先在程序的文件夹里运行 pip install ".[cluster]"。'
        ) from None
    try:
        client = (
            distributed.Client(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=50
            )
            if address == LOCAL
            else distributed.Client(address, timeout=_LONGEST_WAIT)
        )
    except (OSError, TimeoutError, ValueError):
        raise NoClusterError(f"连不上集群 {address}，请核对地址和端口。") from None
    with client:
        threads = sum(client.nthreads().values())
        yield Cluster(
            executor=client.get_executor(pure=False),
            jobs=max(threads, 1),
            lost=(distributed.KilledWorker,),
        )

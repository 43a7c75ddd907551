"""Files that were dropped: taken into the year, judged at once."""

import os
from collections.abc import Mapping
from itertools import chain, islice, repeat
from typing import Any

from builder.desk.own_folder import OwnPlaces
from builder.desk.told import Tell, Told
from builder.desk.uploads import (
    delivery_of,
    forget,
    forget_batch,
    keep_delivery,
    uploads_in,
)
from builder.pipeline.year.folder import Year
from builder.pipeline.year.judging import judge, pending
from builder.pipeline.year.receiving import Drop, receive
from builder.pipeline.year.step import Step

# So many files come in before these are judged: few at first, for somebody waits to see the first.
_FIRST, _AT_ONCE = (4, 40), 200


def receive_files(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Take in all that has come of a batch, then judge whatever waits."""
    places, batch, by = OwnPlaces(folder=year.root), str(given["batch"]), str(given["by"])
    passes, judged = chain(_FIRST, repeat(_AT_ONCE)), 0
    while uploads := tuple(islice(uploads_in(places.uploads, batch), next(passes))):
        tell(Told(said="正在收下文件", done=0, total=len(uploads)))
        drops = tuple(Drop(name=one.name, source=one.path) for one in uploads)
        told = delivery_of(places.uploads, batch)
        receipt = receive(year, drops, by, delivery=told)
        keep_delivery(places.uploads, batch, receipt.delivery)
        forget(uploads)
        tell(Told(findings=(*receipt.doubled, *receipt.refused)))
        judged += _judge(year, places, tell)
    judged += _judge(year, places, tell)
    said = f"核验了 {judged} 个文件" if judged else "没有还要核验的文件"
    tell(Told(done=judged, total=judged, said=said))
    if given.get("whole"):
        forget_batch(places.uploads, batch)


def _judge(year: Year, places: OwnPlaces, tell: Tell) -> int:
    """Judge what waits; how many files that were."""
    if not pending(year):
        return 0

    def told(step: Step) -> None:
        tell(Told(done=step.done, total=step.total, said="正在核验"))

    done = judge(year, jobs=os.cpu_count() or 1, told=told, log=places.faults)
    tell(Told(findings=done.findings))
    return done.judged

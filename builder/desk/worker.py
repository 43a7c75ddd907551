"""The process that does one piece of long work and tells of it line by line."""

import os
import sys
from pathlib import Path
from threading import Thread

from builder.desk.jobs import DATABASE, PHRASE, TOLD, ordered
from builder.desk.own_folder import OwnPlaces
from builder.desk.told import Told, line_of
from builder.desk.works.table import work_of
from builder.findings.finding import Finding
from builder.pipeline.net import within_net
from builder.pipeline.year.opening import open_year

_GONE = 3


def work(folder: Path, order: Path) -> int:
    """Do what the order says, and tell whatever goes wrong in it; how the process ends."""
    kind, given = ordered(order)
    places = OwnPlaces(folder=folder)
    phrase = os.environ.pop(PHRASE, "")

    def all_of_it() -> None:
        opened = open_year(folder, database=os.environ.get(DATABASE, ""))
        _tell(Told(findings=opened.findings))
        if opened.year is not None:
            work_of(kind)(opened.year, {**given, "phrase": phrase}, _tell)

    came = within_net(all_of_it, str(folder), places.faults)
    if isinstance(came, Finding):
        unforeseen = came.code in ("QA831", "QA811")
        told = Finding.at("QA1328", "", actual=came.actual) if unforeseen else came
        _tell(Told(findings=(told,)))
        return TOLD
    return 0


def _tell(told: Told) -> None:
    sys.stdout.write(line_of(told) + "\n")
    sys.stdout.flush()


def _end_with_the_desk() -> None:
    """End as soon as nobody is there any more to listen."""
    while os.read(0, 1):
        pass
    os._exit(_GONE)


def main() -> None:
    """Do the work that the arguments name."""
    Thread(target=_end_with_the_desk, daemon=True).start()
    sys.exit(work(Path(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()

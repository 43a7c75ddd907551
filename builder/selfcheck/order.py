"""What the page asks for: which files, and at which of them the program had to be stopped."""

import json
from collections.abc import Mapping

from builder.frozen import frozen
from builder.pipeline.child import DIED, Stopped

# The work on a file that comes before it is verified.
LISTING = "listing"
# What the page allows for one file, in seconds.
PATIENCE = 60
_WHY = {"time": Stopped(code="QA216", taken=str(PATIENCE)), "died": DIED}


@frozen
class Order:
    """The files that were dropped and the folder of evidence, both by their names in the inbox.

    ``stopped`` are the name of a file, the work on it and why that was stopped; ``careful`` says
    that it happened while files were listed, so that each is to be told of.
    """

    files: tuple[str, ...]
    evidence: str
    stopped: tuple[tuple[str, str, str], ...]
    careful: bool

    @property
    def paths(self) -> tuple[str, ...]:
        """What is to be verified: a folder that was dropped alone holds the materials, too."""
        return self.files or ((self.evidence,) if self.evidence else ())

    def stopped_at(self, work: str) -> Mapping[str, Stopped]:
        """The files at which that work was stopped, and why."""
        return {name: _WHY[why] for name, at, why in self.stopped if at == work}


def order_of(told: str) -> Order:
    """The order as the page writes it."""
    said = json.loads(told)
    return Order(
        files=tuple(said["files"]),
        evidence=said["evidence"],
        stopped=tuple((name, work, why) for name, work, why in said["stopped"]),
        careful=said["careful"],
    )

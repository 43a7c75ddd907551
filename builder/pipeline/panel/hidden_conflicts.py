"""Who must not judge whom, in the words of a blind round: marks that only its key can read."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder.findings.finding import Place
from builder.model.panel.task import HIDDEN, PanelTask, Reviewer
from builder.pipeline.panel.avoiding import avoiding

# The mark of a pair tells nothing to who has not the secret.
_LENGTH = 16


def hidden(
    reviewers: Sequence[Reviewer], names: Mapping[str, str], run: str, secret: str
) -> tuple[Reviewer, ...]:
    """The reviewers with a mark for each applicant they must avoid, and without any name.

    ``names`` are those of the applicants by code.
    """
    kept = avoiding(reviewers, tuple(names.values()), Place()).conflicts
    return tuple(
        replace(
            one,
            avoids=tuple(
                _mark(run, secret, one.code, code)
                for code, name in names.items()
                if (one.code, name) in kept
            ),
            units=(),
        )
        for one in reviewers
    )


def shown(task: PanelTask, names: Mapping[str, str], secret: str) -> tuple[Reviewer, ...]:
    """The reviewers of a blind task with the applicants they must avoid by name."""
    return tuple(
        replace(
            one,
            avoids=tuple(
                name
                for code, name in names.items()
                if _mark(task.run, secret, one.code, code) in one.avoids
            ),
        )
        for one in task.reviewers
    )


def _mark(run: str, secret: str, reviewer: str, applicant: str) -> str:
    said = f"{run}\n{reviewer}\n{applicant}".encode()
    return f"{HIDDEN}{hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()[:_LENGTH]}"

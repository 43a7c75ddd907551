"""Honest files: any valid answers, as our writer saves them and as LibreOffice saves them again."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from builder.formula.value import Value
from tests.oracles.libreoffice import save_again
from tests.support.answers import valid_answers
from tests.support.workbooks import SCHEME_IDS, kits_named, shipped_plan, write_filled

# Of each award, in full size: 7 × 22 files, each of them twice.
PER_SCHEME = 22


def drawn_answers(kit: str, count: int) -> list[dict[str, Value]]:
    """So many sets of valid answers to one kit, the same in every run."""
    found: list[dict[str, Value]] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(answers=valid_answers(shipped_plan(kit)))
    def collect(answers: dict[str, Value]) -> None:
        found.append(answers)

    collect()
    return found[:count]


def honest_files(folder: Path, per_scheme: int) -> Iterator[Path]:
    """Files of every award, its kits taking turns."""
    for scheme_id in SCHEME_IDS:
        kits = kits_named(scheme_id)
        for place in range(min(len(kits), per_scheme)):
            count = len(range(place, per_scheme, len(kits)))
            for number, answers in enumerate(drawn_answers(kits[place], count)):
                path = folder / f"{scheme_id}-{place}-{number}.xlsx"
                yield write_filled(path, shipped_plan(kits[place]), answers)


def saved_again(files: list[Path], folder: Path) -> list[Path]:
    """The same files after LibreOffice opened and saved them."""
    return save_again(files, folder, calculate=False)

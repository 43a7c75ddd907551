"""Two hundred malformed schemes: the shipped ones and a small one, each with something done to it.

Every one comes from a seed of its own, so that a file that fails can be made again.
"""

import random
from collections.abc import Callable, Iterator

from builder.load.library import shipped_schemes
from tests.load.true_causes import GOOD

MANY = 200
Harm = Callable[[random.Random, list[str]], list[str]]
_SIGNS = "＃#>+*-|`~\\{}｛｝[]()（）【】：:\t\u200b\ufeff\u3000 0９分%&<"


def malformed() -> Iterator[tuple[str, str]]:
    """The name and the text of each."""
    sources = (
        ("小方案", GOOD),
        *((path.stem, path.read_text("utf-8")) for path in shipped_schemes()),
    )
    for seed in range(MANY):
        # The same every time, and no secret to anybody.
        chance = random.Random(seed)  # noqa: S311
        name, text = sources[seed % len(sources)]
        harm = HARMS[seed % len(HARMS)]
        yield f"{seed} {name} {harm.__name__}", "\n".join(harm(chance, text.split("\n")))


def _drop_line(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.randrange(min(len(lines), 60))
    return lines[:place] + lines[place + 1 :]


def _double_line(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.randrange(min(len(lines), 60))
    return lines[: place + 1] + lines[place:]


def _swap_lines(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.randrange(len(lines) - 1)
    return [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]


def _join_lines(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.randrange(len(lines) - 1)
    return [*lines[:place], lines[place] + lines[place + 1], *lines[place + 2 :]]


def _cut_off(chance: random.Random, lines: list[str]) -> list[str]:
    return lines[: chance.randrange(1, len(lines))]


def _insert_sign(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.randrange(len(lines))
    column = chance.randint(0, len(lines[place]))
    line = lines[place][:column] + chance.choice(_SIGNS) + lines[place][column:]
    return [*lines[:place], line, *lines[place + 1 :]]


def _drop_sign(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.choice([at for at, line in enumerate(lines) if line])
    column = chance.randrange(len(lines[place]))
    return [
        *lines[:place],
        lines[place][:column] + lines[place][column + 1 :],
        *lines[place + 1 :],
    ]


def _widen(chance: random.Random, lines: list[str]) -> list[str]:
    """Signs as a Chinese keyboard types them."""
    place = chance.choice([at for at, line in enumerate(lines) if line[:1] == "#" or ":" in line])
    wide = str.maketrans("#:0123456789.-", "＃：０１２３４５６７８９．－")
    return [*lines[:place], lines[place].translate(wide), *lines[place + 1 :]]


def _change_points(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.choice([at for at, line in enumerate(lines) if "分）" in line])
    other = chance.choice(
        ("分/项）", "%）", "点）", "分左右）", "分", "分】", "分）（1分）", "分）★")
    )
    return [*lines[:place], lines[place].replace("分）", other), *lines[place + 1 :]]


def _indent(chance: random.Random, lines: list[str]) -> list[str]:
    place = chance.randrange(len(lines))
    return [
        *lines[:place],
        chance.choice(("\t", "    ", "　", " ")) + lines[place],
        *lines[place + 1 :],
    ]


HARMS: tuple[Harm, ...] = (
    *(_drop_line, _double_line, _swap_lines, _join_lines, _cut_off, _insert_sign),
    *(_drop_sign, _widen, _change_points, _indent, _insert_sign),
)

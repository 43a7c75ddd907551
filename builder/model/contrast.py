"""Whether letters can be seen on their ground, in a workbook as in a report."""

from builder.model.returned_looks import Colour

WHITE: Colour = (255, 255, 255)
_BLACK: Colour = (0, 0, 0)
# The ratio of the lighter to the darker (WCAG 2.2, 1.4.3, which asks for 4.5) below which nobody
# sees letters who does not look for them.
_LEAST_CONTRAST = 1.3
# Letters of the hue of their ground, or both of none, need more: white on a pale blue has 1.6. The
# palest grey that people write with on white has 1.8, as has white on the blue of a head row.
_LEAST_OF_ONE_HUE, _ONE_HUE = 1.7, 96
# Between two dark colours that ratio says more than the eye sees.
_DARK, _LEAST_IN_THE_DARK = 0.05, 1.8
# Points; the small print of contracts has six.
LEAST_SIZE = 4.0
_STEP, _SHARES = 0.03928, (0.2126, 0.7152, 0.0722)


def is_swallowed(letters: Colour | None, ground: Colour | None) -> bool:
    """Whether letters have nearly the colour of their ground."""
    letters, ground = letters or _BLACK, ground or WHITE
    one, other = _light(letters), _light(ground)
    least = _LEAST_OF_ONE_HUE if _are_of_one_hue(letters, ground) else _LEAST_CONTRAST
    if max(one, other) < _DARK:
        least = _LEAST_IN_THE_DARK
    return (max(one, other) + 0.05) / (min(one, other) + 0.05) < least


def _are_of_one_hue(letters: Colour, ground: Colour) -> bool:
    """Whether two colours differ in how light they are and in little else."""
    apart = [one - other for one, other in zip(letters, ground, strict=True)]
    return max(apart) - min(apart) <= _ONE_HUE


def _light(colour: Colour) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = (part / 255 for part in colour)
    linear = (p / 12.92 if p <= _STEP else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return sum(share * part for share, part in zip(_SHARES, linear, strict=True))

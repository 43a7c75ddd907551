"""统一社会信用代码: its 18 characters and the check character (GB 32100-2015, 5 and annex A)."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
# 3 to the power of the place, modulo the 31 characters; the check character itself counts once,
# so that a right code adds up to a multiple of 31.
WEIGHTS = (*(pow(3, place, len(ALPHABET)) for place in range(LENGTH - 1)), 1)


def strange_places(code: str) -> tuple[int, ...]:
    """The places, counted from 1, of characters that no code holds."""
    return tuple(place for place, sign in enumerate(code, start=1) if sign not in ALPHABET)


def check_character(code: str) -> str:
    """The check character that the first 17 characters ask for; all of them are of the alphabet."""
    pairs = zip(WEIGHTS[:-1], code, strict=False)
    total = sum(weight * ALPHABET.index(sign) for weight, sign in pairs)
    return ALPHABET[-total % len(ALPHABET)]

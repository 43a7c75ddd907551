"""Next year's editions of shipped awards, made by editing their files as an office would."""

import re
from collections.abc import Callable, Mapping

from builder.load.library import shipped_folder

Edit = Callable[[str], str]


def shipped_text(scheme_id: str) -> str:
    return (shipped_folder("schemes") / f"{scheme_id}.md").read_text("utf-8")


def edited(scheme_id: str, *edits: Edit) -> str:
    """The file of the next edition."""
    text = re.sub(r"(?m)^edition: .*$", "edition: 第二版", shipped_text(scheme_id), count=1)
    for edit in edits:
        changed = edit(text)
        assert changed != text, edit
        text = changed
    return text


def swapped(old: str, new: str) -> Edit:
    """Put one wording in the place of another that stands there."""
    return lambda text: text.replace(old, new)


def renumbered(numbers: Mapping[str, str]) -> Edit:
    """Give indicators other numbers, in headings and wherever the head names them."""

    def edit(text: str) -> str:
        def heading(match: re.Match[str]) -> str:
            return f"{match[1]}{_number(match[2], numbers)}{match[3]}"

        def named(match: re.Match[str]) -> str:
            return f'{match[1]}"{_number(match[2], numbers)}"'

        text = re.sub(r"(?m)^(#+ )(\d[\d.]*\d|\d)(\.? )", heading, text)
        return re.sub(r'((?:indicator|code|where|item|clause): )"([\d.]+)"', named, text)

    return edit


def _number(number: str, numbers: Mapping[str, str]) -> str:
    """The new number of one that is listed, or that lies under one that is."""
    for length in range(len(number), 0, -1):
        head, rest = number[:length], number[length:]
        if head in numbers and (not rest or rest.startswith(".")):
            return numbers[head] + rest
    return number


def section(text: str, heading: str) -> tuple[int, int]:
    """Where an indicator stands with all beneath it, by the beginning of its heading."""
    start = text.index(f"\n{heading}") + 1
    level = len(heading) - len(heading.lstrip("#"))
    following = re.compile(rf"(?m)^#{{1,{level}}} ").search(text, start + 1)
    return start, len(text) if following is None else following.start()


def dropped(heading: str) -> Edit:
    """Take an indicator out."""

    def edit(text: str) -> str:
        start, end = section(text, heading)
        return text[:start] + text[end:]

    return edit


def moved(heading: str, before: str) -> Edit:
    """Put an indicator in front of another."""

    def edit(text: str) -> str:
        start, end = section(text, heading)
        block, rest = text[start:end], text[:start] + text[end:]
        place = section(rest, before)[0]
        return rest[:place] + block + rest[place:]

    return edit


def added(block: str, before: str) -> Edit:
    """Put new text in front of an indicator."""

    def edit(text: str) -> str:
        place = section(text, before)[0]
        return f"{text[:place]}{block}\n\n{text[place:]}"

    return edit

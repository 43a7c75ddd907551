"""Every key of a panel's rules is explained, where it is asked for and where it is described."""

from collections.abc import Iterator

from builder.form.tables import caption_of
from builder.load.panel_rules import RULES
from builder.load.rule_notes import RULE_NOTES
from builder.load.shapes import Shape, recorded
from tests.docs.pages import SCHEME_GUIDE, text_of


def keys_of(shape: Shape, before: str = "") -> Iterator[tuple[str, Shape]]:
    """Every key with its shape, those within a record or a list named after it."""
    for key, inner in shape.keys.items():
        yield f"{before}{key}", inner
        yield from keys_of(inner.item or inner, f"{before}{key}.")


ASKED = dict(keys_of(recorded(RULES)))


def row(path: str, shape: Shape) -> str:
    """The line of the description that explains a key."""
    title = caption_of(path.rpartition(".")[2])
    words = "、".join(f"`{word}` {called}" for word, called in shape.words.items())
    words = f"写 {words}。" if words else ""
    usual = f"默认 {shape.usual}。" if shape.usual else ""
    return f"| `{path}` | {title} | {RULE_NOTES[path]}{words}{usual} |"


def test_every_key_is_explained_and_nothing_else() -> None:
    assert set(RULE_NOTES) == set(ASKED)
    assert [one for one in RULE_NOTES.values() if not one.endswith("。")] == []


def test_the_description_has_the_same_words() -> None:
    guide = text_of(SCHEME_GUIDE)
    missing = [row(*one) for one in ASKED.items() if row(*one) not in guide]
    assert missing == [], "\n".join(missing)

"""A record is sealed a part at a time, and its digest is that of the whole written at once."""

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from builder.show.seal import sealed

TEXTS = st.text(max_size=6)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), TEXTS)
RECORDS = st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=30,
)


@given(content=RECORDS)
def test_the_parts_of_a_record_are_those_of_the_whole(content: object) -> None:
    record = sealed(4, content)  # type: ignore[arg-type]  # any JSON
    seal = record.pop("seal")
    whole = json.dumps(record, sort_keys=True, separators=(",", ":"))
    assert seal == hashlib.sha256(whole.encode()).hexdigest()[:32]

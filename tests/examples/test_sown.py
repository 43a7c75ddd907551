"""Every fault sown into a file of an example is told; honest files are not blamed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples.good import Broken
from tests.examples.sown import FILES, KINDS, files_of
from tests.support.answers import valid_answers
from tests.support.workbooks import EXAMPLE_IDS, filled_bytes, shipped_plan
from tests.verify.judged import judged, told

# Twenty in a proof.
HONEST = settings().max_examples * 5 // 2


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_fault_is_told_as_what_it_is(
    kind: Callable[[], Iterator[Broken]], tmp_path: Path
) -> None:
    files = files_of(kind)
    assert len(files) == FILES
    missed = {}
    for broken in files:
        codes = tuple(line.split()[0] for line in told(judged(tmp_path, broken.make())))
        if codes != broken.codes:
            missed[broken.what] = codes
    assert missed == {}


@pytest.mark.parametrize("scheme_id", EXAMPLE_IDS)
@settings(max_examples=HONEST)
@given(data=st.data())
def test_an_honest_file_is_not_blamed(
    scheme_id: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plan = shipped_plan(scheme_id)
    content = filled_bytes(plan, data.draw(valid_answers(plan)))
    assert told(judged(tmp_path_factory.mktemp("honest"), content)) == []

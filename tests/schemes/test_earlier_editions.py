"""What a version of the program handed out is verified by the next, whatever remarks came since."""

import pytest

from builder.model.earlier_editions import edition_marked
from builder.model.fingerprint import fingerprint
from tests.support.workbooks import whole_scheme

# What each scheme was when kits of version 0.1.0 were handed out, and how many remarks it had.
HANDED_OUT = {
    "minhang-innovation": ("f61d6892de970452", 6),
    "pengjiang-manufacturing": ("bfa4edbbf37038a0", 0),
    "suihua-mayor": ("cfcf3fc07aa0190b", 22),
    "wuhan-individual": ("d16ef51620df2f35", 9),
    "wuhan-manufacturing": ("220445d93cfdfcaf", 4),
    "wuhan-service": ("a51266e80dcff19c", 6),
    "xinhui-service": ("07e66d9929333b7b", 0),
}


@pytest.mark.parametrize(("scheme_id", "handed_out"), HANDED_OUT.items())
def test_a_kit_that_was_handed_out_is_known_by_its_fingerprint(
    scheme_id: str, handed_out: tuple[str, int]
) -> None:
    mark, remarks = handed_out
    scheme = whole_scheme(scheme_id)
    earlier = edition_marked(scheme, mark)
    assert earlier is not None
    assert earlier.remarks == scheme.remarks[:remarks]
    assert fingerprint(earlier) == mark


def test_what_a_scheme_never_was_is_no_edition_of_it() -> None:
    scheme = whole_scheme("xinhui-service")
    assert edition_marked(scheme, "bfa4edbbf37038a0") is None
    same = edition_marked(scheme, fingerprint(scheme))
    assert same is not None
    assert same.remarks == scheme.remarks

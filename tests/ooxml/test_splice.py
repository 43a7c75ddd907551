"""An exchanged part leaves every other member of an archive as it was, byte for byte."""

import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ooxml.splice import Archive, PartWithGaps


def archive(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def inflated(body: bytes) -> bytes:
    return zlib.decompress(body, -zlib.MAX_WBITS)


STRETCH = st.one_of(st.binary(max_size=40), st.integers(4000, 9000).map(lambda n: b"<row/>" * n))


@given(st.lists(STRETCH, min_size=1, max_size=5), st.data())
def test_a_filled_part_inflates_to_its_stretches_and_fillings(
    stretches: list[bytes], data: st.DataObject
) -> None:
    count = len(stretches) - 1
    fillings = data.draw(st.lists(st.binary(max_size=20), min_size=count, max_size=count))
    whole = stretches[0] + b"".join(
        filling + after for filling, after in zip(fillings, stretches[1:], strict=True)
    )
    packed = PartWithGaps(stretches).filled(fillings)
    assert inflated(packed.body) == whole
    assert (packed.size, packed.checksum) == (len(whole), zlib.crc32(whole))


@pytest.mark.parametrize("exchanged", ["a.xml", "甲.xml", "b/c.xml"])
def test_only_the_exchanged_part_differs(exchanged: str) -> None:
    parts = {"a.xml": b"one" * 100, "甲.xml": b"two", "b/c.xml": b"three" * 5000}
    packed = PartWithGaps([b"<", b">"]).filled(["新".encode()])
    made = Archive(archive(parts)).with_parts({exchanged: packed})
    with zipfile.ZipFile(io.BytesIO(made)) as read:
        assert read.testzip() is None
        found = {name: read.read(name) for name in read.namelist()}
    assert list(found) == list(parts)
    assert found == {**parts, exchanged: "<新>".encode()}


def test_an_archive_without_exchanges_is_the_same_file() -> None:
    original = archive({"a.xml": b"one" * 100, "b.xml": b""})
    assert Archive(original).with_parts({}) == original

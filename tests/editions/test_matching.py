"""Indicators of two editions are recognised as a person recognises them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.editions.match import Match, Matching, Relation
from builder.editions.matching import match_schemes
from builder.load.scheme_file import load_scheme
from tests.editions.pairs import PAIRS, Pair
from tests.support.workbooks import SCHEME_IDS, whole_scheme


def matching_of(pair: Pair, folder: Path) -> Matching:
    file = folder / "next.md"
    file.write_text(pair.text, "utf-8")
    newer = load_scheme(file).scheme
    assert newer is not None
    return match_schemes(whole_scheme(pair.scheme), newer)


def of(matching: Matching, relation: Relation) -> Iterator[Match]:
    return (match for match in matching.matches if match.relation is relation)


def codes(matching: Matching, relation: Relation, side: str) -> tuple[str, ...]:
    return tuple(node.code for match in of(matching, relation) for node in getattr(match, side))


def test_there_are_twelve_pairs_of_five_awards_or_more() -> None:
    assert len(PAIRS) == 12
    assert len({pair.scheme for pair in PAIRS}) > 5


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_indicator_became_what_a_person_says(pair: Pair, tmp_path: Path) -> None:
    matching = matching_of(pair, tmp_path)
    one_to_one = {match.old[0].code: match.new[0].code for match in of(matching, Relation.ONE)}
    others = {*pair.dropped, *pair.split, *(code for each in pair.merged.values() for code in each)}
    kept = {
        node.code: pair.same.get(node.code, node.code)
        for node in whole_scheme(pair.scheme).walk
        if node.code not in others
    }
    assert one_to_one == kept
    assert codes(matching, Relation.NEW, "new") == pair.new
    assert codes(matching, Relation.DROPPED, "old") == pair.dropped
    splits = {
        match.old[0].code: tuple(node.code for node in match.new)
        for match in of(matching, Relation.SPLIT)
    }
    merges = {
        match.new[0].code: tuple(node.code for node in match.old)
        for match in of(matching, Relation.MERGED)
    }
    assert splits == pair.split
    assert merges == pair.merged


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_what_is_doubtful_is_marked_and_nothing_else(pair: Pair, tmp_path: Path) -> None:
    matching = matching_of(pair, tmp_path)
    doubtful = {node.code for match in matching.matches if match.doubt for node in match.old}
    assert doubtful == set(pair.doubtful)


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_an_edition_is_recognised_in_itself(scheme_id: str) -> None:
    scheme = whole_scheme(scheme_id)
    matching = match_schemes(scheme, scheme)
    assert [(match.old, match.new, match.doubt) for match in matching.matches] == [
        ((node,), (node,), "") for node in scheme.walk
    ]

"""Two texts are told apart at the place where they differ."""

import pytest

from builder.verify.difference import shortened, told_apart

LONG = (
    "如何完善中国特色现代企业制度，以企业家精神带领组织发展，"
    "加快推进新型工业化建设，推动组织创新，引领组织高质量发展。"
)


def test_short_texts_are_quoted_whole() -> None:
    assert told_apart("证据名称", "证据名") == ("证据名称", "证据名")


def test_of_long_texts_the_difference_is_marked_between_some_of_what_stands_around() -> None:
    planned, found = told_apart(LONG, LONG.replace("推动组织创新", "推动企业创新"))
    assert planned == "……推进新型工业化建设，推动【组织】创新，引领组织高质量发展……"
    assert found == "……推进新型工业化建设，推动【企业】创新，引领组织高质量发展……"


def test_what_was_left_out_is_said() -> None:
    assert "【（无）】" in told_apart(LONG, LONG.replace("推动组织创新，", ""))[1]


@pytest.mark.parametrize(
    ("there", "here", "said"),
    [
        ("a.如何", "а.如何", "“а”是 U+0430，形似“a”"),
        ("文件名", "文件名\u200b", "U+200B 零宽空格"),
        ("1(一)", "1（一）", "“（”是 U+FF08，形似“(”"),
    ],
)
def test_a_character_that_only_looks_alike_is_told_by_its_code_point(
    there: str, here: str, said: str
) -> None:
    assert said in told_apart(there, here)[1]


def test_of_signs_that_differ_here_and_there_the_first_is_marked_and_all_are_counted() -> None:
    planned, found = told_apart(LONG, LONG.replace("，", ","))
    assert planned == "……完善中国特色现代企业制度【，】以企业家精神带领组织发展……"
    assert found == "……完善中国特色现代企业制度【,】以企业家精神带领组织发展……（不同的共 4 个字）"


def test_a_blank_that_was_added_is_marked() -> None:
    assert told_apart("申报组织", "申报组织 ") == ("申报组织【（无）】", "申报组织【 】")


def test_texts_that_have_nothing_in_common_are_quoted_by_their_beginnings() -> None:
    other = "甲" * 200
    assert told_apart(LONG, other) == (shortened(LONG), f"{'甲' * 60}……")


@pytest.mark.parametrize(("length", "shown"), [(36, "差" * 36), (37, f"{'差' * 18}……{'差' * 18}")])
def test_a_piece_of_thirty_six_characters_is_shown_whole_and_a_longer_one_by_its_ends(
    length: int, shown: str
) -> None:
    planned, _ = told_apart(f"{LONG}{'差' * length}", LONG + LONG[:20])
    assert f"【{shown}】" in planned

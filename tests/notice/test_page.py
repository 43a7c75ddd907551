"""The page shows every line of the notice with what it became, and nothing in it can act."""

from builder.notice.fate import Fate
from builder.notice.page import notice_page
from builder.notice.told import account_lines
from tests.notice.written import TITLE, drafted

TEXT = f"{TITLE}\n一级\t评价要点\t分值\n领导\t如何<script>alert(1)</script>做。\t100\n合计\t\t100\n"


def test_every_line_of_the_notice_is_on_the_page_in_its_order() -> None:
    draft = drafted(TEXT)
    page = notice_page("通知.txt", "标题", draft)
    places = [
        page.index(f">{line.text}<") for line, _ in draft.account.lines if "<" not in line.text
    ]
    assert len(places) == len(draft.account.lines) - 1
    assert page.index("逐行对照") < min(places)


def test_what_the_notice_says_is_shown_and_never_run() -> None:
    page = notice_page("<b>通知</b>.txt", "<i>", drafted(TEXT))
    assert "<script>alert" not in page
    assert "如何&lt;script&gt;alert(1)&lt;/script&gt;做。" in page
    assert "<b>通知" not in page


def test_the_page_has_the_colours_of_what_is_unused_and_guessed() -> None:
    text = f"{TITLE}1 领导（100分）\n5 说明\n"
    draft = drafted(text)
    page = notice_page("通知.txt", "标题", draft)
    assert 'class="unused"' in page or draft.account.characters(Fate.UNUSED) == 0
    assert "tr.unused td { background: #fde8e8" in page
    assert "tr.guessed td { background: #fff7e0" in page


def test_an_answer_stands_beside_the_proposal_it_differs_from() -> None:
    page = notice_page(
        "通知.txt", "标题", drafted(TITLE + "1 领导（100分）\n", step="1", total="100")
    )
    table = page[page.index('id="questions"') : page.index("逐行对照")]
    assert "<td>0.5</td>\n<td>1</td>" in table
    assert "<td>100</td>\n<td>照建议</td>" in table


def test_the_characters_of_the_notice_all_come_to_one_end() -> None:
    account = drafted(TEXT).account
    assert sum(account.characters(fate) for fate in Fate) == account.all_characters


def test_the_terminal_says_how_much_was_used_and_why_something_was_not() -> None:
    lines = list(account_lines(drafted(TEXT)))
    assert lines[0].startswith("通知共 ")
    assert any("表头" in line for line in lines)

"""The ledger answers what pages ask, of what the records told it."""

from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding
from builder.ledger.ledger import Ledger
from builder.ledger.rows import Beside, Deed, Done, Letter, Order, State, Wanted
from builder.model.verdict import Status
from tests.ledger.entries import entry, found, of, opened, put, verdict

AT = "2026-11-20T10:00:00.000+08:00"


def names(ledger: Ledger, wanted: Wanted) -> list[str]:
    return [row.applicant for row in ledger.find(wanted).rows]


def test_submissions_are_found_by_state_words_code_and_in_order(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        put(ledger, (of("甲公司", "1"), of("乙公司", "1", "QA501", points=900)))
        put(ledger, (of("丙厂", "2", points=None),))
        ledger.stand(())
        by_name = Order.APPLICANT
        assert names(ledger, Wanted(order=Order.SCORE)) == ["乙公司", "甲公司", "丙厂"]
        up = Wanted(order=Order.SCORE, descending=False)
        assert names(ledger, up) == ["甲公司", "乙公司", "丙厂"]
        assert set(names(ledger, Wanted(words="公司", order=by_name))) == {"甲公司", "乙公司"}
        assert names(ledger, Wanted(words="公司 乙")) == ["乙公司"]
        assert names(ledger, Wanted(words="100%")) == []
        assert names(ledger, Wanted(state=State.FINDINGS)) == ["乙公司"]
        assert names(ledger, Wanted(code="QA501")) == ["乙公司"]
        assert names(ledger, Wanted(delivery="2")) == ["丙厂"]
        assert names(ledger, Wanted(order=Order.STATE, descending=False))[0] == "乙公司"
        page = ledger.find(Wanted(limit=1, offset=1))
        assert (len(page.rows), page.total) == (1, 3)
        assert ledger.counts() == {
            **dict.fromkeys(State, 0),
            State.CLEAN: 2,
            State.FINDINGS: 1,
        }
        assert [(one.code, one.submissions) for one in ledger.codes()] == [("QA501", 1)]
        assert ledger.deliveries() == ("2", "1")


def test_a_row_says_all_that_its_verdict_and_its_record_say(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        put(ledger, (of("甲公司", "1", "QA501", "QA535"),))
        ledger.stand(())
        row = ledger.find(Wanted()).rows[0]
        assert (row.score, row.maximum) == (Decimal(800), Decimal(1000))
        assert [(one.label, one.score) for one in row.parts] == [("1 领导", Decimal(100))]
        assert (row.errors + row.warnings, row.hints, row.number) == (1, 1, 1)
        assert (row.by, row.delivery, row.material) == ("张三", "1", "自评打分表")
        assert ledger.submission(row.path) == row
        assert ledger.submission("别处") is None


def test_the_last_submission_of_a_kind_is_current_and_all_are_counted(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        twice = entry(
            "收件/2/副本.xlsx", verdict("收件/2/副本.xlsx", "甲 公司"), at="2026-11-02T10:00"
        )
        report = verdict("收件/1/报告.docx", "甲公司", points=None)
        put(ledger, (of("甲公司", "1"), of("甲公司", "2"), twice, of("甲公司", "10")))
        put(ledger, (entry("收件/1/报告.docx", report),))
        ledger.stand(())
        told = [(row.called, row.number, row.current) for row in ledger.history("甲公司")]
        assert sorted(told) == [
            ("副本.xlsx", 2, False),
            ("报告.docx", 1, True),
            ("甲公司-自评打分表.xlsx", 1, False),
            ("甲公司-自评打分表.xlsx", 2, False),
            ("甲公司-自评打分表.xlsx", 3, True),
        ]
        assert len(ledger.find(Wanted()).rows) == 2
        assert len(ledger.find(Wanted(current=False)).rows) == 5
        applicant = ledger.applicant("甲公司")
        assert applicant is not None
        assert (applicant.name, applicant.number, applicant.submissions) == ("甲公司", 3, 2)


def test_evidence_is_no_material_and_a_file_that_nobody_can_open_is(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        proof = Finding.at("QA265", "收件/1/证书.pdf", actual="PDF")
        sheet = Finding.at("QA261", "收件/1/评分表.ods", actual="x")
        put(ledger, [entry(one.place.path, left_out=(one,)) for one in (proof, sheet)])
        ledger.stand((("收件/1/评分表.ods", "甲公司"), ("收件/1/证书.pdf", "甲公司")))
        assert [row.called for row in ledger.find(Wanted(materials=True)).rows] == ["评分表.ods"]
        assert ledger.counts()[State.LEFT_OUT] == 2
        assert {row.called: row.number for row in ledger.history("甲公司")} == {
            "评分表.ods": 1,
            "证书.pdf": 0,
        }


def test_an_applicants_state_is_the_worst_of_its_materials(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        letters = [
            Letter(act="信", at=AT, by="李四", path=f"通知书/1/{name}", deadline="2026-12-15")
            for name in ("信.docx", "批注.xlsx")
        ]
        done = [Done(act="信", deed=Deed.LETTER, at=AT, by="李四") for _ in letters]
        path = "收件/1/甲.docx"
        bad = entry(path, verdict(path, "甲公司", "QA501"), letters=letters, done=done)
        put(ledger, (of("甲公司", "1"), bad, of("乙公司", "1")))
        ledger.stand(())
        assert ledger.unfit() == ("甲公司",)
        told = ledger.applicant("甲公司")
        assert told is not None
        assert (told.letters, told.state) == (1, State.FINDINGS)
        assert ledger.applicant("没有") is None
        sent, count = ledger.letters("甲公司")
        assert ([one.path for one in sent], count) == (
            ["通知书/1/信.docx", "通知书/1/批注.xlsx"],
            2,
        )
        line = ledger.log()[0][0]
        assert (line.deed, line.files, line.by, line.undone) == (Deed.LETTER, 1, "李四", False)


def test_what_is_taken_back_is_undone_until_that_is_taken_back(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        first = Done(act="移", deed=Deed.RECYCLED, at=f"{AT}1", by="李", undoes="收 1")
        path = "收件/1/甲.xlsx"
        put(ledger, (entry(path, verdict(path, "甲"), done=(first,)),))
        assert ledger.undone_acts() == {"收 1"}
        second = Done(act="回", deed=Deed.RESTORED, at=f"{AT}2", by="李", undoes="移")
        put(ledger, (entry(path, verdict(path, "甲"), done=(first, second)),))
        assert ledger.undone_acts() == {"移"}
        assert [(one.act, one.undone) for one in ledger.log()[0]] == [
            ("回", False),
            ("移", True),
            ("收 1", False),
        ]


def test_what_shows_beside_others_changes_the_state_and_goes_again(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        put(ledger, (of("甲公司", "1"),))
        (standing,) = ledger.stand(())
        path = standing.verdict.path
        ledger.put_beside(
            {path: Beside(findings=(found("QA603"),), status=Status.FINDINGS)}, frozenset()
        )
        row = ledger.find(Wanted(code="QA603")).rows[0]
        assert (row.state, row.errors + row.warnings) == (State.FINDINGS, 1)
        kept = ledger.beside(path)
        assert kept is not None
        assert [one.code for one in kept.findings] == ["QA603"]
        ledger.put_beside({}, frozenset())
        assert ledger.counts()[State.CLEAN] == 1
        assert ledger.beside(path) is None


def test_a_remark_leaves_what_is_known_of_the_verdict_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        put(ledger, (of("甲公司", "1"), of("甲公司", "2")))
        ledger.stand(())
        before = ledger.changed()
        path = "收件/2/甲公司-自评打分表.xlsx"
        again = entry(path, verdict(path, "甲公司"), at="2026-11-02T09:00", remark="电话催过")
        put(ledger, (again,))
        row = ledger.submission(path)
        assert row is not None
        assert (row.remark, row.number, row.current) == ("电话催过", 2, True)
        assert ledger.changed() != before


def test_names_that_are_no_text_do_not_stop_the_ledger(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        path = "收件/1/一.xlsx"
        put(ledger, (entry(path, verdict(path, "甲\udcff\0司")),))
        assert ledger.find(Wanted()).rows[0].applicant == "甲\\udcff司"

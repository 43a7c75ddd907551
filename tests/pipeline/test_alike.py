"""What shows of a file only beside the others of its run is told of each of them."""

from dataclasses import replace

from builder.model.verdict import Status, Verdict
from builder.pipeline.alike import alike, with_alike
from builder.pipeline.run import Verified


def company(name: str, code: str = "", contents: str = "", file: str = "") -> Verdict:
    path = f"{file or name}.xlsx"
    return Verdict(
        path=path,
        status=Status.CLEAN,
        scheme="方案",
        applicant=name,
        credit_code=code,
        contents=contents,
    )


def told(*verdicts: Verdict) -> dict[int, list[str]]:
    return {place: [one.code for one in found] for place, found in alike(verdicts).items()}


def test_one_credit_code_of_two_companies_is_told_of_both() -> None:
    one, other = company("甲公司", "91350100M000100Y43"), company("乙公司", "91350100M000100Y43")
    assert told(one, company("丙公司", "1"), other) == {0: ["QA603"], 2: ["QA603"]}
    (finding,) = alike((one, other))[1]
    assert "“甲公司”（甲公司.xlsx）" in finding.message


def test_several_files_of_one_company_are_a_hint_and_those_copied_from_it_a_warning() -> None:
    files = (company("甲公司", contents="c"), company("甲 公司", contents="c", file="副本"))
    assert told(*files) == {0: ["QA604"], 1: ["QA604"]}
    assert "内容完全相同" in alike(files)[0][0].message
    other = (files[0], replace(files[1], contents="d"))
    assert "内容完全相同" not in alike(other)[0][0].message
    assert told(*files, company("乙公司", contents="c"))[2] == ["QA605"]


def wrote(name: str, own: int) -> Verdict:
    """A company whose ten sentences everybody has, and so many nobody else."""
    said = [f"s{n}" for n in range(10)] + [f"{name}{n}" for n in range(own)]
    return company(name, contents=" ".join((f"w{name}", *said)))


def test_most_of_what_another_company_wrote_is_a_hint_about_both() -> None:
    others = (wrote("乙公司", 20), company("丙公司", contents="u s1 s2"))
    assert told(wrote("甲公司", 1), *others) == {0: ["QA608"], 1: ["QA608"]}
    (finding,) = alike((wrote("甲公司", 1), *others))[0]
    assert "写的 11 句话里，至多有 10 句" in finding.message
    assert "“乙公司”（乙公司.xlsx）" in finding.message


def test_what_is_wholly_alike_or_of_one_company_is_not_told_as_mostly_alike() -> None:
    one = wrote("甲公司", 0)
    assert told(one, replace(one, applicant="乙公司")) == {0: ["QA605"], 1: ["QA605"]}
    assert told(one, replace(wrote("乙", 1), applicant="甲 公司")) == {0: ["QA604"], 1: ["QA604"]}


def test_what_is_less_than_half_or_of_everybody_is_no_copy() -> None:
    assert told(wrote("甲公司", 11), wrote("乙公司", 11)) == {}
    assert told(*(wrote(f"第{n}家", 1) for n in range(31))) == {}


def test_of_what_nobody_knows_nothing_is_said() -> None:
    assert told(company(""), company(""), company("甲公司")) == {}


def test_a_report_and_its_workbook_are_not_several_files() -> None:
    workbook = company("甲公司")
    assert told(workbook, replace(workbook, path="甲公司.docx", report=True)) == {}


def test_a_report_called_like_a_workbook_is_a_report_all_the_same() -> None:
    report = replace(company("甲公司", file="申报材料"), report=True)
    assert told(company("甲公司"), report) == {}


def test_a_run_is_told_with_what_was_found_and_the_others_stay_as_they_are() -> None:
    run = [company("甲公司", "x"), company("乙公司", "x"), company("丙公司", "y")]
    made = with_alike(Verified(file=None, verdict=one) for one in run)
    assert [one.verdict.status for one in made] == [
        *(Status.FINDINGS, Status.FINDINGS, Status.CLEAN)
    ]
    assert made[2].verdict == run[2]

"""A marked copy of a draft: the audit's remarks on the writer's own words."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.marked_copy import MarkedCopy, check_ending, make_marked_copy
from auditor.pipeline import audit_document
from auditor.records import Audit, Reading
from auditor.rules import Rules
from tests.document.margin.drafts import package, text_box, with_inner_file
from tests.document.margin.test_word import comments_of, held_words, main_tree, raw_text
from tests.document.office.files import odt, para, row, run, table


@functools.cache
def rules() -> Rules:
    """The rules that are shipped."""
    return Rules.read()


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINES = {
    "floor": "Our service accepts referrals of children and young people from age 5.",
    "all-ages": "This strategy covers all ages, from birth to 25.",
    "mothers": "Perinatal mental health services support mothers with postnatal depression.",
    "served": "We will support children and young people with their mental health.",
}
MEASURE = (
    "We will train every health visitor in infant mental health and the parent-infant relationship."
)


def drafted(folder: Path, *inner: str, name: str = "draft.docx") -> tuple[Path, Audit]:
    """Write a draft of paragraphs and audit it."""
    path = folder / name
    body = "".join(one if one.startswith("<w:") else para(one) for one in inner)
    path.write_bytes(package(para("A mental health plan for children") + body))
    return path, audit_document(path, rules())


def copied(folder: Path, *inner: str, suggest: bool = False) -> MarkedCopy:
    """Make the marked copy of a draft."""
    path, audit = drafted(folder, *inner)
    return make_marked_copy(path, audit, rules(), suggest=suggest)


def remarks(content: bytes) -> dict[str, str]:
    """Return what each comment says is wrong, with the words that it sits on."""
    tree, said = main_tree(content), comments_of(content)
    return {paragraphs[0]: held_words(tree, id) for id, paragraphs in said.items()}


def test_each_kind_of_remark_sits_on_its_words(tmp_path: Path) -> None:
    """A floor, all ages, mothers alone, those served: each on the words that call for it."""
    found = remarks(copied(tmp_path, *LINES.values()).content)
    on = {words: said for said, words in found.items()}
    assert on["from age 5"].startswith("An age limit leaves babies out.")
    assert on["all ages"].startswith("A promise to all ages with nothing behind it.")
    assert on["Perinatal mental health"].startswith("Parents without their babies.")
    assert on["children and young people"].startswith("“Children and young people”, and babies?")
    assert any("Not yet checked by a person." in said for said in found)
    assert len(found) == 5


def test_a_commitment_without_a_measure_is_told(tmp_path: Path) -> None:
    """And with it the promise to all ages has something behind it."""
    found = remarks(copied(tmp_path, LINES["all-ages"], MEASURE).content)
    kinds = {said.partition(".")[0] for said in found}
    assert "A commitment without a measure" in kinds
    assert "A promise to all ages with nothing behind it" not in kinds


NEEDS_NONE = (
    "Referrals to children and young people’s mental health services have risen by 63% since 2019.",
    "In our survey, 54% of children and young people said that they felt alone.",
    "Many children and young people will have more than one mental health problem.",
    "We will co-produce services with children and young people, parents and carers.",
    "Children and young people will be represented on the Council.",
    "We will report each year to the Children and Young People’s Scrutiny Committee.",
    "It builds on “Promoting our children and young people’s mental health and wellbeing” (2015).",
    "The Children and Families Act 2014 places duties on us for children and young people to 25.",
    "The consultation is open to anyone aged 16 or over.",
    "In 2024, 412 women were referred to the perinatal team, 61% of them before birth.",
    "One mother in five is depressed in the year after birth.",
    "Wyrebank has a population of 812,400, of whom 171,000 are under 18.",
    "NHS Health Checks are offered to people aged 40 to 74.",
    "It takes 10 to 15 minutes to complete.",
)


def test_figures_names_titles_and_the_consulted_get_no_comment(tmp_path: Path) -> None:
    """Wrong comments are the worst fault: all of these lines were written to call for none."""
    found = remarks(copied(tmp_path, *NEEDS_NONE).content)
    assert len(found) == 1, found


def test_a_long_draft_gets_thirty_comments_and_a_summing_up(tmp_path: Path) -> None:
    """At most thirty and one at the top, which counts the rest."""
    lines = [f"We will support the {n} children and young people of ward {n}." for n in range(45)]
    said = comments_of(copied(tmp_path, *lines).content)
    assert len(said) == 31
    tops = [one for one in said.values() if any("15 more" in paragraph for paragraph in one)]
    assert len(tops) == 1 and "the document" in tops[0][0].lower()


def test_one_paragraph_gets_one_comment_of_a_kind(tmp_path: Path) -> None:
    """Two sentences of one paragraph with the same fault are one place."""
    text = "We will help children and young people. Our offer to children and young people grows."
    said = [one for one in remarks(copied(tmp_path, text).content) if "and babies?" in one]
    assert len(said) == 1


def test_suggestions_are_tracked_changes_and_read_when_accepted(tmp_path: Path) -> None:
    """Each insertion is the auditor's; accepted, the draft names babies where it did not."""
    path, audit = drafted(tmp_path, *LINES.values())
    copy = make_marked_copy(path, audit, rules(), suggest=True)
    tree = main_tree(copy.content)
    assert {one.get(f"{W}author") for one in tree.iter(f"{W}ins")} == {"auditor"}
    assert len([*tree.iter(f"{W}ins")]) == 4 and len(comments_of(copy.content)) == 1
    path.write_bytes(copy.content)
    accepted = audit_document(path, rules())
    assert sum(one.reach == "explicit" for one in audit.statements) == 0
    assert sum(one.reach == "explicit" for one in accepted.statements) >= 3
    rejected = audit_document(path, rules(), reading=Reading(changes="rejected"))
    assert rejected.document.text == audit.document.text


def test_where_no_words_can_stand_a_comment_does(tmp_path: Path) -> None:
    """In a text box: the suggestion becomes a comment around the box."""
    box = para(run("See the box.") + text_box(para(LINES["floor"])))
    content = copied(tmp_path, box, suggest=True).content
    assert not [*main_tree(content).iter(f"{W}ins")]
    assert "One remark stands as a comment, since no words can be put there." in [
        paragraph for one in comments_of(content).values() for paragraph in one
    ]


def test_words_of_an_open_change_are_told_as_such(tmp_path: Path) -> None:
    """The writer may still reject them."""
    inserted = para(f'<w:ins w:id="3" w:author="Ann">{run(LINES["floor"])}</w:ins>')
    said = comments_of(copied(tmp_path, inserted).content).values()
    (one,) = [each for each in said if each[0].startswith("An age limit")]
    assert "These words are part of an open tracked change." in one


def test_a_row_is_marked_in_its_own_cell(tmp_path: Path) -> None:
    """And a sentence that is suggested stands in the cell of the words."""
    rows = table(
        row("What we will do", "Who leads on it"),
        row(LINES["mothers"].removesuffix("."), "The mental health trust"),
    )
    content = copied(tmp_path, rows, suggest=True).content
    (cell,) = [one.getparent().getparent() for one in main_tree(content).iter(f"{W}ins")]
    assert "".join(cell.itertext()).startswith(f"{LINES['mothers'][:-1]} (parents")


def test_an_opendocument_text_is_marked_alike(tmp_path: Path) -> None:
    """The same remarks on the same words."""
    path = tmp_path / "draft.odt"
    path.write_bytes(odt("".join(f"<text:p>{one}</text:p>" for one in LINES.values())))
    copy = make_marked_copy(path, audit_document(path, rules()), rules())
    assert copy.ending == ".odt" and b"content.xml" in copy.content
    (tmp_path / "copy.odt").write_bytes(copy.content)
    again = audit_document(tmp_path / "copy.odt", rules())
    assert sum("comment of a reviewer" in one for _, one in again.document.hidden) >= 4


def test_files_audited_together_are_marked_by_the_first(tmp_path: Path) -> None:
    """Remarks on the annex stay out of the plan."""
    plan, _ = drafted(tmp_path, LINES["floor"], name="plan.docx")
    annex, _ = drafted(tmp_path, LINES["mothers"], name="annex.docx")
    audit = audit_document([plan, annex], rules())
    found = remarks(make_marked_copy(plan, audit, rules()).content)
    assert "from age 5" in found.values()
    assert "Perinatal mental health" not in found.values()
    content = make_marked_copy(annex, audit, rules()).content
    assert "Perinatal mental health" in remarks(content).values()
    assert raw_text(main_tree(content)) == raw_text(main_tree(annex.read_bytes()))


def test_a_file_that_changed_since_is_refused(tmp_path: Path) -> None:
    """Comments would sit on the wrong words."""
    path, audit = drafted(tmp_path, LINES["floor"])
    drafted(tmp_path, LINES["mothers"])
    with pytest.raises(UsageError, match="not the one that was audited"):
        make_marked_copy(path, audit, rules())


def test_a_file_within_the_file_takes_no_mark(tmp_path: Path) -> None:
    """Its words are summed up at the top instead."""
    path = tmp_path / "draft.docx"
    inner = with_inner_file().content
    path.write_bytes(inner)
    audit = audit_document(path, rules())
    copy = make_marked_copy(path, audit, rules())
    assert raw_text(main_tree(copy.content)) == raw_text(main_tree(inner))


@pytest.mark.parametrize("suggest", [False, True])
def test_a_text_file_has_no_margin(suggest: bool, tmp_path: Path) -> None:
    """What cannot be marked is said, with a way out."""
    path = tmp_path / "plan.md"
    path.write_text("# A plan\n\nWe see babies.")
    with pytest.raises(UsageError):
        make_marked_copy(path, audit_document(path, rules()), rules(), suggest=suggest)


@pytest.mark.parametrize(
    ("source", "target", "is_right"),
    [
        ("plan.docx", "marked.docx", True),
        ("plan.docx", "marked.pdf", False),
        ("plan.pdf", "marked.docx", False),
        ("plan.odt", "marked.docx", False),
        ("plan.docm", "marked.docx", True),
        ("plan", "marked.pdf", True),
    ],
)
def test_the_name_of_a_copy_promises_what_it_is(source: str, target: str, is_right: bool) -> None:
    """A Word file under the name of a PDF would open nowhere."""
    if is_right:
        check_ending(Path(source), Path(target))
    else:
        with pytest.raises(UsageError, match="marked copy"):
            check_ending(Path(source), Path(target))

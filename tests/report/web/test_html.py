"""The HTML report: complete, safe with any text, honest about silence, and one file."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from lxml import html as lxml_html

from auditor.records import Statement
from auditor.report.story.imprint import Imprint
from auditor.report.view import view_of
from auditor.report.web.html import asset, policy, render_html, style
from tests.builders import (
    audit,
    excluded,
    explicit,
    rich_audit,
    rubric,
    rules,
    statement,
)
from tests.report.reviewed import reviewed_view

GOLDEN = Path(__file__).parents[1] / "golden"
HOSTILE = [
    pytest.param("<script>alert(1)</script> for babies", id="script"),
    pytest.param("</style><img src=x onerror=alert(1)> babies", id="style-end"),
    pytest.param('" onmouseover="alert(1)" x=\'y\' babies', id="attribute"),
    pytest.param("{{ 7*7 }} {% raw %} {# babies #}", id="template"),
    pytest.param("]]> <!-- --> <![CDATA[ babies &lt;b&gt; &amp;", id="entities"),
    pytest.param('=HYPERLINK("http://example.org") babies', id="formula"),
]


@cache
def rich_page() -> str:
    """Render the audit that holds something of everything, once."""
    return render_html(view_of(rich_audit(), rules()), rubric())


def page_of(*statements: Statement, **more: Any) -> str:
    """Render the report on a few statements."""
    return render_html(view_of(audit(statements, **more), rules()), rubric())


def words(page: str) -> str:
    """Give a page's words, spaces made single, style and script left out."""
    tree = lxml_html.document_fromstring(page)
    for sheet in tree.xpath("//style | //script"):
        sheet.getparent().remove(sheet)
    for cell in tree.xpath("//td | //th | //dt | //dd"):
        cell.tail = f" {cell.tail or ''}"
    return " ".join(tree.text_content().split())


def own_scripts(tree: Any) -> bool:
    """Say whether the scripts of a page are its own two: what it runs, and the audit in it."""
    return [one.get("type") for one in tree.xpath("//script")] == ["text/plain", None] and (
        tree.xpath("//script")[1].text == str(asset("report.js"))
    )


# --- one file, nothing fetched -----------------------------------------------------------------


def test_a_report_loads_nothing() -> None:
    """A report has no image, no sheet, no frame and no script from anywhere."""
    tree = lxml_html.document_fromstring(rich_page())
    loading = "//script[@src] | //link | //img | //iframe | //object | //embed | //base"
    assert tree.xpath(loading) == []
    assert tree.xpath("//form/@action") == []
    assert "url(" not in rich_page() and "@import" not in rich_page()


def test_links_lead_within_the_report_or_to_the_source_beside_it() -> None:
    """Every link is an anchor of the page or a page of the document in the same folder."""
    tree = lxml_html.document_fromstring(rich_page())
    links = set(tree.xpath("//@href"))
    assert links
    assert all(re.fullmatch(r"#[\w-]+|\./plan\.pdf#page=\d+", link) for link in links)


def test_every_anchor_that_is_linked_exists() -> None:
    """A link inside the report leads somewhere."""
    tree = lxml_html.document_fromstring(rich_page())
    wanted = {link[1:] for link in tree.xpath("//@href") if link.startswith("#")}
    assert wanted <= set(tree.xpath("//@id"))


def test_no_id_stands_twice() -> None:
    """Each id names one element."""
    ids = lxml_html.document_fromstring(rich_page()).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_policy_allows_the_style_sheet_and_nothing_else() -> None:
    """The Content-Security-Policy forbids all but the sheet and the script whose hashes it names."""
    page = rich_page()
    run = re.search(r"<script>(.*?)</script>", page, re.S)
    assert run is not None and page.count("<script>") == 1
    known = base64.b64encode(hashlib.sha256(run[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{known}'" in unescape(page) and "img-src" not in page
    sheet = re.search(r"<style>(.*?)</style>", page, re.S)
    assert sheet is not None
    digest = base64.b64encode(hashlib.sha256(sheet[1].encode()).digest()).decode()
    assert policy().startswith("default-src 'none';") and f"'sha256-{digest}'" in policy()
    assert "unsafe" not in policy() and " style=" not in page


# --- hostile text -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_appears_as_text(text: str) -> None:
    """Markup, scripts and template syntax in a document are shown, not obeyed."""
    page = page_of(
        explicit(text, section=(text,), rule=text),
        excluded(text + " no"),
        title=text,
        name=f"{text}.pdf",
    )
    tree = lxml_html.document_fromstring(page)
    assert own_scripts(tree) and tree.xpath("//img | //@onerror | //@onmouseover") == []
    assert " ".join(text.split()) in words(page)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("babies \u202egnihton", "babies [U+202E]gnihton", id="override"),
        pytest.param("babies \u2066in\u2069", "babies [U+2066]in[U+2069]", id="isolate"),
        pytest.param("babies\u0000\u0007", "babies[U+0000][U+0007]", id="control"),
        pytest.param("babies \ud800", "babies [U+D800]", id="lone-surrogate"),
        pytest.param("babies \ue000\uffff", "babies [U+E000][U+FFFF]", id="no-character"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    """Characters that would hide or turn text stand as their codes."""
    view = view_of(audit([explicit("babies")]), rules())
    view["statements"][0]["text"] = text
    page = render_html(view, rubric())
    assert shown in words(page)
    page.encode("utf-8")


@pytest.mark.parametrize("text", ["תינוקות ובריאות הנפש", "الرضع والصحة", "शिशु", "👶🏽 babies"])
def test_any_script_stands_as_it_was_written(text: str) -> None:
    """Quotes from right to left, joined letters and pictures are kept, with their direction."""
    tree = lxml_html.document_fromstring(page_of(explicit(text)))
    quotes = [q for q in tree.xpath("//blockquote") if q.text_content().strip() == text]
    assert quotes and all(quote.get("dir") == "auto" for quote in quotes)


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1))
def test_any_text_renders_as_one_well_formed_report(text: str) -> None:
    """Whatever a statement says, the page keeps its shape."""
    page = page_of(explicit("babies " + text))
    tree = lxml_html.document_fromstring(page.encode("utf-8"))
    assert len(tree.xpath("//main/section")) >= 9
    assert own_scripts(tree)


# --- completeness -------------------------------------------------------------------------------


def test_every_criterion_stands_with_level_and_question() -> None:
    """All sixteen questions are told, in the order of the rubric."""
    tree = lxml_html.document_fromstring(rich_page())
    spoken = [article.get("id") for article in tree.xpath("//article")]
    silent = tree.xpath("//table[@class='silences']//tr/@id")
    ids = [f"c-{one.id}" for one in rubric().criteria]
    assert sorted(spoken + silent) == sorted(ids)
    assert spoken == [id for id in ids if id in spoken]
    assert silent == [id for id in ids if id in silent]
    for one in rubric().criteria:
        assert one.question in words(rich_page())


def test_the_answer_comes_first_and_the_proof_last() -> None:
    """A reader meets the answer, the summary, what is said and what is not, then the proof."""
    tree = lxml_html.document_fromstring(rich_page())
    order = ["answer", "summary", "questions", "silent", "groups", "read", "absence", "statements"]
    assert tree.xpath("//main/section/@id")[: len(order)] == order
    told = words(rich_page())
    assert told.index("Leaves babies out") < told.index("What to ask for") < told.index("The score")


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("3–4: no text layer", id="unread-pages"),
        pytest.param("10 of 12", id="pages-read"),
        pytest.param("Leaves babies out", id="flag"),
        pytest.param("Words and phrases sought 412", id="terms-searched"),
        pytest.param("Patterns sought 31", id="patterns-searched"),
        pytest.param("Set aside: a figure of speech", id="near-miss"),
        pytest.param("What could be written", id="model-wording"),
        pytest.param("What speaks against it", id="counter-evidence"),
        pytest.param("without weights", id="unweighted"),
        pytest.param("Why: “Infants”", id="deciding-words"),
        pytest.param("To cite", id="citation"),
        pytest.param("auditor verify", id="verify"),
        pytest.param("repeats s0003", id="repeats"),
    ],
)
def test_what_trust_needs_is_told(told: str) -> None:
    """Limits, proof of absence, rules, range and how to check all stand in the report."""
    assert told in words(rich_page())


def test_evidence_links_to_its_page_with_its_words_marked() -> None:
    """A quote stands with a link to its page, and the words that decided are marked."""
    page = page_of(explicit("Babies need care."))
    tree = lxml_html.document_fromstring(page)
    assert tree.xpath("//figure//a[@href='./plan.pdf#page=1']/text()")[0] == "page 1"
    assert tree.xpath("//article//blockquote/mark/text()")[0] == "Babies"


def test_the_printed_page_number_stands_beside_the_counted_one() -> None:
    """Where the page calls itself otherwise, both numbers are given."""
    view = view_of(audit([explicit("Babies need care.")]), rules())
    view["statements"][0]["page_label"] = "iv"
    assert "page 1 (printed iv)" in words(render_html(view, rubric()))


def test_a_document_without_pages_is_quoted_without_links() -> None:
    """Text files have no pages: nothing is linked and nothing is claimed of pages."""
    page = page_of(explicit("Babies need care."), paged=False, name="plan.txt")
    links = lxml_html.document_fromstring(page).xpath("//@href")
    assert all(link.startswith("#") for link in links) and "Pages read" not in words(page)


def test_five_quotes_are_shown_and_the_rest_folded_away() -> None:
    """A criterion shows its five strongest statements at once and keeps the others at hand."""
    many = [explicit(f"Babies {i} need care.", strength=1 + i % 4) for i in range(12)]
    tree = lxml_html.document_fromstring(page_of(*many))
    article = tree.xpath("//article[@id='c-own-mental-health']")[0]
    assert len(article.xpath("./figure")) == 5
    assert len(article.xpath("./details//ul[@class='quotes']/li")) == 7
    assert "strength 4" in article.xpath("./figure")[0].text_content()


# --- honesty ------------------------------------------------------------------------------------


def test_a_silence_is_said_of_the_document() -> None:
    """A report says that the document is silent, never that an area does not provide."""
    told = words(page_of(statement("Pupils will be helped.", reach="older")))
    assert "silent" in told
    without_about = told.replace(rubric().texts.about, "")
    assert not re.search(r"does(n’t| not) (provide|offer|have)|no provision", without_about)


def test_silence_and_exclusion_are_told_apart() -> None:
    """A question stands among the silent ones only where nothing leaves babies out."""
    tree = lxml_html.document_fromstring(page_of(excluded()))
    standing = {
        article.get("id"): article.xpath("string(p[@class='standing'])")
        for article in tree.xpath("//article")
    }
    assert "leaves babies out" in standing["c-access"]
    silent = tree.xpath("//section[@id='silent']//tr/@id")
    assert "c-workforce" in silent and "c-access" not in silent


def test_no_score_is_shown_where_the_auditor_cannot_tell() -> None:
    """A document that could not be read has no score, no zero and no index."""
    page = page_of(statement("Children matter."), unread=(2, 3, 4))
    told = words(page)
    assert "Cannot tell" in told
    assert "There is no score" in told and "No index is given" in told
    assert 'class="figure"' not in page
    assert "Questions on which nothing was found" in told
    assert "0, silent" not in told and "Level 0 of 4, silent" not in told


def test_a_question_that_does_not_apply_says_so() -> None:
    """A criterion outside the document’s subject is no zero."""
    made = rich_audit()
    levels = tuple(
        replace(one, level=None) if one.criterion == "crisis-response" else one
        for one in made.levels
    )
    page = render_html(view_of(replace(made, levels=levels), rules()), rubric())
    row = lxml_html.document_fromstring(page).xpath("//tr[@id='c-crisis-response']")[0]
    assert "does not apply" in row.text_content()


def test_a_date_stands_only_where_a_person_gave_one() -> None:
    """The line to cite holds the date that was supplied, and none otherwise."""
    view = view_of(rich_audit(), rules())
    assert "audited on 3 May 2027 with" in words(
        render_html(view, rubric(), imprint=Imprint(date="3 May 2027"))
    )
    assert "audited with auditor" in words(rich_page())


def test_the_same_audit_gives_the_same_page() -> None:
    """Nothing in a report depends on when or where it is made."""
    assert render_html(view_of(rich_audit(), rules()), rubric()) == rich_page()


def test_an_unknown_name_in_a_template_is_an_error() -> None:
    """A template cannot silently leave out what it does not know."""
    from auditor.report.templating import html_environment

    with pytest.raises(UndefinedError):
        html_environment().from_string("{{ nothing_of_this_name }}").render()


# --- people’s decisions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "A. <b>Okafor rejects, 2027-05-03: “The date is for another offer.”", id="who"
        ),
        pytest.param("Reviewers disagree on s0004", id="conflict"),
        pytest.param("Answer Action Explained", id="both-verdicts"),
        pytest.param("The machine alone said: Action.", id="said-with-the-answer"),
        pytest.param("Babies are counted 1, mentioned does not apply", id="both-levels"),
        pytest.param("The words are gone.", id="unplaced"),
        pytest.param("Our access policy is <i>published</i> apart.", id="reply"),
        pytest.param("On the report as a whole", id="reply-to-all"),
        pytest.param("Page numbers put right.", id="correction"),
    ],
)
def test_people_s_judgement_stands_beside_the_machine_s(told: str) -> None:
    """Who decided what and why, both scores, conflicts, replies and corrections are told."""
    assert told in words(render_html(reviewed_view(), rubric()))


def test_a_reply_stands_beside_the_judgement_it_answers() -> None:
    """The authors’ reply on a criterion is shown with that criterion too."""
    tree = lxml_html.document_fromstring(render_html(reviewed_view(), rubric()))
    article = tree.xpath("//article[@id='c-access']")[0]
    assert "The authors reply" in article.text_content()


# --- golden -------------------------------------------------------------------------------------


def test_the_report_is_the_accepted_one(hold: Callable[[Path, str], None]) -> None:
    """The page on the rich audit changes only when someone accepts the change."""
    page = rich_page().replace(str(style()), "").replace(str(asset("report.js")), "")
    hold(GOLDEN / "rich.html", page)


@pytest.mark.parametrize(
    "rule", ["place.toc", "names.name", "babies.stage.aside", "parents.occasion"]
)
def test_a_near_miss_is_explained_in_words(rule: str) -> None:
    """Why words were set aside is said in a sentence, not by the id of a rule."""
    told = words(page_of(statement("Baby boomers retire.", reach="none", set_aside=rule)))
    said = re.search(r"Set aside: (.*?) Baby boomers retire", told)
    assert said is not None and rule not in said[1] and len(said[1].split()) > 5


def test_near_misses_that_name_babies_come_before_those_that_only_sound_like_it() -> None:
    """A reader who doubts a silence meets the words for babies first."""
    told = words(rich_page())
    first, second = (
        "Set aside: a figure of speech",
        "Set aside: It does not name babies for certain",
    )
    assert 0 < told.index(first) < told.index(second)

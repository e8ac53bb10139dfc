"""Makes report.docx, the template of the Word report, afresh.

A charity that wants its own look opens report.docx in Word and changes the styles: there
is no need to run this. It is for those who change what the report says. Run it from the
folder of the templates:

    python make_report_docx.py

Pieces in braces are filled in by the auditor: `{{ title }}` is a value, `{%p ... %}` a
paragraph that repeats or depends, `{%tr ... %}` a table row, `{%r ... %}` a run of text.
What the values are stands in auditor/report/story/template_data.py.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

MAIN = RGBColor(0x0B, 0x6B, 0x66)
INK = RGBColor(0x1D, 0x23, 0x29)
MUTED = RGBColor(0x55, 0x5D, 0x66)
FONT = "Calibri"


class Sheet:
    """The document being made, with a word for each thing a report is made of."""

    def __init__(self) -> None:
        """Begin with an A4 page and the styles of the report."""
        self.docx = Document()
        section = self.docx.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.4)
        section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
        set_styles(self.docx)

    def heading(self, text: str, level: int) -> None:
        """Add a heading with a real heading style."""
        self.docx.add_heading(text, level)

    def say(self, *parts: str, style: str | None = None) -> Any:
        """Add a paragraph; parts that begin with * are bold, with ` in code."""
        paragraph = self.docx.add_paragraph(style=style)
        for part in parts:
            run = paragraph.add_run(part.removeprefix("*").removeprefix("`"))
            run.bold = True if part.startswith("*") else None
            if part.startswith("`"):
                run.style = "Report Code"
        return paragraph

    def note(self, *parts: str) -> None:
        """Add a small, muted paragraph."""
        self.say(*parts, style="Report Note")

    def tag(self, code: str) -> None:
        """Add a paragraph that only steers: it is not in the report."""
        self.docx.add_paragraph("{%p " + code + " %}")

    def words(self, item: str, style: str) -> None:
        """Add the words of a statement, those that decided in bold, from the right if need be."""
        self.tag(f"if {item}.direction == 'rtl'")
        self._marked(item, style, right_to_left=True)
        self.tag("else")
        self._marked(item, style)
        self.tag("endif")

    def _marked(self, item: str, style: str, *, right_to_left: bool = False) -> None:
        paragraph = self.docx.add_paragraph(style=style)
        if right_to_left:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for text, bold in (
            ("{%r for part in " + item + ".parts %}", False),
            ("{%r if part.marked %}", False),
            ("{{ part.text }}", True),
            ("{%r else %}", False),
            ("{{ part.text }}", False),
            ("{%r endif %}", False),
            ("{%r endfor %}", False),
        ):
            run = paragraph.add_run(text)
            run.style = "Report Deciding" if bold else None
            if right_to_left and "part.text" in text:
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))

    def quote(self, item: str, *, brief: bool = False) -> None:
        """Add a statement with its place and labels; `brief` leaves out what only proof needs."""
        self.words(item, "Report Quote")
        where = (
            "{% if Q.section %} · {{ Q.section|join(' › ') }}{% endif %}{% if Q.columns %} · "
            "{{ words.where.columns|filled(columns=Q.columns|join(' | ')) }}{% endif %} · {{ Q.id }}"
        )
        labels = " · {{ Q.labels }} · {{ Q.sure }}"
        notes = (
            "{% if Q.ocr %} · {{ words.where.check_ocr }}{% endif %}"
            "{% if Q.cut %} · {{ words.where.cut_small }}{% endif %}"
        )
        parts = ["*{{ Q.where }}", where, *([] if brief else [labels]), notes]
        self.say(*(part.replace("Q.", item + ".") for part in parts), style="Report Source")

    def quotes(self, items: str, *, brief: bool = False) -> None:
        """Add every statement of a list."""
        self.tag(f"for q in {items}")
        self.quote("q", brief=brief)
        self.tag("endfor")

    def bullets(self, loop: str, *parts: str, style: str = "List Bullet") -> None:
        """Add a list that repeats with its loop."""
        self.tag(f"for {loop}")
        self.say(*parts, style=style)
        self.tag("endfor")

    def table(
        self,
        name: str,
        about: str,
        head: list[str],
        widths: list[float],
        rows: list[tuple[str, list[str]]],
        *,
        more: list[list[str]] | None = None,
    ) -> None:
        """Add a table: `rows` repeat with their loop, `more` stand once, below a head."""
        table = self.docx.add_table(rows=1, cols=len(head), style="Report Table")
        table.autofit = False
        describe(table, name, about)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        self._row(table, 0, head, widths)
        mark_header(table.rows[0])
        for cells in more or []:
            table.add_row()
            self._row(table, -1, cells, widths)
        for loop, cells in rows:
            for filled in ([f"{{%tr for {loop} %}}"], cells, ["{%tr endfor %}"]):
                table.add_row()
                self._row(table, -1, filled + [""] * (len(head) - len(filled)), widths)
        self.docx.add_paragraph(style="Report Source")

    def _row(self, table: Any, index: int, cells: list[str], widths: list[float]) -> None:
        row = table.rows[index]
        keep = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(keep)
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].text = text
            cell.paragraphs[0].style = "Report Cell"


def describe(table: Any, name: str, about: str) -> None:
    """Give a table its caption and description for screen readers."""
    properties = table._tbl.tblPr
    for tag, text in (("w:tblCaption", name), ("w:tblDescription", about)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), text)
        properties.append(element)


def mark_header(row: Any) -> None:
    """Mark a row as the head of its table, repeated on every page."""
    element = OxmlElement("w:tblHeader")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def set_styles(docx: Any) -> None:
    """Set the styles that a charity may change."""
    styles = docx.styles
    normal = styles["Normal"]
    set_font(normal, 10.5, INK)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.05
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    for name, size, colour, before in (
        ("Title", 22, INK, 0),
        ("Heading 1", 16, MAIN, 16),
        ("Heading 2", 12.5, INK, 11),
        ("Heading 3", 11, INK, 8),
    ):
        set_font(styles[name], size, colour, bold=True)
        styles[name].paragraph_format.space_before = Pt(before)
        styles[name].paragraph_format.space_after = Pt(5)
        styles[name].paragraph_format.keep_with_next = True
    for border in styles["Title"].element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)
    add_style(styles, "Report Note", 9, MUTED, after=6)
    add_style(styles, "Report Source", 8.5, MUTED, left=0.6, after=5)
    add_style(styles, "Report Cell", 9, INK, after=1)
    add_style(styles, "Report Answer", 12.5, INK, after=6)
    bar(add_style(styles, "Report Quote", 10.5, INK, left=0.6, after=1), "0B6B66")
    styles["Report Quote"].paragraph_format.keep_with_next = True
    code = styles.add_style("Report Code", WD_STYLE_TYPE.CHARACTER)
    code.font.name, code.font.size = "Consolas", Pt(8.5)
    deciding = styles.add_style("Report Deciding", WD_STYLE_TYPE.CHARACTER)
    deciding.font.bold = True
    table = styles.add_style("Report Table", WD_STYLE_TYPE.TABLE)
    table.base_style = styles["Normal Table"]
    lines_and_bold_head(table)


def set_font(style: Any, size: float, colour: RGBColor, *, bold: bool | None = None) -> None:
    """Give a style its font, for every script."""
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)


def add_style(
    styles: Any, name: str, size: float, colour: RGBColor, *, left: float = 0, after: float = 6
) -> Any:
    """Add a paragraph style of the report."""
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    set_font(style, size, colour)
    style.paragraph_format.left_indent = Cm(left)
    style.paragraph_format.space_after = Pt(after)
    return style


def bar(style: Any, colour: str) -> None:
    """Put a line to the left of a paragraph style."""
    borders = OxmlElement("w:pBdr")
    left = OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", colour)):
        left.set(qn(f"w:{key}"), value)
    borders.append(left)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def lines_and_bold_head(style: Any) -> None:
    """Draw thin lines between rows and set the head of a table in bold."""
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C9CED3")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.append(borders)
    style.element.append(properties)
    first = OxmlElement("w:tblStylePr")
    first.set(qn("w:type"), "firstRow")
    bold = OxmlElement("w:rPr")
    bold.append(OxmlElement("w:b"))
    first.append(bold)
    style.element.append(first)


CHOICE = (
    "{{ {'accept': words.decision.accepted, 'reject': words.decision.rejected, 'relabel': "
    "words.decision.relabelled}.get(D.choice, words.decision.does_not_apply) }}{% if D.criterion is "
    "not none %} {{ words.decision.on_question|filled(title=reviews.titles.get(D.criterion, "
    "D.criterion)) }}{% endif %} {{ words.decision.by|filled(name=D.reviewer) }}"
    "{% if D.settles %}, {{ words.decision.which_settles }}{% endif %}"
    "{% if D.rule %}, {{ words.decision.of_rule }}{% endif %}"
    "{% if D.date %}, {{ D.date }}{% endif %}{% if D.reason %}: {{ D.reason }}{% endif %}"
).replace("D.", "one.")


def labels_of(side: str) -> str:
    """Name the labels of one side of a decision."""
    return (
        "{{ reviews.names.reach.get(S.reach, S.reach) }}{% if S.topic %}, {{ reviews.names.topic"
        ".get(S.topic, S.topic)|lower }}{% endif %}{% if S.strength %}, "
        "{{ words.where.strength_bare|filled(strength=S.strength) }}{% endif %}"
        "{% if S.criteria %}; {% for id in S.criteria %}{% if not loop.first %}; "
        "{% endif %}{{ reviews.titles.get(id, id) }}{% endfor %}{% endif %}"
    ).replace("S.", side + ".")


def level_of(value: str) -> str:
    """Name a level that may not apply."""
    return "{{ " + level_at(value) + " }}"


def level_at(value: str) -> str:
    """Find the name of a level that may not apply."""
    return f"reviews.names.level[{value}|string]"


def said(text: str) -> str:
    """Give a text of wording.toml by its table and key."""
    return "{{ words." + text + " }}"


def first_page(sheet: Sheet) -> None:
    """The title, and the answer with what it rests on."""
    sheet.tag("if logo")
    sheet.docx.add_paragraph("{{ logo }}")
    sheet.tag("endif")
    sheet.note(said("report.kicker"))
    sheet.docx.add_paragraph("{{ title }}", style="Title")
    sheet.note(
        "{{ document.name }}{% if facts.paged %} · {{ words.report.some_pages|"
        "filled(n=facts.pages) }}{% endif %} · {{ words.report.some_words|filled(n=facts.words) }} · "
        "{{ words.report.rubric|filled(version=tool.rubric) }}{% if author %} · {{ author }}{% endif %}"
        "{% if date %} · {{ date }}{% endif %}"
    )
    sheet.heading("{{ heading.answer }}: {{ verdict.title }}", 1)
    sheet.tag("if not summary.checked")
    sheet.say("*{{ say.unchecked }} ", "{{ say.unchecked_more }}")
    sheet.tag("endif")
    sheet.say("{{ verdict.sentence }}", style="Report Answer")
    for part in ("verdict.between", "verdict.rest"):
        sheet.tag(f"if {part}")
        sheet.say("{{ " + part + " }}")
        sheet.tag("endif")
    sheet.note("*{{ verdict.title }}", "{{ words.report.means|filled(answer='', meaning=verdict.meaning) }}")
    sheet.tag("if flags")
    sheet.heading("{{ heading.flags }}", 2)
    sheet.bullets("flag in flags", "*{{ flag.title }}. ", "{{ flag.explanation }}")
    sheet.tag("endif")
    sheet.tag("if summary.rests")
    sheet.heading("{{ heading.rests }}", 2)
    sheet.say("{{ summary.rests }}")
    sheet.quotes("summary.deciding", brief=True)
    sheet.tag("endif")


def in_short(sheet: Sheet) -> None:
    """The best, what is missing, what to ask for, the score, the limits, how to contest."""
    sheet.tag("if summary.best")
    sheet.heading("{{ heading.best }}", 2)
    sheet.bullets(
        "one in summary.best",
        "*{{ one.title }}",
        " ({{ one.level_short }}). “{{ one.quote.text }}” {{ one.quote.where }}",
    )
    sheet.tag("endif")
    sheet.tag("if summary.missing")
    sheet.heading("{{ heading.missing }}", 2)
    sheet.bullets("one in summary.missing", "{{ one.title }} ({{ one.level_short }})")
    sheet.tag("endif")
    sheet.tag("if summary.asks")
    sheet.heading("{{ heading.asks }}", 2)
    sheet.bullets("one in summary.asks", "{{ one.advice }}", style="List Number")
    sheet.tag("endif")
    sheet.tag("if doubts")
    sheet.heading("{{ heading.doubts }}", 2)
    sheet.say("{{ texts.in_doubt }}")
    sheet.bullets(
        "flag in doubts",
        "*{{ flag.title }}. ",
        "{{ flag.explanation }}{% for q in flag.quotes %} “{{ q.text }}” ({{ q.where }}){% endfor %}"
        "{% if flag.more %} {{ words.report.and_more|filled(n=flag.more) }}{% endif %}",
    )
    sheet.tag("endif")
    sheet.heading("{{ heading.score }}", 2)
    sheet.tag("if score.value is none")
    sheet.say("{{ say.no_score }}")
    sheet.tag("else")
    sheet.say(
        "*{{ words.report.score_of|filled(value=score.value_text, max=score.max) }}",
        "; {{ score.range }}; {{ score.apart }}. {{ say.compares }}",
    )
    sheet.tag("endif")
    sheet.heading("{{ heading.limits }}", 2)
    sheet.say("{{ texts.about }}", style="List Bullet")
    sheet.bullets(
        "one in unread",
        "{{ words.report.unread_because|filled(n=one.n, pages=one.pages, why=one.why) }} {{ say.unread }}",
    )
    sheet.tag("if parts")
    sheet.say("{{ say.parts_unread }}", style="List Bullet")
    sheet.tag("endif")
    sheet.say("{{ say.certainty }}", style="List Bullet")
    sheet.heading("{{ heading.contest }}", 2)
    sheet.say("{{ texts.contest }}")
    sheet.note("{{ cite }}")


def reading(sheet: Sheet) -> None:
    """What the report was read from."""
    sheet.heading("{{ heading.read }}", 1)
    sheet.table(
        said("table.read"),
        said("table.read_about"),
        [said("column.what"), said("column.how_much")],
        [8, 8],
        [],
        more=[
            [
                said("column.pages_read"),
                "{% if facts.paged %}{{ words.report.read_pages|filled(read=facts.read, "
                "pages=facts.pages) }}{% else %}{{ words.report.no_pages }}{% endif %}",
            ],
            [said("column.words"), "{{ facts.words }}"],
            [said("column.statements"), "{{ counts.statements }}"],
            [said("column.naming_statements"), "{{ counts.explicit }}"],
        ],
    )
    sheet.tag("if unread")
    sheet.bullets(
        "one in unread",
        "{{ words.report.unread_why|filled(n=one.n, pages=one.pages, why=one.why) }}",
    )
    sheet.tag("elif facts.paged")
    sheet.say("{{ say.all_read }}")
    sheet.tag("endif")
    sheet.tag("if parts")
    sheet.say("*{{ say.parts_unread_head }}")
    sheet.bullets(
        "one in parts",
        "{{ (words.report.part_page if one.pages else words.report.part)|filled(what=one.what, "
        "pages=one.pages, why=one.why) }}",
    )
    sheet.tag("endif")


def decided(sheet: Sheet) -> None:
    """What people decided, beside what the machine said."""
    sheet.tag("if reviews")
    sheet.heading("{{ heading.reviews }}", 1)
    sheet.say(
        "{{ words.decision.decisions|filled(n=reviews.counts.decisions, "
        "names=reviews.reviewers|join(', '), changed=reviews.counts.changed) }}"
        "{% if reviews.counts.conflicts %}; {{ words.decision.conflicts|"
        "filled(n=reviews.counts.conflicts) }}{% endif %}{% if reviews.counts.unplaced %}; "
        "{{ words.decision.unplaced_count|filled(n=reviews.counts.unplaced) }}{% endif %}."
    )
    score = (
        "{{ S.score.value_text }} ({{ words.report.score_between|filled(low=S.score.low_text, "
        "high=S.score.high_text) }})"
    )
    sheet.table(
        said("table.review_word"),
        said("table.review_about"),
        ["", said("column.machine_alone"), said("column.decided")],
        [5, 5.5, 5.5],
        [],
        more=[
            [said("column.answer"), "{{ reviews.machine.title }}", "{{ reviews.reviewed.title }}"],
            [
                said("column.score"),
                score.replace("S.", "reviews.machine."),
                score.replace("S.", "reviews.reviewed."),
            ],
            [
                said("column.score_unweighted"),
                "{{ reviews.machine.score.unweighted_text }}",
                "{{ reviews.reviewed.score.unweighted_text }}",
            ],
        ],
    )
    sheet.tag("if reviews.statements")
    sheet.heading(said("decision.statements_decided"), 2)
    sheet.tag("for s in reviews.statements")
    sheet.say("{{ s.text }}", style="Report Quote")
    sheet.say("{% if s.page %}{{ words.where.page|filled(page=s.page|string) }} · {% endif %}{{ s.id }}", style="Report Source")
    sheet.say("*" + said("decision.machine") + " ", labels_of("s.machine"))
    sheet.say(
        "*" + said("decision.with_decisions") + " ",
        labels_of("s.reviewed")
        + "{% if s.conflict %}. {{ words.decision.they_disagree_stands }}{% endif %}",
    )
    decisions(sheet, "s.decisions")
    sheet.tag("endfor")
    sheet.tag("endif")
    sheet.tag("if reviews.criteria")
    sheet.heading(said("decision.questions_changed"), 2)
    sheet.tag("for c in reviews.criteria")
    sheet.say(
        "*{{ c.title }}: ",
        "{{ words.decision.both_decided|filled(machine=L1, reviewed=L2) }}".replace(
            "L1", level_at("c.machine")
        ).replace("L2", level_at("c.reviewed"))
        + "{% if c.conflict %} ({{ words.decision.they_disagree }}){% endif %}",
    )
    decisions(sheet, "c.decisions")
    sheet.tag("endfor")
    sheet.tag("endif")
    unsettled(sheet)
    sheet.tag("endif")


def decisions(sheet: Sheet, items: str) -> None:
    """List decisions, each with who and why."""
    sheet.tag(f"for one in {items}")
    sheet.say(CHOICE, style="List Bullet")
    sheet.tag("endfor")


def unsettled(sheet: Sheet) -> None:
    """Conflicts, decisions without a place, replies and corrections."""
    sheet.tag("if reviews.conflicts")
    sheet.heading(said("decision.to_settle"), 2)
    sheet.tag("for one in reviews.conflicts")
    sheet.say(
        "{% if one.text %}“{{ one.text }}”{% else %}{{ reviews.titles.get(one.criterion, "
        "one.criterion) }}{% endif %}: {% if one.why == 'disagree' %}{{ words.decision.disagree_stands }}"
        "{% elif one.stands == 'decision' %}{{ words.decision.changed_decision }}{% else %}"
        "{{ words.decision.changed_machine }}{% endif %}.",
        style="List Bullet",
    )
    sheet.tag("endfor")
    sheet.tag("endif")
    sheet.tag("if reviews.unplaced")
    sheet.heading(said("decision.cannot_place"), 2)
    sheet.tag("for one in reviews.unplaced")
    sheet.say(
        "“{{ one.text }}”: {{ {'gone': words.decision.no_longer, 'reworded': words.decision.rewritten, "
        "'several': words.decision.several_places}.get(one.why, words.decision.not_asked) }}"
        "{% if one.nearest is not none %}. {{ words.decision.nearest_is|filled(text=one.nearest.text, "
        "id=one.nearest.id) }}{% endif %}.",
        style="List Bullet",
    )
    sheet.tag("endfor")
    sheet.tag("endif")
    sheet.tag("if reviews.replies")
    sheet.heading(said("decision.reply"), 2)
    sheet.tag("for one in reviews.replies")
    reply(sheet)
    sheet.tag("endfor")
    sheet.tag("endif")
    sheet.tag("if reviews.corrections")
    sheet.heading(said("decision.corrections_earlier"), 2)
    sheet.tag("for one in reviews.corrections")
    sheet.say(
        "{{ one.date }}: {{ one.text }}{% if one.name %} ({{ one.name }}){% endif %}",
        style="List Bullet",
    )
    sheet.tag("endfor")
    sheet.tag("endif")


def reply(sheet: Sheet) -> None:
    """One text of the authors."""
    sheet.say(
        "*{{ words.decision.reply_of|filled(author=one.author or words.decision.the_authors) }}",
        "{% if one.date %}, {{ one.date }}{% endif %}{% if one.quote %}, "
        "{{ words.decision.to_quote|filled(quote=one.quote) }}{% endif %}{% if one.criterion "
        "is not none %}, {{ words.decision.on_question|filled(title=reviews.titles.get(one.criterion, "
        "one.criterion)) }}{% endif %}: {{ one.text }}",
    )


def questions(sheet: Sheet) -> None:
    """The questions with something to show, at a glance and one by one."""
    sheet.heading("{{ heading.answered }}", 1)
    sheet.say("{{ say.levels }}")
    sheet.tag("if answered")
    sheet.table(
        said("table.glance"),
        said("table.glance_about"),
        [said(f"column.{one}") for one in ("question", "level", "best_page", "weight")],
        [8.3, 4.1, 1.9, 1.9],
        [
            (
                "q in answered",
                [
                    "{{ q.title }}",
                    "{{ q.level_short }}",
                    "{{ q.best_page or '–' }}",
                    "{{ q.weight }}",
                ],
            )
        ],
    )
    sheet.tag("else")
    sheet.say("{{ words.report.none_answered|filled(n=questions|length) }}")
    sheet.tag("endif")
    sheet.tag("for c in answered")
    question(sheet)
    sheet.tag("endfor")
    sheet.tag("if silent")
    sheet.heading("{{ heading.silent }}", 1)
    sheet.say("{{ say.silent_questions }}")
    sheet.table(
        said("table.silent"),
        said("table.silent_about"),
        [said(f"column.{one}") for one in ("question", "advice", "weight")],
        [5.2, 9.4, 1.6],
        [
            (
                "q in silent",
                [
                    "{{ q.title }}{% if q.level is none %} ({{ q.level_short }}){% endif %}",
                    "{{ q.advice or q.because }}",
                    "{{ q.weight }}",
                ],
            )
        ],
    )
    sheet.tag("for c in silent")
    sheet.tag("for one in c.replies")
    reply(sheet)
    sheet.tag("endfor")
    sheet.tag("endfor")
    sheet.tag("endif")


def question(sheet: Sheet) -> None:
    """One question with its answer and evidence."""
    sheet.heading("{{ c.title }}", 2)
    sheet.say("*{{ c.level_long }}. ", "{{ c.question }} {{ c.because }}")
    sheet.tag("if c.reviewed and c.reviewed.changed")
    before = level_at("c.reviewed.machine")
    alone = "{{ words.decision.alone_level|filled(level=" + before + ") }}"
    sheet.say("*" + said("decision.changed_this") + " ", alone)
    sheet.tag("endif")
    sheet.tag("if c.marks")
    sheet.say("*{{ heading.marks }}: ", "{{ c.marks }}.")
    sheet.tag("endif")
    sheet.quotes("c.evidence")
    sheet.tag("if c.more")
    sheet.note(
        "{% set ids %}{% for one in c.more %}{% if not loop.first %}, {% endif %}{{ one.id }} "
        "({{ one.where }}){% endfor %}{% endset %}{{ (words.report.more_ids_and if c.unnamed else "
        "words.report.more_ids)|filled(ids=ids, n=c.unnamed) }}"
    )
    sheet.tag("endif")
    sheet.tag("if c.counter")
    sheet.heading(said("report.against_short"), 3)
    sheet.quotes("c.counter")
    sheet.tag("if c.more_counter")
    sheet.note("{{ words.report.and_more|filled(n=c.more_counter) }}")
    sheet.tag("endif")
    sheet.tag("endif")
    sheet.tag("for one in c.replies")
    reply(sheet)
    sheet.tag("endfor")
    sheet.tag("if c.advice")
    sheet.say("*" + said("report.what_could") + ". ", "{{ c.advice }}")
    sheet.tag("endif")


def groups(sheet: Sheet) -> None:
    """Babies beside the other groups the document speaks of."""
    sheet.heading("{{ heading.groups }}", 1)
    sheet.tag("if picture")
    sheet.docx.add_paragraph("{{ picture }}")
    sheet.tag("endif")
    sheet.table(
        said("table.groups"),
        said("table.groups_about"),
        [said(f"column.{one}") for one in ("group", "statements", "pages")],
        [4.2, 2.4, 9.6],
        [
            (
                "row in groups.rows",
                ["{{ row.name }}", "{{ row.statements }}", "{{ row.pages or '–' }}"],
            )
        ],
    )


def absence(sheet: Sheet) -> None:
    """What was searched for, and what came closest."""
    sheet.heading("{{ heading.absence }}", 1)
    sheet.say("{{ texts.absence }}")
    sheet.table(
        said("table.search"),
        said("table.search_about"),
        [said("column.what"), said("column.how_much")],
        [8, 8],
        [],
        more=[
            [said("column.terms"), "{{ facts.terms }}"],
            [said("column.patterns"), "{{ facts.patterns }}"],
            [said("column.statements_read"), "{{ counts.statements }}"],
            [said("column.pages_not_read"), "{{ facts.not_read }}"],
        ],
    )
    sheet.tag("if near_misses")
    sheet.tag("for q in near_misses")
    sheet.words("q", "Report Quote")
    sheet.say(
        "{{ q.where }} · {{ q.id }} · {{ q.place }} · ",
        "*" + said("where.aside") + " ",
        "{{ q.why }}",
        style="Report Source",
    )
    sheet.tag("endfor")
    sheet.note("{{ more_misses }}")
    sheet.tag("else")
    sheet.say("{{ say.nothing_close }}")
    sheet.tag("endif")


def second_reading(sheet: Sheet) -> None:
    """The same evidence as EquiFrame indices."""
    sheet.heading("{{ heading.equiframe }}", 1)
    sheet.say("{{ equiframe.meaning }}")
    share = (
        "{{ words.report.index_of|filled(numerator=I.numerator, denominator=I.denominator, "
        "percent=I.percent) }}"
    )

    def shared(index: str) -> str:
        return share.replace("I.", f"equiframe.{index}.")

    sheet.table(
        said("table.indices"),
        said("table.indices_about"),
        ["", said("column.all_concepts"), said("column.asked_concepts")],
        [6, 5, 5],
        [],
        more=[
            [said("report.touched"), shared("coverage"), shared("coverage_asked")],
            [said("report.acted"), shared("quality"), shared("quality_asked")],
        ],
    )
    sheet.note(
        "{% for one in equiframe.concepts if one.asked %}{% if not loop.first %}; {% endif %}"
        "{{ one.name }}: {{ one.level_short }}{% endfor %}."
    )
    sheet.note("{{ equiframe.source }}")


def method(sheet: Sheet) -> None:
    """How it was made, and by which versions."""
    sheet.heading("{{ heading.method }}", 1)
    sheet.say("{{ say.method }}")
    sheet.heading(said("report.how_far"), 2)
    sheet.bullets("one in strengths", "*{{ one.id }}, {{ one.name }}. ", "{{ one.meaning }}")
    sheet.heading(said("report.answers_mean"), 2)
    sheet.say(said("report.first_that_holds"))
    sheet.bullets("one in verdicts", "*{{ one.title }}. ", "{{ one.meaning }}")
    sheet.heading(said("report.why_weight"), 2)
    sheet.bullets(
        "q in questions",
        "*{{ q.title }} ({{ q.weight }}). ",
        "{{ q.why }} {{ q.weight_reason }} {{ q.source }}",
        style="Report Note",
    )
    sheet.heading("{{ heading.changed }}", 2)
    sheet.say("{{ texts.changed }}")
    sheet.tag("if untranslated")
    sheet.say("{{ untranslated }}")
    sheet.tag("endif")
    sheet.heading(said("report.versions"), 2)
    for parts in (
        (
            "{{ words.report.tool_schema|filled(tool=tool.name ~ ' ' ~ tool.version, "
            "rubric=tool.rubric, guide=rubric.guide, schema=schema) }}"
            "{% if 'ocr' in tool %}; {{ words.report.ocr }}: {{ tool.ocr }}{% endif %}",
        ),
        ("{{ words.report.lists_are|filled(hash='') }}", "`{{ tool.lexicons }}"),
        (
            "{{ words.report.document_is|filled(name=document.name, hash='') }}",
            "`{{ document.sha256 }}",
        ),
    ):
        sheet.say(*parts, style="List Bullet")
    sheet.say("{{ say.verify }} ", "`auditor verify REPORT FILE")


def listings(sheet: Sheet) -> None:
    """The statements that name babies, include them by implication or leave them out."""
    sheet.heading("{{ heading.statements }}", 1)
    sheet.tag("for listing in listings")
    sheet.tag("if listing.quotes")
    sheet.heading("{{ listing.name }}", 2)
    sheet.note("{{ listing.meaning }}")
    sheet.table(
        said("table.statements"),
        said("table.statements_about"),
        [said("column.where"), said("column.says")],
        [3.2, 13],
        [
            (
                "q in listing.quotes",
                [
                    "{{ q.where }}, {{ q.id }}",
                    "{% for part in q.parts %}{{ part.text }}{% endfor %} ({{ q.labels }}, {{ q.sure }})",
                ],
            )
        ],
    )
    sheet.tag("if listing.more")
    sheet.note("{{ words.report.and_more_word|filled(n=listing.more) }}")
    sheet.tag("endif")
    sheet.tag("endif")
    sheet.tag("endfor")


def edges(sheet: Sheet) -> None:
    """The head and the foot of each page."""
    section = sheet.docx.sections[0]
    section.header.paragraphs[0].style = "Report Note"
    section.header.paragraphs[
        0
    ].text = "{{ running }}: {{ verdict.title }}{% if not summary.checked %}. {{ say.unchecked }}{% endif %}"
    foot = section.footer.paragraphs[0]
    foot.style = "Report Note"
    foot.text = (
        "{{ words.report.tool|filled(tool=tool.name ~ ' ' ~ tool.version, rubric=tool.rubric) }}"
        "{% if date %}, {{ date }}{% endif %} · {{ words.report.page_foot }} "
    )
    for kind in ("begin", None, "end"):
        run = foot.add_run()._r
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = "PAGE"
            run.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)


def make(path: Path) -> None:
    """Make the template."""
    sheet = Sheet()
    first_page(sheet)
    in_short(sheet)
    sheet.tag("if part == 'whole'")
    for part in (decided, questions, groups, reading, absence, listings, second_reading, method):
        part(sheet)
    sheet.tag("endif")
    edges(sheet)
    properties = sheet.docx.core_properties
    properties.title, properties.author, properties.language = "{{ title }}", "auditor", "en-GB"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime(2000, 1, 1)
    sheet.docx.save(str(path))


if __name__ == "__main__":
    make(Path(__file__).with_name("report.docx"))

"""Web pages as browsers, Word, Google Docs, pandoc and councils write them."""

from __future__ import annotations

import pytest

from auditor.document.web.html import read_html
from tests.document.office.outlines import SEEN, UNSEEN, Outline, inserted, outline, read

P, U = f"<p>{SEEN}</p>", f"<p>{UNSEEN}</p>"
ONE = [("body", SEEN)]


def page(inner: str, head: str = "") -> bytes:
    """Write a page."""
    return f'<!doctype html><meta charset="utf-8">{head}<body>{inner}'.encode()


SHOWN: dict[str, tuple[str, Outline]] = {
    "unknown elements are inline": (
        "<p>We will <st1:place>see</st1:place> <x-y>every</x-y> <nobr>baby</nobr> under two.</p>",
        ONE,
    ),
    "an unknown element around blocks": (
        f"<my-page><my-part>{P}{U}</my-part></my-page>",
        [*ONE, ("body", UNSEEN)],
    ),
    "a span that stands as a block": (
        f'<span style="display:block">{SEEN}</span><span>{UNSEEN}</span>',
        [*ONE, ("body", UNSEEN)],
    ),
    "two breaks part paragraphs": (
        f"<div>{SEEN}<br>\n<br/>{UNSEEN}</div>",
        [*ONE, ("body", UNSEEN)],
    ),
    "one break is a blank": ("<p>We will see every<br>baby under two.</p>", ONE),
    "bullets after breaks are items": (
        "<p>We will:<br>• train<br>• open</p>",
        [("body", "We will:"), ("list", "train"), ("list", "open")],
    ),
    "preformatted lines": (
        "<pre>We will see every\nbaby under two.\n\n- train\n- open</pre>",
        [*ONE, ("list", "train"), ("list", "open")],
    ),
    "details, summary and figure": (
        f"<details><summary>Babies</summary>{P}</details>"
        "<figure><svg></svg><figcaption>Figure one</figcaption></figure>",
        [("body", "Babies"), *ONE, ("body", "Figure one")],
    ),
    "definition list": (
        "<dl><dt>Babies</dt><dd>" + SEEN + "</dd></dl>",
        [("body", "Babies"), *ONE],
    ),
    "words of a drawing": (
        "<svg><title>no</title><g><text>Babies <tspan>first</tspan></text></g></svg>",
        [("body", "Babies first")],
    ),
    "formula": (
        "<p>Rate is <math><mi>a</mi><mo>=</mo><mi>b</mi></math>.</p>",
        [("body", "Rate is a=b.")],
    ),
    "headings in buttons of an accordion": (
        f'<h2><button aria-expanded="false">Babies</button></h2><div>{P}</div><button>Send</button>',
        [("heading", "Babies"), *ONE],
    ),
    "filled-in fields": (
        "<label>Whom? <input value='babies'></label><input type=hidden value=x>"
        "<input type=submit value=Send>",
        [("body", "Whom? babies")],
    ),
    "nested lists": (
        "<ul><li>one<ul><li>two</li></ul></li><li><p>three</p></li></ul>",
        [("list", "one"), ("list", "two"), ("list", "three")],
    ),
    "unclosed paragraphs and items": (
        f"<p>{SEEN}<p>{UNSEEN}<ul><li>one<li>two</ul>",
        [*ONE, ("body", UNSEEN), ("list", "one"), ("list", "two")],
    ),
    "header of an article": (
        f"<article><header><h2>Babies</h2>{P}</header></article>",
        [("heading", "Babies"), *ONE],
    ),
    "header with the title of the page": (
        f"<header><nav>Home</nav><h1>Babies</h1>{P}</header>",
        [("running", "Home"), ("heading", "Babies"), *ONE],
    ),
    "footer of a section, quotation and cell": (
        f"<section>{P}<footer>{UNSEEN}</footer></section>",
        [*ONE, ("body", UNSEEN)],
    ),
    "raised marks go, ordinals stay": (
        "<p>Under 25<sup>3</sup>, the 4<sup>th</sup>, H<sub>2</sub>O<sup>[4]</sup>, 1<sup>a</sup></p>",
        [("body", "Under 25, the 4th, H2O, 1a")],
    ),
    "text that strayed into a table": (
        f"<table>{SEEN}<tr><td>a.</td><td>b.</td></tr></table>",
        [*ONE, ("table", "a. | b.")],
    ),
    "caption, head and foot of a table": (
        "<table><caption>Table 1</caption><thead><tr><td>Age<td>Offer</thead><tfoot><tr><td>All<td>9"
        "</tfoot><tbody><tr><th>Babies<td>4</tbody></table>",
        [("body", "Table 1"), ("table", "All | 9"), ("table", "Babies | 4")],
    ),
    "two rows of heads": (
        "<table><tr><th rowspan=2>Age<th colspan=2>Seen</tr><tr><th>2026<th>2027</tr>"
        "<tr><td>Babies<td>4<td>9</table>",
        [("table", "Babies | 4 | 9")],
    ),
    "page laid out in a table": (
        f"<table><tr><td>Home<td><h1>Babies</h1>{P}{U}</tr><tr><td colspan=2>Contact</table>",
        [("body", "Home"), ("heading", "Babies"), *ONE, ("body", UNSEEN), ("body", "Contact")],
    ),
    "table for looks": (
        f"<table role=presentation><tr><td>a.<td>b.<tr><td>c.<td>{P}</table>",
        [("body", "a."), ("body", "b."), ("body", "c."), *ONE],
    ),
    "list, note and breaks in a cell": (
        "<table><tr><th>A<th>B<tr><td>x.<td><ul><li>one</li><li>two</li></ul>three<br>four</table>",
        [("table", "x. | one two three four")],
    ),
    "a tab that one click opens": (
        f"<button role=tab aria-controls=t1>Babies</button><div id=t1 role=tabpanel hidden>{P}</div>",
        ONE,
    ),
    "seen within what is not": (
        f'<div style="visibility:hidden">{U}<table><tr><td>a.<td style="visibility:visible">{SEEN}</table></div>',
        [("table", SEEN)],
    ),
    "a page that a script is to show": (
        f'<style>body{{visibility:hidden}}</style><body style="opacity:0">{P}</body>',
        ONE,
    ),
    "a page in a drawing, and what a drawing draws with": (
        "<svg><defs><text>no</text></defs><symbol><text>no</text></symbol><text display=none>no</text>"
        f"<foreignObject><div>{P}<svg><text>Babies</text></svg></div></foreignObject></svg>",
        [*ONE, ("body", "Babies")],
    ),
    "quotation marks and gauges": (
        "<p>They said <q>we <b>waited</b></q>.<meter>no</meter><progress>no</progress></p>",
        [("body", "They said “we waited”.")],
    ),
    "a link that opens what it leads to": (
        f'<a href="#a" data-toggle="tab">Babies</a><div id="a" style="display:none">{P}</div>',
        [("body", "Babies"), *ONE],
    ),
    "titles within a table": (
        "<table><tr><th>Age<th>Offer<tr><th colspan=2>North<tr><td>Babies<td>a team.</table>",
        [("table", "North"), ("table", "Babies | a team.")],
    ),
    "shown though it is called hidden": (
        f"<style>.a[hidden]{{display:block}}</style><p hidden class=a>{SEEN}</p>",
        ONE,
    ),
    "elements in a row, and cells that are none": (
        "<div style='display:flex'><span>North</span><span>South</span></div>"
        "<p><span style='display:table-cell'>East</span><span style='display:table-cell'>West</span>",
        [("body", text) for text in ("North", "South", "East", "West")],
    ),
    "a template that the page shows": (
        f"<my-card><template shadowrootmode=open>{P}</template></my-card><template>no</template>",
        ONE,
    ),
    "until found": (f'<div hidden="until-found">{P}</div>', ONE),
    "hidden from screen readers alone": (f'<p aria-hidden="true">{SEEN}</p>', ONE),
    "twice for two kinds of readers": (f'{P}<p aria-hidden="true">{SEEN}</p>', ONE),
    "pandoc's notes": (
        '<p>One.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
        f'<section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>{UNSEEN}<a href="#fnref1" '
        'class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
        [("body", "One."), ("body", UNSEEN)],
    ),
    "a note stands where it is called": (
        '<p>One.<sup><a href="#fn1">1</a></sup></p><table><tr><td>a.<td>b.<a href="#fn2" role="doc-noteref">2'
        f'</a><tr><td>c.<td>d.</table><h2>References</h2><ol><li id="fn1">{UNSEEN}</li>'
        '<li id="fn2"><p>Two.</p><p>More.</p></li><li id="fn3">Three.</li></ol>',
        [
            ("body", "One."),
            ("body", UNSEEN),
            ("table", "a. | b."),
            ("body", "Two."),
            ("body", "More."),
            ("table", "c. | d."),
            ("heading", "References"),
            ("body", "Three."),
        ],
    ),
    "LibreOffice's notes": (
        '<p>One.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
        '<p>Two.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" '
        f'href="#sdfootnote1anc">1</a> {UNSEEN}</p></div>',
        [("body", "One."), ("body", UNSEEN), ("body", "Two.")],
    ),
    "Word's notes": (
        '<p>One.<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p>'
        "<p>Two.</p><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" "
        f'name="_ftn1"><span>[1]</span></a> {UNSEEN}</p></div>',
        [("body", "One."), ("body", UNSEEN), ("body", "Two.")],
    ),
    "Google Docs' notes and comments": (
        '<p>One.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]'
        f'</a></sup></p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> {UNSEEN}</span></p></div>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Why babies?</span></p></div>',
        [("body", "One."), ("body", UNSEEN)],
    ),
    "Word's lists, title, contents and comments": (
        "<p class=MsoTitle>A plan</p><p class=MsoToc1>Babies 4</p><p class=MsoListParagraph style='mso-list:"
        "l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>"
        "<![endif]>train</p><!--[if gte mso 9]><p>no</p><![endif]--><div style='mso-element:comment'>"
        "<p class=MsoCommentText>no</p></div><p class=MsoNormal>We will see every baby under two."
        "<o:p></o:p></p>",
        [("heading", "A plan"), ("toc", "Babies 4"), ("list", "train"), *ONE],
    ),
    "a page within": (f'<iframe srcdoc="&lt;p&gt;{SEEN}"></iframe>', ONE),
    "areas and old elements": (
        "<textarea>one</textarea><xmp>two</xmp><center>three</center><font>four</font>",
        [("body", "one"), ("body", "two"), ("body", "three"), ("body", "four")],
    ),
    "entities by number of old editors": (
        "<p>won&#146;t &#150; &pound4m</p>",
        [("body", "won’t – £4m")],
    ),
    "entities, soft hyphens and no-break blanks": (
        "<p>We&nbsp;will see every ba&shy;by under&#8203; two&#46;</p>",
        ONE,
    ),
}


@pytest.mark.parametrize(("inner", "expected"), SHOWN.values(), ids=SHOWN)
def test_what_a_page_shows_is_read(inner: str, expected: Outline) -> None:
    """Words come out whole, apart where the page sets them apart, in their order."""
    assert outline(read(page(inner), "plan.html")) == expected


HIDDEN: dict[str, str] = {
    "attribute": f"<div hidden>{U}</div>",
    "style": f'<p style="color:red; DISPLAY : None">{UNSEEN}</p>',
    "important style": f'<p style="display:none!important">{UNSEEN}</p>',
    "class": f"<style>.a, .b > p {{ display: none }}</style><div class=b>{U}</div>",
    "id and element": f"<style>#x p{{visibility:hidden}}</style><div id=x>{U}</div>",
    "attribute selector": f'<style>[data-x="1"]{{display:none}}</style><p data-x=1>{UNSEEN}</p>',
    "conditional rule that holds": f"<style>@media screen and (min-width:600px){{.a{{display:none}}}}</style>"
    f"<p class=a>{UNSEEN}</p>",
    "old comment in the sheet": f"<style><!-- .a{{display:none}} --></style><p class=a>{UNSEEN}</p>",
    "template, dialog and script": f"<template>{U}</template><dialog>{U}</dialog><script>'{U}'</script>",
    "for ears": f'<span class="govuk-visually-hidden">{UNSEEN}</span>',
    "off the screen": f'<p style="position:absolute;left:-9999px">{UNSEEN}</p>',
    "off the screen by a sheet": f"<style>.a{{text-indent:-9999px}}</style><p class=a>{UNSEEN}</p>",
    "cut to nothing by a path": f"<style>.a{{clip-path:inset(50%)}}</style><p class=a>{UNSEEN}</p>",
    "cut to nothing": f"<style>.a{{clip:rect(0 0 0 0)}}</style><p class=a>{UNSEEN}</p>",
    "without size, colour or body": f'<p style="opacity:0">{UNSEEN}</p><p style="font-size:0px">{UNSEEN}</p>'
    f'<p style="color: transparent">{UNSEEN}</p>',
    "frames for old browsers": f"<noframes>{U}</noframes><noscript>{U}</noscript>",
    "Word's hidden text": f"<span style='mso-hide:all'>{UNSEEN}</span>",
    "row and cell": f"<table><tr><td>a.<td>b.<tr hidden><td>{UNSEEN}<td>c<tr><td>d.<td style='display:none'>"
    f"{UNSEEN}</table>",
    "deleted": f"<p><del>{UNSEEN}</del></p><p><strike>{UNSEEN}</strike></p>",
    "struck by style": f"<style>.c3{{text-decoration:line-through}}</style><p><span class=c3>{UNSEEN}</span></p>",
    "struck by line": f'<p style="text-decoration-line: line-through">{UNSEEN}</p>',
}


@pytest.mark.parametrize("inner", HIDDEN.values(), ids=HIDDEN)
def test_what_a_page_does_not_show_is_no_text(inner: str) -> None:
    """Hidden and deleted words are left out, and stand in the account if the page holds them as text."""
    document = read(page(P + inner), "plan.html")
    assert UNSEEN not in document.text and SEEN in document.text


DISPLAYED: dict[str, str] = {
    "rule for paper": "@media print{.a{display:none}}",
    "rule for small screens": "@media (max-width: 600px){.a{display:none}}",
    "a later rule": ".a{display:none} .a{display:block}",
    "a more special rule": "p.a{display:block} .a{display:none}",
    "an important rule": ".a{display:block!important} p.a{display:none}",
    "bootstrap": ".a{display:none} @media (min-width:768px){.a{display:block!important}}",
    "rule on hover": ".a:hover{display:none}",
    "rule on what stands before": ".a::before{display:none}",
    "nonsense": ".a{{{display:none",
    "text that comes to be seen": ".a{opacity:0;transition:opacity 1s}",
    "letters filled with a picture": ".a{color:transparent;background-clip:text}",
    "a box without size around text": "body{font-size:0} .a{font-size:16px}",
    "unknown selector": ".a:unknown(x){display:none}",
}


@pytest.mark.parametrize("sheet", DISPLAYED.values(), ids=DISPLAYED)
def test_rules_that_do_not_hold_hide_nothing(sheet: str) -> None:
    """Rules are weighed as browsers weigh them, on a screen of usual width."""
    assert outline(read(page(f"<p class=a>{SEEN}</p>", f"<style>{sheet}</style>"), "p.html")) == ONE


FURNITURE: dict[str, str] = {
    "navigation": "<nav>{}</nav>",
    "role of navigation": "<div role=navigation>{}</div>",
    "page header": "<header>{}</header>",
    "page footer": "<div><footer>{}</footer></div>",
    "banner and search": "<div role=banner>{}</div><form role=search>{}</form>",
    "breadcrumbs": '<ol class="govuk-breadcrumbs">{}</ol>',
    "cookie banner": '<div id="ccc" class="cookie-consent">We use cookies. {}</div>',
    "dialog": "<div role=alertdialog>{}</div>",
    "LibreOffice's header": '<div title="header">{}</div>',
    "Word's footer": "<div style='mso-element:footer'>{}</div>",
}


@pytest.mark.parametrize("inner", FURNITURE.values(), ids=FURNITURE)
def test_furniture_is_set_aside(inner: str) -> None:
    """What stands on every page of a site is shown with its reason, and is no evidence."""
    document = read(page(P + inner.replace("{}", UNSEEN)), "plan.html")
    found = [block for block in document.blocks if UNSEEN in document.text[block.start : block.end]]
    assert found and all(block.place == "running" and block.why for block in found)


def test_a_page_about_cookies_is_no_banner() -> None:
    """A class with "cookie" on a body, or on long text, sets nothing aside."""
    long = "We bake cookies with parents of babies. " * 60
    inner = f'<body class="cookies-on"><div class="cookie-plan"><p>{long}</p>{P}</div>'
    assert all(place == "body" for place, _ in outline(read(page(inner), "plan.html")))


def test_inserted_words_are_marked() -> None:
    """An `ins` is a change that a reader of the page sees as new."""
    document = read(page("<p>We <ins>will see</ins> babies.</p>"), "plan.html")
    assert inserted(document) == ["will see"]


def test_embedded_pages_and_figures_are_parts_unread() -> None:
    """Words that another file holds are listed; pixels that count visitors are not."""
    inner = (
        '<iframe src="plan.pdf"></iframe><iframe src="count" width="1" height="1"></iframe>'
        '<figure><img src="map.png" alt="Map of teams"></figure><img src="logo.png" width=40 height=40>'
    )
    found = [part.what for part in read(page(P + inner), "plan.html").parts_unread]
    assert found == ["embedded page plan.pdf", "picture “Map of teams”"]


def test_a_picture_without_a_description_takes_room() -> None:
    """One that is described is said in words; of the other nobody knows what it holds."""
    inner = (
        '<img src="a.png" width=794 height=1123><img src="b.png" alt="A map" width=794 height=1123>'
    )
    parts = read(page(P + inner), "plan.html").parts_unread
    assert [part.area for part in parts] == [1.0, 0.0]


SENTENCES = "<p>We will see every baby and those who care for it, in the county and beyond.</p>" * 8


@pytest.mark.parametrize("opened", ["<nav><a>Home</a>", "<footer>", "<div role=navigation>"])
def test_furniture_that_holds_the_page_is_read(opened: str) -> None:
    """Somebody forgot to close it: browsers show its words as any others."""
    page = f"<html><body><h1>A plan</h1><p>Of the council.</p>{opened}{SENTENCES}".encode()
    read = [draft.text for draft in read_html(page).drafts if draft.place == "body"]
    assert sum("every baby" in text for text in read) == 8


def test_a_long_foot_below_a_longer_page_is_set_aside() -> None:
    """Its sentences are fewer than those of the page."""
    page = f"<html><body>{SENTENCES * 2}<footer>{SENTENCES}</footer></body></html>".encode()
    places = [draft.place for draft in read_html(page).drafts]
    assert (places.count("body"), places.count("running")) == (16, 8)

"""Markdown as people, pandoc, site generators and wikis write it."""

from __future__ import annotations

import pytest

from auditor.document.web.text.front_matter import part_front_matter
from tests.document.office.outlines import SEEN, Outline, outline, read

ONE: Outline = [("body", SEEN)]
GRID = """
+---------+-------------------+---------+
| Age     | Offer             | When    |
+:=======:+===================+=========+
| Babies  | We will open a    | 2027    |
| under 2 | parent-           |         |
|         | infant team       |         |
+---------+-------------------+---------+
| Parents | - talk            |         |
|         | - walk            | 2028    |
+---------+-------------------+---------+
"""
CASES: dict[str, tuple[str, Outline]] = {
    "comments of Obsidian": (f"{SEEN}\n\n%% babies %%\n\n%%\nbabies\n%%\n", ONE),
    "a comment that a block of HTML opens": (
        f"<p>one</p>\n<!--\ntwo\n\nthree\n-->\n\n{SEEN}",
        [("body", "one"), *ONE],
    ),
    "a comment without end": (
        f"{SEEN}\n\nbefore <!-- after\n\nthe rest",
        [*ONE, ("body", "before <!-- after"), ("body", "the rest")],
    ),
    "a block that begins with a comment without end": (
        f"<!-- never\n\n{SEEN}",
        [("body", "<!-- never"), *ONE],
    ),
    "comments in code": (
        f"`<!--` begins\n\n{SEEN}\n\n`-->` ends",
        [("body", "<!-- begins"), *ONE, ("body", "--> ends")],
    ),
    "comments of several lines": (f"%%\none\n\ntwo\n%%\n\n{SEEN}\n%% three\nfour %%", ONE),
    "percent signs": (
        "50%% of babies, 20%% of toddlers",
        [("body", "50%% of babies, 20%% of toddlers")],
    ),
    "comments of drawings": (
        f"```\n%% one\n```\n\n{SEEN}\n\n```\n%% two\n```",
        [("body", "%% one"), *ONE, ("body", "%% two")],
    ),
    "what pandoc raises": (
        "84 km^2^ of Orme^1^ are x^2 and y^2",
        [("body", "84 km2 of Orme are x^2 and y^2")],
    ),
    "front matter with dots": (f"---\ntitle: A\nx: [babies]\n...\n{SEEN}\n", ONE),
    "front matter after a mark": (f"\ufeff---\ntitle: A\n---\n{SEEN}\n", ONE),
    "front matter in JSON": ('{\n"title": "A"\n}\n\n' + SEEN, ONE),
    "nested facts in JSON": ('{ "title": "A",\n  "x": {\n    "y": 1\n  }\n}\n' + SEEN, ONE),
    "what Hugo, GitBook and Docusaurus draw around text": (
        f"{{{{< box >}}}}\n{SEEN}\n{{{{< /box >}}}}\n\n{{% hint style='info' %}}\none\n{{% endhint %}}\n\n"
        ":::note Babies first\ntwo\n:::\n\n:::tip[Toddlers]\nthree\n:::",
        [*ONE, *(("body", t) for t in ("one", "Babies first", "two", "Toddlers", "three"))],
    ),
    "what shortcodes show": (
        f'{{{{< figure src="a.png" caption="Babies first" >}}}}\n{SEEN}\n\n'
        "{{% pullquote \"It's time to act.\" %}}\n\n{% include figure.html caption='Toddlers' %}\n\n"
        '{{< ref "the plan.md" >}}{{< box "wide" >}}{% if x == "two words" %}',
        [("body", "Babies first"), *ONE, ("body", "It's time to act."), ("body", "Toddlers")],
    ),
    "facts without lines around them": (f"Title: A\nTags: babies\n\n{SEEN}\n", ONE),
    "what kramdown says of paragraphs": (
        f"* TOC\n{{:toc}}\n\n{SEEN}\n{{: .note}}\n\n{{::comment}}\nno\n{{:/comment}}\n",
        ONE,
    ),
    "titles of alerts, marked words, links of wikis": (
        "> [!note]- Babies first\n> We will see ==every== [[infant|baby]] under [[two]].\n\n[[1]](x)",
        [("body", "Babies first"), *ONE, ("body", "[1]")],
    ),
    "lines that are no text": (
        f"[[_TOC_]]\n\n*[HV]: health visitor\n\n{SEEN}\n\n\\newpage\n",
        ONE,
    ),
    "pandoc's title block": (f"% A plan\n% The council\n% 2026\n\n{SEEN}", ONE),
    "rules are no front matter": (f"---\n\n{SEEN}\n\n---\n\nmore\n", [*ONE, ("body", "more")]),
    "grid table": (
        GRID,
        [
            ("table", "Babies under 2 | We will open a parent-infant team | 2027"),
            ("table", "Parents | talk walk | 2028"),
        ],
    ),
    "a word cut in a grid": (
        "+------+-------------+\n| 0-2  | notice dis- |\n|      | tress.      |\n+------+-------------+\n",
        [("table", "0-2 | notice distress.")],
    ),
    "grid without heads": (
        "+---+---+\n| a. | b. |\n+---+---+\n".replace("---", "----"),
        [("table", "a. | b.")],
    ),
    "columns under dashes": (
        "Right       Left\n-------     -------------\n Babies     a team will open.\nParents     talks.\n\n"
        + SEEN,
        [("table", "Babies | a team will open."), ("table", "Parents | talks."), *ONE],
    ),
    "rows of several lines": (
        "-----------------------------------\n Age        Offer             When\n"
        "---------- ----------------- -------\n Babies     We will open a     2027\n"
        "            team for babies.\n\n Parents    Talks.             2028\n"
        "-----------------------------------\n\n" + SEEN,
        [
            ("table", "Babies | We will open a team for babies. | 2027"),
            ("table", "Parents | Talks. | 2028"),
            *ONE,
        ],
    ),
    "a rule and a heading are no table": (
        "Babies\n------\n\n" + SEEN + "\n\n-----\n",
        [("heading", "Babies"), *ONE],
    ),
    "boxes to tick": ("- [x] train\n- [ ] open\n", [("list", "train"), ("list", "open")]),
    "alerts and admonitions": (
        f'> [!NOTE]\n> {SEEN}\n\n!!! note "Babies first"\n    We will train\n    all staff.\n\nEnd.\n',
        [*ONE, ("body", "Babies first"), ("body", "We will train all staff."), ("body", "End.")],
    ),
    "breaks in cells": (
        "| A | B |\n|:-:|---|\n| North<br/>South | one<br>two |\n",
        [("table", "North South | one two")],
    ),
    "pipes in cells": ("| A | B |\n|---|---|\n| a\\|b | `c` |\n", [("table", "a|b | c")]),
    "inline HTML": ("We will <b>see</b> every <!-- no -->baby<sup>1</sup> under<br>two.", ONE),
    "block HTML": (
        f"<div class='note'>\n<p>{SEEN}</p>\n</div>\n\n<details><summary>More</summary>\n\nyes\n\n</details>",
        [*ONE, ("body", "More"), ("body", "yes")],
    ),
    "struck out by one line": (
        f"~No child is seen.~ {SEEN} H~2~O ~5 to ~9",
        [("body", f"{SEEN} H~2~O ~5 to ~9")],
    ),
    "figures and addresses that are about": (
        "wait ~6 weeks (~2 months), ~6 weeks/~12, http://a.org/~x and http://a.org/~y\n",
        [
            (
                "body",
                "wait ~6 weeks (~2 months), ~6 weeks/~12, http://a.org/~x and http://a.org/~y",
            )
        ],
    ),
    "figures that follow a word": ("~5 weeks or~6\n", [("body", "~5 weeks or~6")]),
    "struck out": (f"~~Children under five are not seen.~~ {SEEN}", ONE),
    "notes": (
        f"One.[^a] Two.[^b]\n\n[^a]: {SEEN}\n[^b]: Long.\n\n    Goes on.\n",
        [("body", "One. Two."), ("body", SEEN), ("body", "Long."), ("body", "Goes on.")],
    ),
    "classes and divisions": (
        f"# Babies {{#sec .x}}\n\n::: {{.note}}\n{SEEN}\n:::\n",
        [("heading", "Babies"), *ONE],
    ),
    "figure": ("![Map of teams](map.png){width=50%}\n", [("body", "Map of teams")]),
    "definition list": (f"Babies\n:   {SEEN}\n", [("body", "Babies"), *ONE]),
    "headings of two kinds": (
        f"A plan\n======\n\nBabies\n------\n{SEEN}",
        [("heading", "A plan"), ("heading", "Babies"), *ONE],
    ),
    "wrapped lines and hard breaks": ("We will see  \nevery baby\\\nunder\ntwo.", ONE),
    "quotation and nested items": (
        f"> {SEEN}\n\n- one\n  1. two\n",
        [*ONE, ("list", "one"), ("list", "two")],
    ),
    "code": ("```\nWe will see every\nbaby under two.\n```\n", ONE),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown(text: str, expected: Outline) -> None:
    """What a page made of the file would show is read."""
    assert outline(read(text.encode(), "plan.md")) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('+++\ntitle = "A plan"\n+++\n# B', "A plan"),
        ("---\nauthor: x\ntitle: 'A plan'\n---\n# B", "A plan"),
        ("---\nauthor: x\n---\n# B", ""),
        ("# B", ""),
    ],
)
def test_the_title_of_the_facts(text: str, title: str) -> None:
    """The title stands in the facts, else the first heading gives it."""
    assert part_front_matter(text)[0] == title
    assert read(text.encode(), "plan.md").title == (title or "B")

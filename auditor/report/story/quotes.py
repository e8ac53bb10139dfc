"""Statements as a reader meets them: the words, which of them decided, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote as percent_encoded

from auditor.report.story.reasons import Reason, is_telling, reason_of, reasons
from auditor.report.views.audit import AuditView, SourceView, StatementView
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import ENGLISH, shared_words


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a statement's words, all of which decided or none."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Where:
    """Where a statement stands, and a link that opens the source there."""

    page: int | None
    label: str | None
    """What the page calls itself, where that differs from its number."""
    href: str | None
    section: tuple[str, ...]
    file: str | None
    columns: tuple[str, ...] = ()
    """The heads of the columns, for a row of a table."""
    is_doubtful: bool = False
    """Whether its words were not found again on the page as they were read."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement, ready to be quoted."""

    id: str
    segments: tuple[Segment, ...]
    where: Where
    place: str
    reach: str
    topic: str | None
    strength: int
    criteria: tuple[str, ...]
    confidence: float
    reasons: tuple[Reason, ...]
    ocr: bool
    why: str
    """For a near miss: why it was set aside."""
    repeat_of: str | None
    is_inserted: bool = False
    """True if it holds text of an open tracked change."""

    @property
    def text(self) -> str:
        """The statement's words, unmarked."""
        return "".join(segment.text for segment in self.segments)


def quoted(statement: StatementView, document: SourceView, *, why: str = "") -> Quote:
    """Make a statement of an audit ready to be quoted; `why` is why a near miss was set aside."""
    told = [one for one in statement["because"] if is_telling(reason_of(one))]
    return Quote(
        id=statement["id"],
        segments=segments(statement["text"], [(one["start"], one["end"]) for one in told]),
        where=whereabouts(statement, document),
        place=statement["place"],
        reach=statement["reach"],
        topic=statement["topic"],
        strength=statement["strength"],
        criteria=tuple(statement["criteria"]),
        confidence=statement["confidence"],
        reasons=reasons(statement["because"]),
        ocr=bool(statement.get("ocr")),
        why=why,
        repeat_of=statement.get("repeat_of"),
        is_inserted=statement.get("revision") == "inserted",
    )


class Quotes(Mapping[str, Quote]):
    """The statements of an audit by their ids, each made ready when it is first quoted."""

    def __init__(self, view: AuditView) -> None:
        self._document = view["document"]
        self._statements = {one["id"]: one for one in view["statements"]}
        self._made: dict[str, Quote] = {}

    def __getitem__(self, id: str) -> Quote:
        if id not in self._made:
            self._made[id] = quoted(self._statements[id], self._document)
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._statements)

    def __len__(self) -> int:
        return len(self._statements)

    def of_reach(self, reach: str) -> tuple[Quote, ...]:
        """Return all statements of one reach, in the order of the document."""
        return tuple(self[id] for id, one in self._statements.items() if one["reach"] == reach)


def segments(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Segment, ...]:
    """Cut a text where marked words begin and end; spans that overlap become one.

    >>> [(part.text, part.marked) for part in segments("for all babies here", [(8, 14), (4, 10)])]
    [('for ', False), ('all babies', True), (' here', False)]
    """
    parts: list[Segment] = []
    done = 0
    for start, end in _joined(spans, len(text)):
        parts += [Segment(text[done:start], False), Segment(text[start:end], True)]
        done = end
    parts.append(Segment(text[done:], False))
    return tuple(part for part in parts if part.text)


def _joined(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Put spans in order, within the text, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def whereabouts(statement: StatementView, document: SourceView) -> Where:
    """Say where a statement stands, with a link to its page where the source has pages."""
    page, label = statement["page"], statement["page_label"]
    return Where(
        page=page,
        label=label if label and label != str(page) else None,
        href=page_link(document, page, statement.get("file")),
        section=_headings(statement, document),
        file=statement.get("file"),
        columns=tuple(statement.get("columns") or ()),
        is_doubtful=bool(statement.get("read_with_doubt")),
    )


def _headings(statement: StatementView, document: SourceView) -> tuple[str, ...]:
    """Return the headings above a statement, leaving out the document's own title."""
    title = document["title"].casefold()
    return tuple(one for one in statement["section"] if one.casefold() != title)


def page_link(document: SourceView, page: int | None, file: str | None = None) -> str | None:
    """Link to a page of the source, which is looked for beside the report.

    >>> page_link({"name": "our plan.pdf", "title": "Our plan"}, 12)
    './our%20plan.pdf#page=12'
    """
    name = file or document["name"]
    if page is None or not name.lower().endswith(".pdf"):
        return None
    within = page - first_page(document, file) + 1
    return f"./{percent_encoded(_encodable(name), safe='')}#page={within}"


def _encodable(name: str) -> str:
    """Replace lone surrogates, which no address can hold."""
    return name.encode("utf-8", "replace").decode("utf-8")


def first_page(document: SourceView, file: str | None) -> int:
    """Return the number in the document of a file's first page."""
    for source in document.get("files") or ():
        if source["name"] == file:
            return source["first_page"]
    return 1


def strongest_first(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Put the strongest first; the order of the document decides between equals."""
    return tuple(sorted(quotes, key=lambda quote: -quote.strength))


def title_of(title: str, name: str) -> str:
    r"""Return a title to be read; a file's name stands in for one, without its ending and signs.

    >>> title_of("Our plan", "a.pdf"), title_of("", "our_mh-plan_v3.pdf"), title_of("", "")
    ('Our plan', 'our mh-plan v3', '')
    """
    stem = PurePath(name).stem
    return stem.replace("_", " ").strip() if title.strip() in ("", name, stem) else title


def page_ranges(pages: Iterable[int]) -> str:
    """Write page numbers briefly.

    >>> page_ranges([3, 7, 8, 9, 12])
    '3, 7–9, 12'
    """
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def shortened(pages: Sequence[int], most: int = 40) -> str:
    """Write page numbers briefly, and no more of them than a table cell can hold.

    >>> shortened([1, 3, 5, 7], most=2)
    '1, 3 …'
    """
    written = page_ranges(pages).split(", ")
    return ", ".join(written[:most]) + (" …" if len(written) > most else "")


def page_words(page: int | None, label: str | None = None, language: str = ENGLISH) -> str:
    """Write a page, with what it calls itself.

    >>> page_words(12), page_words(12, "10"), page_words(None)
    ('page 12', 'page 12 (printed 10)', 'in the text')
    """
    said = shared_words(language)["where"]
    if page is None:
        return said["nowhere"]
    return fill(said["printed" if label else "page"], {"page": str(page), "label": label or ""})


def where_words(where: Where, language: str = ENGLISH, *, with_file: bool = True) -> str:
    """Write where a statement stands.

    >>> where_words(Where(12, "10", None, (), None))
    'page 12 (printed 10)'
    >>> where_words(Where(12, None, None, (), None, is_doubtful=True))
    'page 12, read with doubt'
    """
    form, said = shared_words(language)["where"], page_words(where.page, where.label, language)
    if where.file and with_file:
        said = fill(form["of_file"], {"place": said, "file": where.file})
    return fill(form["doubt"], {"place": said}) if where.is_doubtful else said

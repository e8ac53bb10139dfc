"""Where a statement stands, in words, in the language of a report."""

from __future__ import annotations

from auditor.report.story.quotes import Where
from auditor.report.story.wording import shared_words
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import ENGLISH


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

"""A spaCy component for other people's pipelines: `nlp.add_pipe("infant_mentions")`.

It puts every mention of babies into `doc.spans["infant_mentions"]`, the rule that
found it as the span's label, and the words that only seem to name babies into
`doc.spans["infant_mentions_set_aside"]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from auditor.lexicon import Lexicon

if TYPE_CHECKING:
    from auditor.language.mentions import Mention


@Language.factory("infant_mentions")
def make_infant_mentions(nlp: Language, name: str) -> InfantMentions:
    """Make the component with the word lists shipped."""
    return InfantMentions()


class InfantMentions:
    """Finds where a text names babies; reads the word lists when it first runs."""

    def __init__(self) -> None:
        """Wait with reading the word lists until there is a text."""
        self._lexicon: Lexicon | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Add the two groups of spans to the document."""
        from auditor.language.mentions import find_mentions

        found = find_mentions(doc.text, self._words())
        doc.spans["infant_mentions"] = self._spans(doc, found, counted=True)
        doc.spans["infant_mentions_set_aside"] = self._spans(doc, found, counted=False)
        return doc

    def _words(self) -> Lexicon:
        if self._lexicon is None:
            from auditor.lexicon import read_lexicon
            from auditor.resources import lexicons_folder

            self._lexicon = read_lexicon(lexicons_folder())
        return self._lexicon

    @staticmethod
    def _spans(doc: Doc, found: Sequence[Mention], *, counted: bool) -> list[Span]:
        spans = (
            doc.char_span(one.start, one.end, label=one.rule, alignment_mode="expand")
            for one in found
            if bool(one.set_aside) != counted
        )
        return [span for span in spans if span is not None]

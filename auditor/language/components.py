"""spaCy components for other people's pipelines.

* `nlp.add_pipe("infant_mentions")` puts every mention of babies into
  `doc.spans["infant_mentions"]`, the rule that found it as the span's label, and the
  words that only seem to name babies into `doc.spans["infant_mentions_set_aside"]`.
* `nlp.add_pipe("infant_reach")` judges every sentence (`doc.sents`, or the whole text
  where there are none) and puts it into `doc.spans["infant_reach"]` with its reach as
  the span's label.

Both read the rules shipped when they first run.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from auditor.language.marking.annotator import Annotator
    from auditor.rules import Rules

_LANGUAGE = "en"


@Language.factory("infant_mentions")
def make_infant_mentions(nlp: Language, name: str) -> InfantMentions:
    """Make the component that finds mentions of babies."""
    return InfantMentions()


@Language.factory("infant_reach")
def make_infant_reach(nlp: Language, name: str) -> InfantReach:
    """Make the component that judges sentences."""
    return InfantReach()


class InfantMentions:
    """Finds where a text names babies."""

    @cached_property
    def _annotator(self) -> Annotator:
        from auditor.language.marking.annotator import Annotator
        from auditor.rules import Rules

        return Annotator(Rules.read(weighed=False).language(_LANGUAGE))

    def __call__(self, doc: Doc) -> Doc:
        """Add the two groups of spans to the document."""
        text = self._annotator.annotate(self._annotator.split(doc.text))
        found: dict[bool, list[Span]] = {False: [], True: []}
        for mention in self._annotator.mentions(text, heading=False):
            if mention.reach == "explicit":
                rule = mention.set_aside or mention.rule
                because = text.because(rule, mention.span)
                span = doc.char_span(
                    because.start, because.end, label=rule, alignment_mode="expand"
                )
                if span is not None:
                    found[bool(mention.set_aside)].append(span)
        doc.spans["infant_mentions"] = found[False]
        doc.spans["infant_mentions_set_aside"] = found[True]
        return doc


class InfantReach:
    """Judges whom each sentence addresses."""

    @cached_property
    def _rules(self) -> Rules:
        from auditor.rules import Rules

        return Rules.read()

    def __call__(self, doc: Doc) -> Doc:
        """Add a span for each sentence, its reach as the label."""
        from auditor.language.statements import judge
        from auditor.records import Passage

        sentences = list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]]
        doc.spans["infant_reach"] = [
            Span(doc, one.start, one.end, label=judge(Passage(one.text), self._rules).reach)
            for one in sentences
        ]
        return doc

"""What leaves babies out, and what only seems to.

A statement excludes when it says whom the document or an offer serves, so that
some under-twos are shut out, and does not present that as a wrong to put right.
Two ways lead there: babies (or a stage that holds them) are named and shut out, or
an offer has a floor above birth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.language.grammar import word_set
from auditor.language.marking import Marked, Span
from auditor.language.mentions import Mention
from auditor.records import Because, Place

_PAST = re.compile(r"(?:ed|away|back)$")
_BE = word_set("be")
_FINDINGS = word_set("findings")
_FIGURES = word_set("figures")
_NEW = word_set("new")
_SHORT_ROW = 14
_DEFINES = ("scope.document",)


@dataclass(frozen=True, slots=True)
class Scope:
    """What was found of an exclusion: the reasons, and whether it is put right."""

    because: tuple[Because, ...]
    put_right: tuple[Because, ...] = ()

    @property
    def excludes(self) -> bool:
        """Say whether somebody is shut out and nothing in the statement puts it right."""
        return bool(self.because) and not self.put_right


def find_scope(
    marked: Marked, mentions: list[Mention], place: Place, context: Marked | None
) -> Scope:
    """Find an exclusion in a marked statement, read with its heading or column heads."""
    young = [m for m in mentions if not m.set_aside and _is_young(m)]
    reasons = (
        _named_and_shut(marked, young, place)
        or (_shut_in_a_cell(marked, young) if place == "table" else [])
        or _question(marked, young)
        or _shut_by_heading(marked, young, place, context)
    )
    if not reasons:
        babies = [m for m in young if m.reach == "explicit"]
        closed = place == "table" and marked.has("scope.shut-cell")
        if babies or closed:
            return Scope(())  # what is not there at all draws no limit for babies
        reasons = _floored_offer(marked, mentions, place, context) or _younger_shut(
            marked, mentions
        )
    if not reasons:
        return Scope(())
    put_right = () if marked.has("scope.firm") else tuple(_put_right(marked))
    return Scope(tuple(reasons), put_right)


def _is_young(mention: Mention) -> bool:
    return mention.reach in ("explicit", "early_years") or (
        mention.reach == "nominal" and mention.age is not None and (mention.age.high or 999) < 144
    )


def _put_right(marked: Marked) -> list[Because]:
    """Words that deplore a gap or promise its end."""
    return [
        marked.because(group, span)
        for group in ("scope.deplore", "scope.ending", "scope.include")
        for span in marked.phrases.get(group, ())
    ]


def _named_and_shut(marked: Marked, young: list[Mention], place: Place) -> list[Because]:
    """Babies, or a stage that holds them, shut out by name."""
    for shut in marked.phrases.get("scope.shut", ()):
        if _is_finding(marked, shut) or marked.any_word(_FIGURES, 0, len(marked.words)):
            continue
        for mention in young:
            if (
                place != "table"
                and abs(marked.clause(mention.span[0]) - marked.clause(shut[0])) > 1
            ):
                continue
            if _governs(marked, shut, mention.span):
                return [
                    marked.because(mention.rule, mention.span),
                    marked.because("scope.shut", shut),
                ]
    return []


def _shut_in_a_cell(marked: Marked, young: list[Mention]) -> list[Because]:
    """Read "0-4 years | Not commissioned": one cell names babies, another says no more than no.

    A longer row says what is done about it.
    """
    edges = ("|", ".", "")
    shuts = marked.phrases.get("scope.shut-cell", ()) if len(marked.words) <= _SHORT_ROW else ()
    for shut in shuts:
        opens = shut[0] == 0 or marked.word(shut[0] - 1) == "|"
        if not opens or marked.word(shut[1]) not in edges:
            continue
        for mention in young:
            if marked.clause(mention.span[0]) != marked.clause(shut[0]):
                return [
                    marked.because(mention.rule, mention.span),
                    marked.because("scope.shut-cell", shut),
                ]
    return []


def _governs(marked: Marked, shut: Span, mention: Span) -> bool:
    """Say whether the words that shut out speak of the mention: near, either side."""
    gap = mention[0] - shut[1] if mention[0] >= shut[1] else shut[0] - mention[1]
    if gap > 18:
        return False
    first = marked.word(shut[0])
    if first in ("only", "no", "not", "excluding", "except", "other") and mention[1] <= shut[0]:
        return first in ("not", "no", "only") and gap <= 4
    return True


def _is_finding(marked: Marked, shut: Span) -> bool:
    """Say whether the shutting out is a past event that is counted, not a rule."""
    last = marked.words[shut[1] - 1]
    before = set(marked.words[max(0, shut[0] - 3) : shut[0]])
    if (
        shut[1] - shut[0] <= 2
        and _PAST.search(last)
        and not before & _BE
        and last not in ("excluded", "barred")
    ):
        return True
    if before & {"was", "were", "had", "been"} and not before & {"is", "are"}:
        return True
    return bool(before & {"nobody", "none", "never"})


def _question(marked: Marked, young: list[Mention]) -> list[Because]:
    """Read "Do you see babies?" No: ..."""
    for mention in young:
        for at in range(mention.span[1], min(mention.span[1] + 8, len(marked.words))):
            if marked.words[at] == "?":
                for then in range(at + 1, min(at + 4, len(marked.words))):
                    if marked.words[then] in ("no", "unfortunately", "sorry"):
                        return [
                            marked.because(mention.rule, mention.span),
                            marked.because("scope.answer-no", (then, then + 1)),
                        ]
    return []


def _shut_by_heading(
    marked: Marked, young: list[Mention], place: Place, context: Marked | None
) -> list[Because]:
    """A list under "Out of scope" or "We do not see"."""
    if context is None or place != "list" or not young or not context.has("scope.shut"):
        return []
    if marked.has("strength.action") or len(marked.words) > 20:
        return []
    return [marked.because(young[0].rule, young[0].span), Because("scope.shut", "", 0, 0)]


def _floored_offer(
    marked: Marked, mentions: list[Mention], place: Place, context: Marked | None
) -> list[Because]:
    """An offer or a document whose ages start above birth."""
    if any(
        m.age is not None and m.age.low <= 0 and m.age.kind == "band" and m.reach == "nominal"
        for m in mentions
    ):
        return []
    floors = [m for m in mentions if not m.set_aside and _is_floor(m)]
    for floor in floors:
        offer = _offer_before(marked, floor, place) or _offer_in_context(
            context, marked, floor, place
        )
        if offer is not None:
            return [offer, marked.because("scope.age-floor", floor.span)]
    return _named_floor(marked, mentions, context)


def _is_floor(mention: Mention) -> bool:
    age = mention.age
    if age is None:
        return False
    if age.high is not None and age.high <= 36:
        return False
    return (
        age.low >= 12
        and age.kind in ("band", "floor", "point")
        and not (age.kind == "point" and age.low < 36)
    )


def _offer_before(marked: Marked, floor: Mention, place: Place) -> Because | None:
    clause = marked.clause(floor.span[0])
    reach = 0 if place != "table" else 1
    for group in ("scope.offer", "scope.offer-weak"):
        for span in marked.phrases.get(group, ()):
            if abs(marked.clause(span[0]) - clause) > reach:
                continue
            distance = (
                floor.span[0] - span[1] if span[1] <= floor.span[0] else span[0] - floor.span[1]
            )
            limit = (12 if group == "scope.offer" else 8) if span[1] <= floor.span[0] else 10
            if distance > limit or _is_reported(marked, span, floor.span):
                continue
            if group == "scope.offer-weak" and not _is_told_weakly(marked, span, floor):
                continue
            if marked.words[span[0]] in _DEFINING and not _defines_children(marked, span):
                continue
            return marked.because(group, span)
    return None


def _is_reported(marked: Marked, offer: Span, floor: Span) -> bool:
    """Say whether the clause tells of something found among an age group, not of an offer."""
    start, end = min(offer[0], floor[0]), max(offer[1], floor[1])
    return marked.any_word(_FINDINGS, start - 2, end + 4)


def _is_told_weakly(marked: Marked, offer: Span, floor: Mention) -> bool:
    """Say whether words that offer only in passing ("supports", "for people aged") still set a limit."""
    if (offer[1] > floor.span[0] and marked.words[offer[0]] != "can") or _is_new(marked):
        return False
    return floor.reach == "older" and not marked.any_word(_FINDINGS, 0, len(marked.words))


_DEFINING = word_set("defining")
_DEFINED = word_set("defined")


def _defines_children(marked: Marked, offer: Span) -> bool:
    """Say whether what is defined is whom a document calls a child, and not some other term."""
    return marked.any_word(_DEFINED, offer[0] - 7, offer[0] + 1)


def _is_new(marked: Marked) -> bool:
    """Say whether something is announced, which makes an age band a target and not a limit."""
    return marked.has("strength.action") or marked.any_word(_NEW, 0, len(marked.words))


def _offer_in_context(
    context: Marked | None, marked: Marked, floor: Mention, place: Place
) -> Because | None:
    """A heading or column such as "Referral criteria" or "Age range" makes a bare band a limit."""
    if context is None or place not in ("list", "table", "heading"):
        return None
    if (
        not context.has("scope.offer", "scope.offer-heading")
        or marked.has("strength.action")
        or len(marked.words) > 16
    ):
        return None
    if marked.any_word(_FINDINGS, 0, len(marked.words)):
        return None
    if place == "table" and "|" in marked.words and "|" not in marked.words[: floor.span[0]]:
        return None  # a table by age: the row is one band of several
    return Because("scope.offer", "", 0, 0)


def _named_floor(marked: Marked, mentions: list[Mention], context: Marked | None) -> list[Because]:
    """A floor without a number: school entry, school age, adolescence, said of a document's scope."""
    if any(not m.set_aside and m.reach in ("explicit", "nominal") for m in mentions):
        return []
    older = [m for m in mentions if m.reach == "older" and m.age is None]
    for floor in older:
        for span in marked.phrases.get("scope.offer", ()):
            near = 0 <= floor.span[0] - span[1] <= 6 or 0 <= span[0] - floor.span[1] <= 5
            if (
                near
                and not _is_beside_early(mentions, floor)
                and _is_limit(marked, span, floor)
                and not _is_reported(marked, span, floor.span)
            ):
                return [
                    marked.because("scope.offer", span),
                    marked.because("scope.stage-floor", floor.span),
                ]
    return []


def _is_beside_early(mentions: list[Mention], floor: Mention) -> bool:
    """Say whether an early stage is named near by, so that the older one is no floor."""
    return any(m.reach == "early_years" and abs(m.span[0] - floor.span[0]) < 15 for m in mentions)


_LIMITS = word_set("limits")


def _is_limit(marked: Marked, offer: Span, floor: Mention) -> bool:
    """Say whether an offer to older children is a limit: "only", a definition, or a document's scope."""
    near = marked.words[max(0, offer[0] - 4) : max(offer[1], floor.span[1]) + 5]
    if "not" in near and "only" in near:
        return False
    if any(word in _LIMITS for word in near):
        return True
    document = marked.phrases.get("scope.document", ())
    return any(span[0] < offer[0] and offer[0] - span[1] < 8 for span in document)


def _younger_shut(marked: Marked, mentions: list[Mention]) -> list[Because]:
    """Read "Younger children are not assessed": an age or a stage, and those below it shut out."""
    for younger in marked.phrases.get("scope.younger", ()):
        for shut in marked.phrases.get("scope.shut", ()):
            if abs(shut[0] - younger[1]) <= 6 or abs(younger[0] - shut[1]) <= 6:
                return [
                    marked.because("scope.younger", younger),
                    marked.because("scope.shut", shut),
                ]
    return []

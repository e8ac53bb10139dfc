"""Which language a document is written in."""

from __future__ import annotations

from auditor.records import SILENT_PLACES, Block

LANGUAGES = (
    "en",
    "cy",
    "ga",
    "fr",
    "de",
    "es",
    "pt",
    "it",
    "nl",
    "sv",
    "no",
    "da",
    "fi",
    "pl",
    "ro",
    "cs",
    "hu",
    "el",
    "tr",
    "uk",
    "ru",
    "ar",
    "hi",
    "zh",
    "ja",
)
"""Those told apart: fewer make fewer mistakes on short texts."""
FEWEST_LETTERS = 80
MOST_LETTERS = 6000
PLAINLY_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "for",
        "that",
        "with",
        "are",
        "be",
        "on",
        "as",
        "by",
        "will",
        "this",
        "our",
        "their",
        "from",
        "have",
        "not",
        "which",
        "has",
    ]
)
"""Words hardly shared by another language: where they abound, nothing else need be asked."""
SHARE = 0.1


def tell_language(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the language of the running text; "und" where there is too little of it."""
    sample: list[str] = []
    length = 0
    running = [block for block in blocks if block.place not in SILENT_PLACES]
    step = max(1, sum(block.end - block.start for block in running) // MOST_LETTERS)
    for block in running[:: min(step, max(1, len(running) // 20))]:
        sample.append(text[block.start : block.end])
        length += block.end - block.start
        if length > MOST_LETTERS:
            break
    if sum(letter.isalpha() for piece in sample for letter in piece) < FEWEST_LETTERS:
        return "und"
    words = " ".join(sample).lower().split()
    if sum(word in PLAINLY_ENGLISH for word in words) > SHARE * sum(map(str.isalpha, words)):
        return "en"
    return _classify(" ".join(words))


def _classify(text: str) -> str:
    import py3langid

    py3langid.set_languages(list(LANGUAGES))
    language, _ = py3langid.classify(text)
    return str(language)

"""Which language a document is written in."""

from __future__ import annotations

from auditor.records import SILENT_PLACES, Block
from auditor.rules import WORDS_OF
from auditor.tongues import PLAIN_SHARE, UNKNOWN, classify, share_of

FEWEST_LETTERS = 80
MOST_LETTERS = 6000


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
        return UNKNOWN
    words = " ".join(sample).lower().split()
    return WORDS_OF if share_of(WORDS_OF, words) > PLAIN_SHARE else classify(" ".join(words))

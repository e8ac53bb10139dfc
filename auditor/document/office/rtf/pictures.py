"""Pictures of rich text: parts that are not read, where they may hold words."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.document.flow.account import Account
from auditor.document.office.drawing import PAGE, PICTURE, SMALLEST

SIZES = frozenset(("picwgoal", "pichgoal", "picscalex", "picscaley"))
"""Words that tell width and height, in twentieths of a point, and their scale in per cent."""
TWIP = 635
"""In EMU, by which other office files measure."""


@dataclass(slots=True)
class Pictures:
    """What the file tells of the picture that it is giving."""

    sizes: dict[str, int] = field(default_factory=dict)

    def end(self, account: Account) -> None:
        """End a picture: one of 5 cm and more is a part that was not read."""
        wide, high = (
            TWIP
            * self.sizes.get(f"pic{way[0]}goal", 0)
            * self.sizes.get(f"picscale{way[1]}", 100)
            // 100
            for way in ("wx", "hy")
        )
        if min(wide, high) >= SMALLEST:
            account.miss("picture without a description", PICTURE, min(1.0, wide * high / PAGE))
        self.sizes = {}

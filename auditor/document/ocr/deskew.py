"""Crooked scans: by how much the lines of a picture fall or rise, and the picture set straight."""

from __future__ import annotations

import numpy as np

from auditor.document.page import Floats
from auditor.document.pdf.pdfium.grey_pictures import Picture

HIGH, WIDE = 2, 8
"""Dots taken together: lines still show, and noise does not."""
STEP = 0.0015
STEPS = 36
"""To either side: three degrees."""
LEAST_GAIN = 1.1
"""How much sharper lines must become: a picture without lines is left as it is."""
INK = 0.8
"""Of the grey of paper: what is darker is printed on."""


def find_skew(picture: Picture) -> float:
    """Return by how many radians lines fall to the right, where that makes them sharpest."""
    height, width = picture.shape[0] // HIGH, picture.shape[1] // WIDE
    if not height or not width:
        return 0.0
    parts = picture[: height * HIGH, : width * WIDE].reshape(height, HIGH, width, WIDE)
    grey = parts.mean(axis=(1, 3), dtype=np.float32)
    y, x = np.nonzero(grey < INK * np.median(grey))
    if not len(x):
        return 0.0
    slopes = STEP * np.arange(-STEPS, STEPS + 1)
    falls = slopes * WIDE / HIGH
    sharpness = [_sharpness(y - fall * (x - width / 2)) for fall in falls.tolist()]
    best = int(np.argmax(sharpness))
    gains = sharpness[best] > LEAST_GAIN * sharpness[STEPS]
    return float(np.arctan(slopes[best])) if gains else 0.0


def _sharpness(rows: Floats) -> float:
    """Return how sharply rows with ink part from rows without; of each dot of ink its row."""
    ink = np.bincount(np.rint(rows - rows.min()).astype(np.int64))
    return float(np.square(np.diff(ink), dtype=np.float64).sum())


def straighten(picture: Picture, skew: float) -> Picture:
    """Turn a picture about its middle so that its lines are level."""
    if not skew:
        return picture
    from PIL import Image

    paper = int(np.median(picture))
    image = Image.fromarray(picture)
    level = image.rotate(np.degrees(skew), Image.Resampling.BICUBIC, fillcolor=paper)
    return np.asarray(level)

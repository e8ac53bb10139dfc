"""Run the benchmarks beside this file, or those named: `make bench`, `make bench ONLY=language`.

`make bench ONLY="reading a.pdf b.pdf"` measures these documents.
A benchmark is a module here with a function `main` that prints ratios against a yardstick
measured in the same run. Nothing passes or fails by them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Run them one after the other."""
    sys.path.insert(0, str(HERE.parent.parent))
    every = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))
    names = [name for name in sys.argv[1:] if name in every]
    sys.argv[1:] = [name for name in sys.argv[1:] if name not in every]
    for name in names or every:
        print(f"== {name}", flush=True)
        import_module(f"tests.benchmarks.{name}").main()


if __name__ == "__main__":
    main()

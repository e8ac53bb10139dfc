"""The lowest version of each dependency that setup.cfg allows: `python tests/floors.py` lists them.

`.ci/run` has them checked against the registry's advisories, where there are any to be had.
"""

from __future__ import annotations

import configparser
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def read_floors() -> dict[str, str]:
    """Read name and lowest version of all that a user may install."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    extras = config["options.extras_require"]
    listed = [
        config["options"]["install_requires"],
        *(extras[name] for name in extras if name not in ("all", "test")),
    ]
    found = re.findall(r"(?m)^\s*([A-Za-z0-9_.-]+)\s*>=\s*([0-9.]+)", "\n".join(listed))
    return {name.lower().replace("_", "-"): version for name, version in found}


if __name__ == "__main__":
    print("\n".join(f"{name}=={version}" for name, version in sorted(read_floors().items())))

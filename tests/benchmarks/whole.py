"""What a whole audit costs beside the obvious way of doing it.

    python -m tests.benchmarks whole [FILE.pdf...]

The yardstick extracts the text of every page with pdfplumber, matches a few hundred of
the same phrases with a blank spaCy pipeline and renders a page with Jinja. Both are
whole processes, imports included; the time of both is processor time, children counted.
The second figure leaves out the imports of both sides, and counts all else that is done but once,
such as building the pipeline and compiling the templates.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks._documents import add_files, chosen

OBVIOUS = """
import os, sys
import jinja2, pdfplumber, spacy
from spacy.matcher import Matcher
from auditor.rules import Rules
from auditor.rules.lexicon import GAP, expand
lexicon = Rules.read(weighed=False).language("en").lexicon
begun = sum(os.times()[:4])
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
matcher = Matcher(nlp.vocab)
forms = [f for g in lexicon.groups for p in g.phrases if GAP not in p for f in expand(p)]
for number, form in enumerate(forms[:: max(1, len(forms) // 400)]):
    matcher.add(str(number), [[{"LOWER": word} for word in form.lower().split()]])
found = []
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        doc = nlp(page.extract_text() or "")
        found += [(page.page_number, doc[a:b].sent.text) for _, a, b in matcher(doc)]
jinja2.Template("{% for p, s in found %}<p>{{ p }} {{ s }}</p>{% endfor %}").render(found=found)
print(sum(os.times()[:4]) - begun)
"""
OURS = """
import os, sys
import jinja2, numpy, pypdfium2, spacy
import auditor.document.pdf.reading, auditor.document.pdf.pdfium.extraction, auditor.document.pdf.pdfplumber_engine
import auditor.language.statements, auditor.rating.audit
import auditor.report.web.html, auditor.report.view
from pathlib import Path
from auditor.records import Reading
from auditor.report.formats import FORMATS
from auditor.rules import Rules
begun = sum(os.times()[:4])
from auditor.document.reading import read_document
from auditor.pipeline import audit_text
from auditor.report.web.html import render_html
from auditor.report.view import view_of
rules = Rules.read()
audit = audit_text(read_document(Path(sys.argv[1]), Reading(ocr="off")), rules)
render_html(view_of(audit, rules), rules.rubric)
print(sum(os.times()[:4]) - begun)
"""


def whole_cost(command: list[str]) -> float:
    """Processor seconds of a command and all its children."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def warm_cost(program: str, path: Path) -> float:
    """Processor seconds that a program counts for itself, after its imports."""
    ran = subprocess.run(
        [sys.executable, "-c", program, str(path)], check=True, capture_output=True, text=True
    )
    return float(ran.stdout.split()[-1])


def main() -> None:
    """Print the ratio for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_files(parser)
    files = chosen(parser.parse_args().files)
    totals = [0.0, 0.0, 0.0, 0.0]
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            ours = ["-c", "from auditor.cli.main import main; main()", "audit", str(path)]
            cold = whole_cost(
                [sys.executable, *ours, "-o", f"{folder}/report.html", "--ocr", "off"]
            )
        obvious = whole_cost([sys.executable, "-c", OBVIOUS, str(path)])
        warm, plain = warm_cost(OURS, path), warm_cost(OBVIOUS, path)
        print(
            f"{path.name[:40]:40}  cold 1/{obvious / cold:.1f} of the obvious way, "
            f"imports left out 1/{plain / warm:.1f}"
        )
        spent = (obvious, cold, plain, warm)
        totals = [total + part for total, part in zip(totals, spent, strict=True)]
    print(
        f"total: cold 1/{totals[0] / totals[1]:.1f}, imports left out 1/{totals[2] / totals[3]:.1f}"
    )


if __name__ == "__main__":
    main()

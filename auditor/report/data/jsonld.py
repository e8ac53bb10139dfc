"""An audit as W3C Web Annotations: each statement quoted, with its page, as JSON-LD."""

from __future__ import annotations

import json
import uuid

from auditor.records import Audit
from auditor.report.data.qdpx import codes_of
from auditor.report.story.quotes import first_page
from auditor.report.views.audit import AuditView, StatementView
from auditor.report.views.plain import Plain
from auditor.rules import Rules

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"})
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
"""The rule by which page=12 names a page of a PDF."""
AROUND = 40
"""Characters before and after a quote, to tell it from others."""


def render_jsonld(view: AuditView, audit: Audit | None, rules: Rules) -> bytes:
    """Write an audit as a page of web annotations, one a statement."""
    spans = {one.id: (one.start, one.end) for one in audit.statements} if audit else {}
    text = audit.document.text if audit else ""
    page: Plain = {
        "@context": list(CONTEXT),
        "id": _urn(view, "annotations"),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [
            _annotation(one, view, _around(text, spans.get(one["id"])), rules)
            for one in view["statements"]
        ],
        "schema:about": _report(view),
    }
    return (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _report(view: AuditView) -> Plain:
    """Describe the audit as a whole in the words of schema.org."""
    report: Plain = {
        "type": "schema:Report",
        "schema:name": view["document"]["title"],
        "schema:abstract": view["verdict_because"],
        "schema:version": view["schema_version"],
        "schema:creator": {
            "type": "schema:SoftwareApplication",
            "schema:name": view["tool"]["name"],
            "schema:softwareVersion": view["tool"]["version"],
        },
    }
    if view["score"]["value"] is not None:
        report["schema:reviewRating"] = {
            "type": "schema:Rating",
            "schema:ratingValue": view["score"]["value"],
            "schema:bestRating": view["score"]["max"],
            "schema:worstRating": 0,
        }
    return report


def _annotation(one: StatementView, view: AuditView, around: Plain, rules: Rules) -> Plain:
    """Turn one statement into an annotation: what is said of it, and where it stands."""
    tool = f"{view['tool']['name']} {view['tool']['version']}"
    return {
        "id": _urn(view, one["id"]),
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": "Software", "name": tool},
        "body": [*_tags(one), _comment(one, rules)],
        "target": {"source": _source(one, view), "selector": _selector(one, view, around)},
    }


def _tags(one: StatementView) -> list[Plain]:
    """Tag a statement with its reach, topic, strength and criteria."""
    return [
        {"type": "TextualBody", "purpose": "tagging", "value": code, "format": "text/plain"}
        for code in codes_of(one)
    ]


def _comment(one: StatementView, rules: Rules) -> Plain:
    """Say in the rubric's words what the labels mean, and by which rules they came."""
    reach = rules.rubric.reach_named(one["reach"])
    because = "; ".join(f"{reason['rule']} “{reason['text']}”" for reason in one["because"])
    return {
        "type": "TextualBody",
        "purpose": "commenting",
        "format": "text/plain",
        "language": "en",
        "value": f"{reach.name}: {reach.meaning} [{one['id']}; {because}]",
    }


def _source(one: StatementView, view: AuditView) -> str:
    """Return a name for the file by its hash, which stays true wherever the file lies."""
    files = {file["name"]: file["sha256"] for file in view["document"].get("files", ())}
    return f"urn:sha256:{files.get(one.get('file', ''), view['document']['sha256'])}"


def _selector(one: StatementView, view: AuditView, around: Plain) -> Plain:
    """Select the page where there is one, and on it the quote."""
    quote: Plain = {"type": "TextQuoteSelector", "exact": one["text"], **around}
    if one["page"] is None:
        return quote
    page = one["page"] - first_page(view["document"], one.get("file")) + 1
    return {
        "type": "FragmentSelector",
        "conformsTo": PDF_FRAGMENTS,
        "value": f"page={page}",
        "schema:pagination": one["page_label"],
        "refinedBy": quote,
    }


def _around(text: str, span: tuple[int, int] | None) -> Plain:
    """Give the words before and after, where the document is at hand."""
    if span is None:
        return {}
    start, end = span
    return {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}


def _urn(view: AuditView, name: str) -> str:
    """Give a name that is the same each time for the same document and rules."""
    whole = f"{view['document']['sha256']}/{view['tool']['lexicons']}/{name}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, whole)}"

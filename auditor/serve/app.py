"""The page's application: every route in one list."""

from __future__ import annotations

from flask import Flask

from auditor.serve import (
    audit_pages,
    comparison_pages,
    house_pages,
    review_pages,
    rules_pages,
    start_pages,
)
from auditor.serve.desk import Desk
from auditor.serve.guard import guard


def make_app(desk: Desk) -> Flask:
    """Put the application together."""
    app = Flask("auditor.serve", static_folder=None, template_folder=None)
    app.config["DESK"] = desk
    app.config["MAX_CONTENT_LENGTH"] = desk.limit + 65536
    app.config["MAX_FORM_PARTS"] = 500
    guard(app, desk)
    for module in (
        house_pages, start_pages, audit_pages, review_pages, comparison_pages, rules_pages
    ):
        for path, methods, endpoint, view in module.ROUTES:
            app.add_url_rule(path, endpoint, view, methods=methods.split())
    app.register_error_handler(Exception, house_pages.went_wrong)
    return app

"""The page's application: every route in one list."""

from __future__ import annotations

from flask import Flask

from auditor.serve.app_state import AppState
from auditor.serve.request_security import secure
from auditor.serve.routes import (
    answers,
    audits,
    coders,
    comparison,
    core,
    imprint,
    replies,
    review,
    review_sets,
    rules,
    start,
)

_PARTS = (
    core,
    start,
    audits,
    answers,
    imprint,
    review,
    review_sets,
    coders,
    replies,
    comparison,
    rules,
)


def make_app(state: AppState) -> Flask:
    """Put the application together."""
    app = Flask("auditor.serve", static_folder=None, template_folder=None)
    app.config["STATE"] = state
    app.config["MAX_CONTENT_LENGTH"] = state.limit + 65536
    app.config["MAX_FORM_PARTS"] = 500
    secure(app, state)
    for module in _PARTS:
        for path, methods, endpoint, view in module.ROUTES:
            app.add_url_rule(path, endpoint, view, methods=methods.split())
    app.register_error_handler(Exception, core.went_wrong)
    return app

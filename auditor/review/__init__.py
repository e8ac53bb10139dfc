"""People's decisions on an audit, kept across re-runs.

`rows.py` and `sheet.py` make a sheet for reviewers from an audit's plain data, `reading.py`
reads it back (.xlsx, .csv or .json) as the records of `decisions.py`, `placing.py` finds the
statement that each decision speaks of, `applying.py` rates the audit again with the
decisions in it, `account.py` tells what was decided, and `agreement.py` says how far two
coders agree.

    reviewed = apply_reviews(audit, read_reviews(path), rules)
    view = view_of(reviewed.audit, rules) | {"reviews": reviewed.account}

With reviews, an audit's verdict, score, criteria and statements are the *standing*
judgement: the machine's, with people's decisions in it. What the machine said alone is
told in the account. Without reviews there is no key `reviews` at all.

What report templates see as `view["reviews"]` (plain data; every key is always there;
lists may be empty; every text is a person's or the document's own and must be escaped):

    {
      "reviewers": ["A. Okafor", "B. Lind"],       names, in order of first decision
      "counts": {"decisions": 9, "accept": 4, "reject": 2, "relabel": 2,
                 "not_applicable": 1, "conflicts": 1, "unplaced": 0, "replies": 2,
                 "changed": 4},                     `changed`: judgements that now differ
      "machine":  {"verdict": "explained", "verdict_because": "...",
                   "score": {"value": ..., "low": ..., "high": ..., "unweighted": ..., "max": 100}},
      "reviewed": {... the same four, as they stand at the top of the view ...},
      "statements": [                               every statement decided on, in reading order
        {"id": "s0123", "text": "...", "page": 12, "page_label": "10", "section": ["3 Access"],
         "machine":  {"reach": "explicit", "topic": "mental", "strength": 3,
                      "criteria": ["access"]},
         "reviewed": {"reach": "generic", "topic": null, "strength": 0, "criteria": []},
         "changed": true,
         "conflict": false,
         "decisions": [DECISION, ...]}],
      "criteria": [                                 each whose level was decided on or changed
        {"id": "access", "title": "...", "machine": 2, "reviewed": null,
         "changed": true, "conflict": false, "decisions": [DECISION, ...]}],
      "conflicts": [                                what a person must settle
        {"why": "disagree" | "machine_changed",
         "statement": "s0123" | null, "criterion": "access" | null, "text": "...",
         "stands": "machine" | "decision",
         "decisions": [DECISION, ...]}],
      "unplaced": [                                 decisions that found nothing to apply to
        {"decision": DECISION, "text": "the words decided on",
         "why": "gone" | "reworded" | "several" | "unknown_criterion",
         "nearest": {"id": "s0130", "text": "..."} | null}],
      "replies": [                                  the authors' right of reply
        {"statement": "s0123" | null, "criterion": "access" | null,
         "quote": "the words replied to, or ''", "text": "...", "author": "...", "date": "..."}],
      "corrections": [{"date": "2026-03-01", "text": "...", "name": "..."}],  oldest first
      "rows": [{...}, ...]                          what was read, so that it can be read again:
    }                                               `--reviews AUDIT.json` takes it from here

    DECISION = {"choice": "accept" | "reject" | "relabel" | "not_applicable",
                "criterion": "access" | null,      on one criterion only, or on the statement
                "new": {"reach": ..., "topic": ..., "strength": ..., "criteria": [...],
                        "level": ...},             only the keys that the reviewer filled in
                "reviewer": "A. Okafor", "reason": "...", "date": "..." or ""}

Rules, in short. *Accept* keeps the labels that the reviewer saw. *Reject* takes a
statement's labels away (it then addresses none), a statement's part in one criterion, or
a criterion's level (it becomes 0). *Relabel* puts the reviewer's labels or level in place.
*Not applicable* leaves a statement out, or a criterion out of the sum. Where reviewers
disagree the machine's judgement stands and `conflicts` says so. A decision whose words
have since been rewritten is not applied: it is listed as `unplaced`, with the nearest
statement. A reply with neither statement nor criterion is to the report as a whole.
Where a reply's statement is gone, `statement` is null and `quote` still shows its words.
"""

"""People's decisions on an audit, kept across re-runs.

`rows.py` and `sheet.py` make a sheet for reviewers from an audit's plain data,
`sheet_files.py` and `reading.py` read it back (.xlsx, .csv or .json) as the records of
`decisions.py`, `matching.py` finds the
statement that each decision speaks of, `settling.py` says what people would have stand,
`account.py` tells what was decided, `applying.py` rates the audit again with the decisions
in it, and `agreement.py` says how far two coders agree.

    reviewed = apply_reviews(audit, read_reviews(path), rules)
    view = view_of(reviewed.audit, rules) | {"reviews": reviewed.account}

With reviews, an audit's verdict, score, criteria and statements are the *standing*
judgement: the machine's, with people's decisions in it. What the machine said alone is
told in the account. Without reviews there is no key `reviews` at all.

What report templates see as `view["reviews"]` stands in `auditor.report.views.reviews`.

Rules, in short. *Accept* keeps the labels that the reviewer saw. *Reject* takes a
statement's labels away (it then addresses none), a statement's part in one criterion, or
a criterion's level (it becomes 0). *Relabel* puts the reviewer's labels or level in place.
*Not applicable* leaves a statement out, or a criterion out of the sum. Where reviewers
disagree the machine's judgement stands and `conflicts` says so. A decision whose words
have since been rewritten is not applied: it is listed as `unplaced`, with the nearest
statement. A reply with neither statement nor criterion is to the report as a whole.
Where a reply's statement is gone, `statement` is null and `quote` still shows its words.
"""

"""The auditor as a page on the user's own machine.

`server.py` starts and stops it, `app.py` puts it together, `guard.py` keeps others out.
A document goes `uploads.py` -> `jobs.py` -> `worker.py` | `child.py` (a process of its own,
with limits) -> `history.py`; `screens.py` shows templates, and the modules that end in
`_pages` answer requests.
"""

"""The auditor as a page on the user's own machine.

`server` starts and stops it, `app` puts it together, `request_security` keeps others out, and
`app_state` is what every request has at hand. A document goes through `jobs/` into `store/`;
the modules of `routes/` answer requests.
"""

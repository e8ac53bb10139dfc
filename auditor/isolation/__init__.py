"""One way to have work done in a child process, so that no document can take the tool down.

The name of a module says on which side of the pipe it runs. `parent_worker` starts a child and
asks it, `parent_pool` keeps children for the next question, `parent_ending` tells from its end
what went wrong. `child_main` answers, under `child_limits`, tied to its parent by
`child_lifeline`. `messages` and `unpickling` hold what goes through the pipe, and `nesting` is
how code learns that it runs in a child already.
"""

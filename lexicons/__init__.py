"""Word lists and the rubric, as TOML: for people who do not program."""

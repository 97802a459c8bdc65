"""What `python -m plugins.clauses` can do, one command a file: `add` says its arguments, `run` does it and gives the exit code."""

"""The tests, a package so that `python -m tests.commitments` finds ours and not one that a library left behind."""

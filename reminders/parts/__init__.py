"""The parts of the weekly summary, one file each; see `reminders/part.py`."""

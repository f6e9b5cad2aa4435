"""The clock's tick, the sweep, delivery, and one file a kind of reminder."""

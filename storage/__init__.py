"""What is remembered: one file a subject, its table and its questions."""

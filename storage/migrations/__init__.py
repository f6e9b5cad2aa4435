"""The schema's steps forward, oldest first."""

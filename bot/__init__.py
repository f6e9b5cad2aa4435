"""The shared core: knows no platform, no database, no clock."""

"""What is known of the database without loading the library behind it."""

from __future__ import annotations

from datetime import date

SCHEMA = 1
"""Version of the schema: the number of the newest migration."""
NO_DAY = date(9999, 12, 31)
"""`due_sort` of a card without a day: it sorts last."""

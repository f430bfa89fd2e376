"""The database: tables, mapping and named queries. Rows never leave this package; what goes in and out are domain values.

database    opens and checks a database, read and write transactions, errors as one line
tables      all tables (SQLModel)
mapping     rows to domain values and back; mapping_tracking, mapping_minutes
early       the first cards, on plain SQLite, before any of this is loaded: early_sql, early_parties
folding     one spelling for searching: æ/ø/å as ae/oe/aa, accents off
filters     Query to SQL; pages by key
actions, documents, directory, meetings, proposals, steps, feeds    named queries, by what they are about
migrations  Alembic; care of SQLite files in `files`
"""

"""The words of the field: frozen values, standard library only.

A file is read into a `SourceText`, parsed into `Minutes`, searched for `FollowUp`s, and those are tracked as `ActionItem`s.
Everything here is data; nothing here reads a clock, a file or a database.
"""

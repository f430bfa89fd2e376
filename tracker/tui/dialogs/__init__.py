"""Dialogs: small screens over the others, each typed by what it answers; None means "never mind"."""

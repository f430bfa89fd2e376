"""tracker: finds, follows up and publishes what Danish municipal minutes promise."""

__version__ = "0.1.0"

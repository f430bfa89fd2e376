"""One tree of errors, each with its message and exit status.

    TrackerError
    ├── InputError            a file or text that cannot be used
    │   ├── MissingFile       no such file or folder
    │   ├── EmptyFolder       a folder without anything that can be read
    │   ├── EmptyFile         a file without any text
    │   ├── WrongFormat       the content is not what the name says, or no format that is read
    │   ├── DamagedFile       broken or cut short
    │   ├── EncryptedFile     needs a password
    │   ├── ScannedFile       pictures of text; run OCR first
    │   ├── TooLarge          over a limit of the settings
    │   └── NotMinutes        text, but no referat
    ├── WriteFailed           a file that cannot be written
    ├── UsageError            the request itself is off (exit status 2)
    ├── NotFound              no such action item, person or meeting
    ├── Conflict              somebody else changed it first
    └── StoreError            the database
        ├── StoreUnavailable  cannot be opened, written or reached
        ├── StoreDamaged      fails its own checks
        ├── StoreTooNew       written by a newer program
        └── StoreOutdated     needs `tracker migrate`

`template` is English and is the gettext key: the command line and the screens translate it, then fill in `params`.
A message is one line; values that come from files are printed with control characters replaced.
"""

from __future__ import annotations

from collections.abc import Callable


class TrackerError(Exception):
    """The root: every error a user may meet. `exit_code` is the process's exit status."""

    template = "Something went wrong: {reason}"
    exit_code = 1

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.message())

    def message(self, translate: Callable[[str], str] = str) -> str:
        """The one-line message, in the language `translate` gives; a `reason` that is a known text is translated too."""
        params = _Params(self.params)
        reason = params.get("reason")
        if isinstance(reason, str) and reason:
            params["reason"] = translate(reason)
        filled = translate(self.template).format_map(params)
        return "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in filled)


class _Params(dict[str, object]):
    """Fills a template; a missing name shows as itself instead of raising while an error is being reported."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


class InputError(TrackerError):
    """A file or text that cannot be used. `name` is the file's name."""

    template = "{name}: cannot be read: {reason}"


class MissingFile(InputError):
    """Raised when a path does not exist."""

    template = "{name}: no such file or folder"


class EmptyFolder(InputError):
    """Raised when a folder holds no file of a kind that is read."""

    template = "{name}: no minutes in the folder (txt, md, html, pdf or docx)"


class EmptyFile(InputError):
    """Raised when a file holds no text at all."""

    template = "{name}: the file is empty"


class WrongFormat(InputError):
    """Raised when the content is not what the name says, or of a format that is not read."""

    template = "{name}: not a {expected} file"


class DamagedFile(InputError):
    """Raised when a file is broken or cut short."""

    template = "{name}: the file is damaged: {reason}"


class EncryptedFile(InputError):
    """Raised when a file needs a password."""

    template = "{name}: the file is protected by a password"


class ScannedFile(InputError):
    """Raised when a PDF has pages but no text."""

    template = "{name}: the file holds pictures of text; run OCR first"


class TooLarge(InputError):
    """Raised when a file, or what it unpacks to, is over a limit of the settings."""

    template = "{name}: the file is too large ({size}; the limit is {limit})"


class NotMinutes(InputError):
    """Raised when a text holds neither items nor decisions."""

    template = "{name}: not minutes: {reason}"


class WriteFailed(TrackerError):
    """Raised when an export, a dump or a backup cannot be written; no half of it is left behind."""

    template = "{name}: cannot be written: {reason}"


class UsageError(TrackerError):
    """Raised when the request itself is wrong: an impossible date, an unknown filter."""

    template = "{reason}"
    exit_code = 2


class NotFound(TrackerError):
    """Raised when no such thing is stored."""

    template = "There is no {what} {id}"


class Conflict(TrackerError):
    """Raised when somebody else changed an action item first; nothing was saved."""

    template = "No. {id} was changed by {who} in the meantime; nothing was saved, look at it again"


class StoreError(TrackerError):
    """The database. `url` never holds a password."""

    template = "The database {url} cannot be used: {reason}"


class StoreUnavailable(StoreError):
    """Raised when the database cannot be opened, written or reached."""


class StoreDamaged(StoreError):
    """Raised when the database fails its own checks."""

    template = "The database {url} is damaged: {reason}"


class StoreTooNew(StoreError):
    """Raised when the database was written by a newer version of the program."""

    template = "The database {url} was made by a newer tracker (schema {found}, this one knows {known}); update the program"


class StoreOutdated(StoreError):
    """Raised when the database must be migrated before use."""

    template = "The database {url} is from an older tracker (schema {found}, now {known}); run: tracker migrate"

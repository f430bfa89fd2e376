"""The databases of the store's tests serve the services' too."""

from tests.store.conftest import url, workspace

__all__ = ["url", "workspace"]

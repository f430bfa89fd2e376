"""Alembic's entry: runs the scripts on the connection it is handed; there is no configuration file and no other way in."""

from alembic import context

from tracker.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()

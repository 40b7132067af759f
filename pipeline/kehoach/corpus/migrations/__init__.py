"""The steps from one form of the archive to the next, run by alembic when an archive is opened for writing."""

"""Writers of the sections of a plan: each returns a part with the facts its words state."""

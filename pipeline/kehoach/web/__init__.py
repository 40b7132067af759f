"""The web application over an archive: library, plan pages, review, audit board, comparison.

::

    with Corpus.open("archive.db") as archive:
        uvicorn.run(application(archive, Settings()))
"""

from kehoach.web.app import application
from kehoach.web.settings import Rates, Settings

__all__ = ["Rates", "Settings", "application"]

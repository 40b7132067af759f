"""A process that recognizes pages, one at a time, until its input ends. It can be killed when a page takes too long.

Started as ``python -m kehoach.reading.worker``; speaks pickled messages over its standard streams.
"""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from pathlib import Path
from typing import BinaryIO

from kehoach.programs.figures import FigureReader
from kehoach.programs.tesseract import Recognizer
from kehoach.reading import placed, recorded, scan
from kehoach.reading.messages import Done, Engine, Open
from kehoach.reading.raster import Pages


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answers tasks until the input ends. The first message is the engine."""
    import cv2

    cv2.setNumThreads(1)
    chosen: Engine = pickle.load(incoming)
    engine: Recognizer | None = None
    figures: FigureReader | None = None
    pages: Pages | None = None
    while True:
        try:
            message = pickle.load(incoming)
        except EOFError:
            return
        if isinstance(message, Open):
            if pages is not None:
                pages.close()
            pages = Pages(message.source)
            continue
        try:
            engine = engine or chosen.start()
            figures = figures or chosen.start_figures()
            if pages is None:
                raise RuntimeError("a page before its document")
            picture = pages.picture(message.number, pages.working(message.number, message.dpi))
            made = placed.read(scan.Sheet(picture, message.number), engine, figures)
            answer = Done(message.number, recorded.as_json(made))
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            answer = Done(message.number, None, f"{type(error).__name__}: {error} ({place})")
        pickle.dump(answer, outgoing)
        outgoing.flush()


def main() -> None:
    # Whatever a library prints must not get between the messages.
    with os.fdopen(os.dup(1), "wb") as outgoing:
        os.dup2(2, 1)
        serve(sys.stdin.buffer, outgoing)


if __name__ == "__main__":
    main()

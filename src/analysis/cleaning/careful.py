"""What cards and cells of any kind may do to a build: nothing but a fault that names the file.

Hides that a card may ask what its cells cannot give, and that cells may hold what no terminal and no page
can show.
"""

from __future__ import annotations

import pandas as pd

from ..visible import all_visible, code_points, has_hidden, strange_letters, visible
from .bounds import MOST_VALUES
from .cards import Card
from .faults import Fault
from .refusals import Refused
from .tables import FileRows, rows_of

__all__ = ["all_visible", "rows_by_card", "strange_text"]


def rows_by_card(card: Card, frame: pd.DataFrame, ledger: pd.DataFrame, **how) -> FileRows:
    """`tables.rows_of`; where a card and its cells do not go together, no rows and one fault, never an
    error of Python's.
    """
    count = len(frame) * sum(
        len(value["columns"]) for use in card.uses for value in use.get("values", [{"columns": [""]}])
    )
    try:
        if count > MOST_VALUES:
            raise Refused("too_many_values", limit=MOST_VALUES)
        return rows_of(card, frame, ledger, **how)
    except Refused as refused:
        rejected = ledger.assign(state=ledger["state"].replace("read", "rejected"))
        return FileRows(
            card, rejected, [], [Fault(card.path, "unreadable.message", {"message": str(refused)})]
        )
    except Exception as error:  # a card may ask anything of cells that hold anything
        told = (str(error).strip().splitlines() or [""])[0][:100]
        fault = Fault(card.path, "bad_card.breaks", {"error": f"{type(error).__name__}: {told}".rstrip(": ")})
        rejected = ledger.assign(state=ledger["state"].replace("read", "rejected"))
        return FileRows(card, rejected, [], [fault])


def strange_text(card: Card, frame: pd.DataFrame) -> list[Fault]:
    """Texts with hidden characters, which are written out in the frame, or letters that PDFs print as a
    box.
    """
    faults = _told(card, str(card.title), 0, "title")
    for name in frame.columns:
        cells = frame[name]
        strange = {
            text: visible(text) for text in set(cells) if isinstance(text, str) and strange_letters(text)
        }
        for row, text in cells[cells.isin(list(strange))].items() if strange else ():
            faults += _told(card, text, int(row), name)
        if strange:
            frame[name] = [strange.get(cell, cell) if isinstance(cell, str) else cell for cell in cells]
    return faults


def _told(card: Card, text: str, row: int, column: str) -> list[Fault]:
    if not (letters := code_points(strange_letters(text)[:5])):
        return []
    if has_hidden(text):
        values, code = {"letters": letters, "written": visible(text)}, "letters.hidden"
    else:
        values, code = {"letters": letters}, "letters.lacking"
    return [Fault(card.path, code, values, row, column, visible(text)[:200])]

"""One's own file into the data and out again: `add` reads, says what it saw, asks what is in doubt, tries the
build, or stops.

>>> from analysis import adding
>>> adding.remove("no_such_file.csv")
Traceback (most recent call last):
...
ValueError: no_such_file.csv: bukan berkas yang dimasukkan dengan cakupan add. Yang ada: belum ada

Hides the order in which a file is looked at: persons first, then sheets, doubts, purpose, and the build. The
command `cakupan add`, notebook 60 and one's own Python use the same function; nothing is stored while a
question is open.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from dataclasses import replace as changed
from pathlib import Path

from . import cleaning, intake, roster_intake
from .cleaning import persons
from .cleaning.cards import card_name, check_name, file_hash
from .cleaning.refusals import Refused
from .cleaning.workbook import sheets as sheets_of_workbook
from .files import as_typed, from_here
from .sheet_reading import (
    TOPICS,
    UNASKED,
    Asked,
    SheetReading,
    answer_text,
    asked_of_all,
    of_sheet,
    read_sheet,
)  # fmt: skip
from .user_data import is_example
from .words import Words

#: Answers about the whole file, which hold whatever stands in it.
ALWAYS = ("table", "publisher", "origin", "qualifier", "confidence", "replace", "count", *UNASKED)
LOOKED_AT_BYTES = 2_000_000  # of a file of villages, to say what its columns are
WORKBOOKS = (".xlsx", ".xlsm", ".xls")


@dataclass(frozen=True)
class Adding:
    """How far a file has come: what was seen, the questions that are open, and what was built once none is.

    `print(adding)` tells all of it. `open` holds the questions; answer them by calling `add` again with
    `answers`.
    """

    file: str
    root: Path
    language: str
    lines: tuple[str, ...]
    open: tuple[Asked, ...] = ()
    cards: tuple[dict, ...] = field(default=(), repr=False)
    districts: tuple[str, ...] = ()
    is_done: bool = False

    def __str__(self) -> str:
        words = Words(self.language)
        asked = [
            line
            for number, each in enumerate(self.open, start=1)
            for line in ("", *question_lines(each, number, words))
        ]
        closing = ["", words.text("add_open", count=len(self.open))] if self.open else []
        return "\n".join([*self.lines, *asked, *closing])


def add(
    file: Path | str,
    *,
    data: Path | str = "",
    answers: dict[str, str] | None = None,
    sheets: tuple[str, ...] = (),
    yes: bool = False,
    replace: bool = False,
    language: str = "id",
    store: bool = True,
) -> Adding:
    """Take one's own file into a data root, or say what must be answered first.

    Args:
        data: the data root; this project's if empty. A folder that is none yet becomes one, with a copy of
            the register, the workforce and the other raw files of this project.
        answers: what a person answered, by the key of the question ("period", "numbers:Peserta"); title and
            published may be given, too.
        sheets: of a workbook; every sheet that holds a table if empty.
        yes: take what is proposed wherever something is.
        replace: a file of the same name and other contents gives way.
        store: False looks and asks only.
    Returns: an `Adding`; its `is_done` says whether the file is in and the tables are built.
    Raises: ValueError, if the file is no table, an answer is none of those there are, or the build stops;
        nothing is changed.
    """
    try:
        return _added(Path(file), data, answers or {}, sheets, yes, replace, language, store)
    except Refused as refused:
        named = refused.file or {"path", "folder"} & refused.values.keys()
        raise ValueError((refused if named else refused.of(Path(file).name)).told_in(language)) from None


def _added(
    file: Path,
    data: Path | str,
    answers: dict[str, str],
    sheets: tuple[str, ...],
    yes: bool,
    replace: bool,
    language: str,
    store: bool,
) -> Adding:
    words = Words(language)
    if not file.is_file():
        raise ValueError(words.text("add_fault_none", file=str(file)))
    check_name(file.name)
    answers = _checked(answers, words)
    answers |= {"replace": "yes"} if replace else {}
    root, opening = _root(data, words)
    signs = persons.signs_in(file)
    if signs and answers.get("names") == "places":
        how = {
            "data": data,
            "sheets": sheets,
            "yes": yes,
            "replace": replace,
            "language": language,
            "store": store,
        }
        return _without_names(file, signs, {k: v for k, v in answers.items() if k != "names"}, how, words)
    if signs:
        how = {"answers": answers, "yes": yes, "sheets": sheets, "language": language}
        readings = roster_intake.read_persons(file, signs, root=root, **how)
        return _finish(readings, {}, file, root, opening, answers, language, store)
    if is_example(file) and (root.parent / "pyproject.toml").is_file():
        command = f"cakupan add {file} --data workspace/example/data"
        raise ValueError(words.text("add_fault_example", file=file.name, command=command))
    readings, lines = _readings(file, sheets, root, answers, yes, words)
    lines += _unused(readings, answers, words)
    content = {file.name: file.read_bytes()} if store else {}
    return _finish(readings, content, file, root, [*opening, *lines], answers, language, store)


def remove(file: Path | str, *, data: Path | str = "", language: str = "id") -> str:
    """Take a file that came in by `add` out again, with its cards, and build the tables anew.

    Returns: what was done, in words. Raises: ValueError, if it did not come in so, or the build stops without
        it.
    """
    from .reporting import data_root

    root, words, name = data_root(data), Words(language), Path(file).name
    known = intake.files_added(root)
    if name not in known:
        files = known or [words.text("add_fault_nothing_added")]
        raise ValueError(words.text("add_fault_not_added", file=name, files=files))
    intake.take_in(root, intake.Change(removed=(name,)))
    return words.text("add_removed", file=name)


def village_card(file: Path, *, data: Path) -> dict:
    """The card of a file of villages for `cleaning.sum_villages`: as it stands (JSON), or read from the file
    itself.

    Raises: ValueError, if it is no card of villages, or the file holds no village codes with one column of
        members.
    """
    import json

    if file.suffix == ".json":
        try:
            card = json.loads(file.read_text(encoding="utf-8"))
            uses = card["cakupan"]
        except (ValueError, KeyError, TypeError):
            raise Refused("no_single_card", file=file.name) from None
    else:
        answers = {"table": "members", "publisher": "-"}
        # its first rows say what the columns are; the others are streamed
        with tempfile.TemporaryDirectory() as folder:
            head = Path(folder, file.name)
            head.write_bytes(first_lines(file))
            persons.refuse(head)
            how = {"answers": answers, "defaults": True, "language": "en"}
            reading = read_sheet(head, sheet=None, root=data, **how)
        if reading.asked:
            raise Refused("villages_open", file=file.name, question=reading.asked[0].sentence, path=str(file))
        card = {**reading.card, "bytes": file.stat().st_size, "hash": f"sha256:{file_hash(file)}"}
        uses = card["cakupan"]
    villages = [use for use in uses if use.get("table") == "villages"]
    if len(villages) != 1:
        raise Refused("village_columns", file=file.name, count=len(villages))
    return {**card, "cakupan": villages}


def first_lines(file: Path, *, most: int = LOOKED_AT_BYTES) -> bytes:
    """A text file up to a line's end in its first bytes; a short one whole, a workbook too."""
    with file.open("rb") as handle:
        head = handle.read(most)
    if file.stat().st_size <= most or file.suffix.lower() in WORKBOOKS:
        return file.read_bytes()
    return head[: head.rfind(b"\n") + 1] or head


def answers_in(text: str) -> dict[str, str]:
    """Answers as a person writes them in one line.

    >>> answers_in("numbers:PU=thousands; publisher=Dinas Tenaga Kerja")
    {'numbers:PU': 'thousands', 'publisher': 'Dinas Tenaga Kerja'}
    """
    parts = [part.rpartition("=") for part in text.split(";") if part.strip()]
    return {key.strip(): answer.strip() for key, sign, answer in parts if sign and key.strip()}


def question_lines(asked: Asked, number: int, words: Words) -> list[str]:
    """A question as lines: the sentence, what was found, the answers there are, the one proposed, and the
    flag.
    """
    lines = [words.text("add_ask", number=str(number), question=asked.sentence)]
    if asked.found:
        lines.append("   " + words.text("add_found", texts=list(asked.found)[:6]))
    if asked.choices:
        shown = [f"{choice} ({meaning})" if meaning else choice for choice, meaning in asked.choices.items()]
        lines.append("   " + words.text("add_choices", choices=shown))
    if asked.default:
        lines.append("   " + words.text("add_default", default=asked.default))
    example = asked.default or next(iter(asked.choices), "...")
    return [*lines, "   " + words.text("add_flag", key=asked.key, answer=example)]


def _without_names(
    file: Path, signs: persons.Signs, answers: dict[str, str], how: dict, words: Words
) -> Adding:
    """A copy of the file in which numbers stand for the names of places, taken in by `add` like any other.

    Raises: ValueError, if more than names speaks for persons.
    """
    if not set(signs.kinds) <= {"name", "person_name"}:
        raise ValueError(
            words.text("add_fault_names", signs=[words.text(f"add_sign_{kind}") for kind in signs.kinds])
        )
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"{file.stem}_tanpa_nama.csv"
        copy.write_text(
            persons.without_names(file, signs, sheet=next(iter(how.pop("sheets")), "")), encoding="utf-8"
        )
        state = add(copy, answers=answers, **how)
    letters = [letter for columns in signs.columns.values() for letter in columns]
    return changed(
        state, lines=(words.text("add_names_replaced", columns=letters, file=copy.name), *state.lines)
    )


def _checked(answers: dict[str, str], words: Words) -> dict[str, str]:
    for key in answers:
        if of_sheet(key)[1].partition(":")[0] not in TOPICS:
            raise ValueError(words.text("add_bad_answer", answer=key, choices=list(TOPICS)))
    return dict(answers)


def _root(data: Path | str, words: Words) -> tuple[Path, list[str]]:
    """The data root, made where DIR is none, and what is to be said of it."""
    from .reporting import data_root
    from .user_data import new_root

    if not data or (Path(data) / "raw").is_dir():
        return data_root(data), []
    return new_root(data), [words.text("add_new_root", folder=str(data))]


def _readings(
    file: Path, sheets: tuple[str, ...], root: Path, answers: dict[str, str], yes: bool, words: Words
) -> tuple[list[SheetReading], list[str]]:
    """The sheets that hold tables, read, and what is to be said of those that do not."""
    how = {"root": root, "defaults": yes, "language": words.language}
    if file.suffix.lower() not in WORKBOOKS:
        return [read_sheet(file, sheet=None, answers=answers, name=_name(root, file, ""), **how)], []
    book = sheets_of_workbook(file)
    if unknown := [sheet for sheet in sheets if sheet not in book.names]:
        raise ValueError(
            words.text("add_fault_sheet", file=file.name, sheet=unknown[0], sheets=list(book.names))
        )
    filled = [sheet for sheet in (sheets or book.names) if sheet not in book.empty]
    readings, lines, faults = [], [], []
    for sheet in filled:
        own = {of_sheet(k)[1]: answer for k, answer in answers.items() if of_sheet(k)[0] in ("", sheet)}
        try:
            name = _name(root, file, sheet if len(filled) > 1 else "")
            readings.append(read_sheet(file, sheet=sheet, answers=own, name=name, **how))
        except ValueError as error:
            faults.append(error)
            reason = error.of("").told_in(words.language) if isinstance(error, Refused) else str(error)
            lines.append(words.text("add_no_table", sheet=sheet, reason=reason))
    if not readings or (sheets and faults):
        raise faults[0]
    return readings, lines


def _unused(readings: list[SheetReading], answers: dict[str, str], words: Words) -> list[str]:
    """What is to be said of answers that the file does not need.

    Raises: ValueError, for one that speaks of a column or text that is not there.
    """
    used = set().union(*(reading.used for reading in readings))
    used |= {key.partition(":")[0] for key in used}  # "numbers" settles "numbers:PU"
    left = [key for key in answers if of_sheet(key)[1] not in used | set(ALWAYS)]
    if unknown := [key for key in left if ":" in of_sheet(key)[1]]:
        asked = [each.key for reading in readings for each in reading.asked]
        raise ValueError(
            words.text("add_fault_key", key=unknown[0], keys=asked or [words.text("add_no_key")])
        )
    return [words.text("add_not_needed", keys=left)] if left else []


def _name(root: Path, file: Path, sheet: str) -> str:
    """A name for the card that no other card has."""
    slug = card_name(file.stem, sheet) or "file"
    taken = {card["name"] for card in intake.cards_of(root) if card["path"] != file.name}
    return (
        slug
        if slug not in taken
        else next(f"{slug}-{n}" for n in range(2, 1000) if f"{slug}-{n}" not in taken)
    )


def _finish(readings, content, file, root, lines, answers, language, store) -> Adding:
    """Ask what is open; else take the file in and say what was built."""
    words = Words(language)
    lines = [*lines, *(line for reading in readings for line in reading.lines)]
    asked = {each.key: each for each in asked_of_all(readings)}
    files = content or {
        name: text for reading in readings for name, text in getattr(reading, "files", {}).items()
    }
    standing = _same_name(root, files, answers, words)
    if isinstance(standing, Asked):
        asked[standing.key] = standing
    cards = tuple(reading.card for reading in readings if reading.card)
    districts = tuple(dict.fromkeys(code for reading in readings for code in reading.districts))
    state = Adding(file.name, root, language, tuple(lines), tuple(asked.values()), cards, districts)
    if asked or not store or not cards:
        return state
    replaced = tuple(files) if standing == "replaced" else ()
    intake.take_in(root, intake.Change(files, cards, replaced))
    return _told(state, next(iter(files)), words)


def _same_name(root: Path, files: dict[str, bytes], answers: dict[str, str], words: Words) -> Asked | str:
    """Whether a file of the name is there: "" if not or the same; "replaced", or the question whether it
    shall be.

    Raises: ValueError, if the name is one of the project's own files, or the answer is no.
    """
    added = intake.files_added(root)
    for name, content in files.items():
        standing = root / "raw" / name
        if not standing.exists():
            continue
        if name not in added:
            raise ValueError(words.text("add_fault_own", file=name))
        if standing.read_bytes() == content:
            continue
        if answers.get("replace") == "yes":
            return "replaced"
        if answers.get("replace"):
            raise ValueError(words.text("add_fault_kept", file=name))
        choices = {choice: answer_text(choice, words) for choice in ("yes", "no")}
        return Asked("replace", words.text("add_ask_replace", file=name), (), choices, "no")
    return ""


def _told(state: Adding, name: str, words: Words) -> Adding:
    """What was done, and the commands that come next."""
    fed = dict.fromkeys(use["table"] for card in state.cards for use in card["cakupan"])
    built = cleaning.load(state.root)
    rows = {table: getattr(built, table)["file"].str.partition("#")[0].eq(name).sum() for table in fed}
    tables = ", ".join(words.text("add_rows", table=table, rows=count) for table, count in rows.items())
    where = f" --data {as_typed(state.root)}" if not (state.root.parent / "pyproject.toml").is_file() else ""
    lines = [
        *state.lines,
        "",
        words.text("add_done", file=name, folder=from_here(state.root / "raw"), tables=tables),
    ]
    if state.districts and fed.keys() & {"members", "workforce"}:
        district = state.districts[0] if len(state.districts) == 1 else " ".join(state.districts[:3])
        lines.append(words.text("add_next", command=f"cakupan report {district}{where}"))
    lines.append(words.text("add_back", command=f"cakupan remove {as_typed(name)}{where}"))
    return Adding(
        state.file, state.root, state.language, tuple(lines), (), state.cards, state.districts, True
    )

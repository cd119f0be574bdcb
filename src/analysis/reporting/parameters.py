"""Checks for the first cell of a notebook: what papermill or a hand may have turned into something else.

`-p district 64.10` arrives as the number 64.1 and `-p district 6404` as an integer; YAML reads 0604 as 388. What can
no longer be told is refused with the way to say it. Which district is meant is for `analysis.cleaning` to say.
"""

import difflib
import re


def check_choice(name: str, value, allowed: tuple[str, ...]) -> str:
    """The value, if it is one of the allowed, whatever its case.

    Raises: ValueError, with the nearest allowed value.
    """
    text = check_text(name, value).lower()
    if text in allowed:
        return text
    near = difflib.get_close_matches(text, allowed, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise ValueError(f"{name} is one of {', '.join(map(repr, allowed))}, found {value!r}{hint}")


def check_period(name: str, value) -> str:
    """A period as text: 'YYYY-MM', 'YYYY', or empty for the newest. A whole number is taken as a year.

    Raises: ValueError, for anything else.
    """
    if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100:
        return str(value)
    text = check_text(name, value)
    if text == "" or re.fullmatch(r"(19|20)\d{2}(-(0[1-9]|1[0-2]))?", text):
        return text
    raise ValueError(f"{name} is a month like '2024-12' or a year like '2024', found {value!r}.")


def check_text(name: str, value) -> str:
    """The value without blanks around it, if it is text.

    Raises: ValueError, naming papermill's `-r`, which leaves text alone.
    """
    if isinstance(value, str):
        return value.strip()
    raise ValueError(
        f"{name} is text in quotes, found {value!r} ({type(value).__name__}). "
        f"On papermill's command line write -r {name} VALUE: -p turns 64.10 into 64.1."
    )

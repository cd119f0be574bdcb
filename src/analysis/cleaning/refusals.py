"""Why a file or an answer is refused: a code with its values, told in either language.

Hides where its sentences stand (`words.refusals`). As text it is the English sentence, as every error of
`analysis.cleaning`.
"""

from __future__ import annotations

from ..words import Words


class Refused(ValueError):
    """A file or an answer that cannot be taken. code: of the sentence, without its prefix; file: its name,
    where it is known.
    """

    def __init__(self, code: str, *, file: str = "", **values) -> None:
        self.code, self.file, self.values = code, file, values
        super().__init__(self.told_in("en"))

    def told_in(self, language: str) -> str:
        words, values = Words(language), dict(self.values)
        if "reason_code" in values:
            values["reason"] = words.text(values["reason_code"], **values["reason_values"])
        text = words.text(f"refused.{self.code}", **values)
        return f"{self.file}: {text.rstrip('.')}." if self.file else text

    def of(self, file: str) -> Refused:
        """The same, of a file."""
        return Refused(self.code, file=file, **self.values)

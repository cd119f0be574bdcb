"""Names of publishers in the reader's language: the sources' file gives them in Bahasa Indonesia."""

from __future__ import annotations

import re

#: Words of a publisher's name and what they are in English, longer phrases first; names of papers stay.
PHRASES = {
    "beberapa pemerintah daerah": "several local governments",
    "beberapa media": "several media",
    "tidak disebut": "not stated",
    "Badan Pusat Statistik": "Statistics Indonesia (BPS)",
    "Kementerian Dalam Negeri": "Ministry of Home Affairs",
    "Kementerian Ketenagakerjaan": "Ministry of Manpower",
    "Republik Indonesia": "Republic of Indonesia",
    "Pemerintah Kabupaten": "Government of Kabupaten",
    "Pemerintah Kota": "Government of Kota",
    "Pemerintah Provinsi": "Government of Provinsi",
    "media": "media of",
    "lewat": "via",
    "a.l.": "among them",
}
_NAMED = re.compile("|".join(rf"(?<![\w.]){re.escape(phrase)}(?![\w.])" for phrase in PHRASES))


def publisher(name: str, language: str) -> str:
    """A publisher as a source line names it: 'several media (among them kaltimexpose.com)'."""
    return name if language == "id" else _NAMED.sub(lambda found: PHRASES[found[0]], name)

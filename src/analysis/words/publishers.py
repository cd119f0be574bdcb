"""Names of publishers in the reader's language: the sources' file gives them in Bahasa Indonesia."""

from __future__ import annotations

import re

from .places import place

#: Words of a publisher's name and what they are in English, longer phrases first; names of papers stay.
PHRASES = {
    "beberapa pemerintah daerah": "several local governments",
    "beberapa media": "several media",
    "tidak disebut": "not stated",
    "Badan Pusat Statistik": "Statistics Indonesia (BPS)",
    "Kementerian Dalam Negeri": "Ministry of Home Affairs",
    "Kementerian Ketenagakerjaan": "Ministry of Manpower",
    "Republik Indonesia": "Republic of Indonesia",
    "Pemerintah Provinsi": "Provincial Government of",
    "media": "media of",
    "lewat": "via",
    "a.l.": "among them",
}
_NAMED = re.compile("|".join(rf"(?<![\w.]){re.escape(phrase)}(?![\w.])" for phrase in PHRASES))
_GOVERNMENT = re.compile(r"Pemerintah ((?:Kabupaten|Kota) [^;,(]*[^;,( ])")


def publisher(name: str, language: str) -> str:
    """A publisher as a source line names it: 'several media (among them kaltimexpose.com)'."""
    if language == "id":
        return name
    name = _GOVERNMENT.sub(lambda found: f"Government of {place(found[1], language)}", name)
    return _NAMED.sub(lambda found: PHRASES[found[0]], name)

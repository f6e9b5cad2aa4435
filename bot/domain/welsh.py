"""Welsh as people write it in a reply: its short words are read as the English ones that every command knows.

Welsh has no single yes or no: the verb is said again ("Byddwn", "Ydy", "Na fyddwn"). What a person writes after such
a beginning stays as they wrote it.
"""

import re

_VOWEL = re.compile(r"[aeiouâêîôûáéíóúàèìòùäëïöü]|y(?![aeiouwy])", re.IGNORECASE)

_THIS = r"(?:\s+(?:hyn|hynny|hwn|fo|fe|o))?"
# An answer to an idea (DOMAIN 2): the whole phrases, and never a mere "iawn", which is said of anything.
_ANSWERS = {
    "partly": rf"(?:byddwn\s+ni['’]n|fe\s+fyddwn\s+ni['’]n|mi\s+fyddwn\s+ni['’]n)\s+gwneud\s+rhan\s+o{_THIS}"
    r"|yn\s+rhannol|rhan\s+ohono",
    "yes": rf"(?:(?:fe|mi)\s+fyddwn|byddwn)\s+ni['’]n\s+(?:ei\s+)?(?:g?wneud){_THIS}|(?:fe|mi)\s+wnawn\s+ni{_THIS}",
    "no": rf"(?:ni\s+)?(?:allwn|fyddwn|wnawn)\s+ni\s+ddim(?:\s+(?:yn\s+)?g?wneud{_THIS})?"
    rf"|nid\s+oes\s+modd\s+(?:i\s+ni\s+)?wneud{_THIS}",
}
# What answers a question of the bot's. English has "do" and "na" too, so these count only where they stand alone.
_REPLIES = {
    "yes": r"iawn|cytuno|cytunaf|(?:dw\s+i['’]n|rwy['’]n|rydw\s+i['’]n)\s+cytuno|wrth\s+gwrs"
    r"|ie|ydw|ydy|ydi|ydyn|ydym|oes|byddaf|byddwn|bydd|gallaf|gallwn|do|gwnaf|gwnawn|hoffwn",
    "no": r"nac\s+(?:ydw|ydy|ydi|ydyn|ydym|oes)|na\s+(?:fyddaf|fyddwn|fydd|allaf|allwn|wnaf|wnawn)|dim\s+diolch"
    r"|dim\s+nawr|na|nage|naddo",
    "done": r"(?:mae\s+)?wedi(?:['’]i|\s+ei)?\s+(?:g?wneud|orffen|gorffen)|gorffennwyd",
    "I will": r"(?:mi|fe)\s+wnaf(?:\s+i)?|wna\s+i|(?:mi|fe)\s+alla\s+i",
    "me": r"fi|y\s+fi",
    "add": r"ychwanegu(?:\s+at)?(?=\s+\d+[\s.!]*\Z)|ychwanegu",
    "new": r"newydd",
    "skip": r"hepgor|sgipio",
    "cancel": r"canslo|peidiwch",
    "all": r"i\s+gyd|popeth|pob\s+un",
    "nobody": r"neb",
    "none": r"dim|dim\s+un",
    "change": r"newid",
    "undo": r"dadwneud",
    "I sign": r"(?:rwy['’]n|dw\s+i['’]n|rydw\s+i['’]n)\s+llofnodi",
    "changed": r"wedi\s+newid",
    "lost": r"wedi\s+(?:mynd|ei\s+golli)",
    "help": r"help|cymorth",
}
_ALONE = r"(?=[\s.!]*\Z|[,;.!]|\s+\d+[\s.!]*\Z|\s+(?:oherwydd|achos)\b)"
_WHY = re.compile(r"(?P<gap>[\s,.:;!–—-]*)(?:oherwydd|achos)\b", re.IGNORECASE)


def _heads(words: dict[str, str], end: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(english, re.compile(rf"\s*(?:{welsh}){end}", re.IGNORECASE)) for english, welsh in words.items()]


_OF_ANSWERS, _OF_REPLIES = _heads(_ANSWERS, r"(?!\w)"), _heads(_REPLIES, _ALONE)


def answer_in_english(text: str) -> str:
    """An answer to an idea with its beginning in English: "Allwn ni ddim, oherwydd …" is "no, because …"."""
    return _begun(text, _OF_ANSWERS) or text


def reply_in_english(text: str, *, whole: bool = False) -> str:
    """A reply to the bot with its beginning in English: "Iawn" is "yes"; `whole`: only if there is nothing else in it.

    An answer to an idea is read so too.
    """
    read = _begun(text, _OF_ANSWERS) or _begun(text, _OF_REPLIES)
    if read is None or (whole and len(re.findall(r"[^\W\d]+", read)) > 2):
        return text
    return read


def and_before(word: str) -> str:
    """The Welsh "and" that goes before a word or a name: "Tom a Nia", "Tom ac Eleri". A name itself never changes."""
    return "ac" if _VOWEL.match(word) else "a"


def _begun(text: str, heads: list[tuple[str, re.Pattern[str]]]) -> str | None:
    for english, head in heads:
        if match := head.match(text):
            rest = text[match.end() :]
            why = _WHY.match(rest)
            return english + (f"{why['gap'] or ' '}because{rest[why.end() :]}" if why else rest)
    return None

"""Knows a yes or a no that hangs on something: "in principle", "if the budget allows", "I'm minded to say no"."""

import re

# What leaves it open, whatever is decided.
_OPEN = re.compile(
    r"""\b(?:in\ (?:principle|theory)|subject\ to|depend(?:s|ing|ent)\ (?:on|up)|provid(?:ed|ing)\ (?:that\ )?(?:we|the
        |they|it|there|you|i|nobody|no\ one|our|my)|provisional(?:ly)?|(?:as|so)\ long\ as|pending|assuming|minded\ to
        |leaning\ (?:to|towards?)|inclined\ to|tempted\ to|erring\ on|all\ being\ well|fingers\ crossed
        |touch\ wood|hopefully|in\ the\ balance|it\ depends|(?:can't|cannot|couldn't|won't)\ (?:promise|commit|confirm
        |say\ (?:for\ (?:sure|certain)|yet))|50[/-]50|fifty[ -]fifty)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NO = r"no(?=\W*\Z|\W*[,.;:!–—-]|\s(?:to|from|for|because|but|until|on|this|at|so|and)\b)"
_RULING = rf"(?:yes|{_NO}|partly|aye|naw|go\ ahead|approved|agreed|refused|possible)"
# A ruling that is doubted beside itself: "probably yes", "it's likely to be a no", "yes, I expect".
_DOUBTED = re.compile(
    rf"""\b(?:probabl[ey]|likely|unlikely|possibly|maybe|perhaps|presumably|potentially|almost\ certainly|might
        |may\ (?:well\ )?be|could\ (?:well\ )?be|should\ be|looks?\ like|looking\ like|sounds?\ like|seems?\ like
        |i(?:'d|\ would)?\ (?:guess|suspect|imagine|expect|hope|suppose)|i'm\ (?:hoping|expecting|guessing)
        |hop(?:e|ing)|(?:don't|do\ not)\ (?:think|expect|see))\W+(?:[\w']+\W+){{0,4}}?{_RULING}\b
    |\b{_RULING}\b[\s,:;–—-]*(?:probably|possibly|maybe|perhaps|i\ (?:guess|suppose|suspect|expect|hope|imagine)
        |most\ likely|(?:very\ )?likely|in\ all\ likelihood|at\ a\ push)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A yes that waits for something in the same sentence; an offer to others ("if you want to help") is no such thing.
_CONDITION = re.compile(
    r"""(?:\byes\b[\s,:;–—-]*(?:but\ )?(?:only\ )?(?:once|when|after|as\ soon\ as|until|unless|provided|providing)\b
    |\b(?:yes|yep|yeah|aye|agreed|approved|absolutely|definitely|of\ course|(?:we|i)(?:'ll|\ will|\ can|\ could
        |'d\ be\ able\ to)|happy\ to|go\ ahead)\b[^.!?\n]{0,200}?\b(?:if|unless)\b(?!\ (?:you|anyone|anybody|people
        |folk|members|it\ helps|not,|possible\b|needed|wanted)))""",
    re.IGNORECASE | re.VERBOSE,
)
# "We'd love to say yes" says none.
_WISHED = re.compile(
    r"\b(?:love|like|want|wanted|hop(?:e|ed|ing)|wish(?:ed)?|keen|able|trying|try|tempted|not\s+(?:yet\s+)?ready"
    r"|too (?:soon|early)|(?:i|we) could|(?:i|we) can't yet|before (?:i|we)(?: can)?)\s+(?:to\s+)?(?:be able to\s+)?"
    r"(?:say|give\s+(?:you|a)|answer)\s+(?:it\s+)?(?:with\s+)?(?:an?\s+)?(?:firm\s+|definite\s+)?(?:yes|no)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\b(?:because|cos|since)\b", re.IGNORECASE)


def hangs(text: str) -> bool:
    """Does the ruling in these words hang on something, so that it is no answer yet (charter commitment 6)?

    What follows "because" gives the reason, and may doubt what it likes.
    """
    ruling = _WHY.split(text.replace("’", "'"), maxsplit=1)[0]
    first = re.split(r"[.!?\n]+(?=\s|\Z)", ruling.strip(), maxsplit=1)[0]
    return bool(_OPEN.search(first) or _DOUBTED.search(ruling) or _CONDITION.search(ruling))


def without_wishes(text: str) -> str:
    """The words without "we'd love to say yes": what is wished for is not said."""
    return _WISHED.sub(" ", text)

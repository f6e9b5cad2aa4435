"""Notices a yes to what was asked: "will do" about an action, "I can" to "who can measure the doorway?"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.owners import Named, Names
from bot.domain.whens import Whens, read_whens
from bot.listen.heads import heads
from bot.listen.sentence import Task, neat, noticed_action
from bot.listen.sentences import plainly, sentences
from bot.listen.talk import Noticed, Talk
from bot.listen.verbs import starts_work

_YES = re.compile(
    r"""\W*(?:(?>(?:yes|yep|yeah|yup|aye|ok|okay|okey\ dokey|sure\ (?:thing|can)|certainly\ can
        |(?:i'?m\ )?on\ the\ case|not\ a\ (?:problem|bother)|(?:with|my)\ pleasure|i\ volunteer
        |(?:i'?ll\ )?(?:have|give\ (?:it|that|this))\ a\ (?:go|bash|try)|please\ put\ me\ down|fine\ (?:with|by)\ me
        |sure|fine|right|righto|correct|agreed|absolutely
        |definitely
        |certainly|will\ do|wilco|of\ course|course|(?:no|nae)\ (?:problem|probs|worries|bother)|np
    |(?:i(?:'?m|\ am)\ )?(?:more\ than\ )?(?:happy|glad|fine|ok|okay)\ (?:to(?:\ help|\ do\ (?:it|that|this|so))?
        |with\ (?:it|that
        |this))|count\ me\ in
        |i'?m\ in
        |(?:that|this|it)'?s?\ ?(?:is\ )?(?:right|fine|ok|okay|good|correct|all\ right|alright)(?:\ (?:by|with
        |for)\ me)?|all\ good|sounds\ good
    |(?:i'?m\ )?on\ it|leave\ (?:it|that|this|them)\ (?:wi(?:th|'|d)?|to)\ me|consider\ it\ done|ye[hs]s?|ye|defo
        |deffo|def|np|nps|yup|roger(?:\ that)?|you\ bet|nee?\ bother|(?:that'?s\ |it'?s\ )?(?:no
        |nae)\ (?:a\ )?(?:problem|bother)\ at\ all|at\ all|no\ prob|can\ do|will\ dae|i(?:'?ll|\ will|\ can|\ could
        |\ shall)(?:\ (?:gladly|happily|definitely))?(?:\ (?:do|dae|tak|take|sort|have|manage|handle
        |be\ happy\ to))?(?:\ (?:it|this|that|that\ one|this\ one|it\ on|this\ on|that\ on))?
    |i\ don't\ mind(?:\ doing\ (?:it|that|this))?|me|mine|go\ on(?:\ then)?|put\ me\ down(?:\ for\ (?:it|that
        |this))?
        |please\ do|gladly|okies?|okey|okay\ then|pop|flower|darling|luv|hun|mucker|chuck|ta|thanks|thank\ you|love
        |dear|mate|pet|duck|hen|boss|bea|all|then|no\ bother|both|x+
        |from\ me)(?![\w']))[\s,.!;:–-]*|[👍👌🙂😊✅✔🏻🏼🏽🏾🏿\ufe0f]+\s*)+\Z""",
    re.VERBOSE,
)
_NAME = re.compile(r"(?<=\s)[^\W\d_]+")
_NO_NAME = frozenset({"will", "may"})
_BARE_OK = re.compile(r"\W*(?:(?:thanks|thank you|ta|love|dear|mate|pet|all|right|fine|then|x+|me|both|boss)\W*)+\Z")
_WHO_CAN = re.compile(
    r"\A\W*(?:(?:hi|hello|ok|so|right|all|everyone|folks|please)[\s,]+)*(?:(?:can|could|would"
    r"|will) you\s+(?:please\s+|be able to\s+|possibly\s+)*|(?:(?:who|can|could|would|will|is|does)\s+(?:(?:any"
    r"|some)\s?(?:one|body)\s+)?(?:else\s+)?(?:can|could|will|would|wants? to|is able to|able to|be able to|like to"
    r"|fancy|willing to|free to|please|happy to)*\s*)"
    r"|(?:we|i) need (?:some|any)(?:one|body) to\s+|(?:any|some)(?:one|body) (?:able|free|willing|happy) to\s+"
    r"|(?:please\s+)+|any volunteers to\s+|(?:need|looking for) (?:a volunteer|someone|somebody) to\s+)"
)


def agreeing(talk: Talk, names: Names) -> Iterator[Noticed]:
    """Give the yes of a message that is a yes and no more."""
    own = read_whens(talk.text, talk.today, working=talk.working) if talk.replied_to and not talk.about else None
    plain = plainly(own.rest if own and own.finish else talk.text)
    if not talk.about:
        # "Will do Amy": said to whoever asked.
        plain = _NAME.sub(lambda word: "" if word[0] in names.known - _NO_NAME else word[0], plain)
    if not _YES.match(plain) or _BARE_OK.match(plain) or "?" in plain:
        return
    me = (Named("speaker", "I"),)
    if talk.about:
        if talk.about.thing == "action":
            number = talk.about.number
            yield Noticed("agreement", 0.9, talk.text, f"/agree {number}", explicit=False, number=number)
    elif talk.replied_to and (asked := _asked(talk, names)):
        what, whens = asked
        whens = own if own and own.finish else whens
        yield replace(noticed_action(talk, Task(me, what, whens), talk.text, 0.8), kind="agreement")


def _asked(talk: Talk, names: Names) -> tuple[str, Whens] | None:
    """What the message it replies to asks somebody to do, and by when."""
    for sentence in sentences(talk.replied_to or ""):
        opening = _WHO_CAN.match(sentence.plain)
        rest = sentence.text[opening.end() :] if opening else ""
        if not opening:
            head = next((head for head in heads(sentence, names) if head.link in ("asked", "to", "will")), None)
            if head is None or (head.who and head.who[0].kind == "speaker"):
                continue
            rest = sentence.text[head.end :]
        whens = read_whens(rest, talk.today, working=talk.working)
        what = neat(whens.rest)
        if starts_work(plainly(what)) and " " in what:
            return what, whens
    return None

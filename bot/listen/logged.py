"""Notices what is said to be logged: "ACTION – Pat to …", "#action …", "Actions:" over a list, "My idea is to …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain.owners import LOOKS_LIKE_A_NAME, ORGANISATION, Named, Names, read_names, read_owners
from bot.domain.whens import read_whens
from bot.listen.heads import heads
from bot.listen.sentence import Task, known, mentioned, neat, noticed_action
from bot.listen.sentences import Sentence, own, plainly, sentences
from bot.listen.talk import Noticed, Talk
from bot.listen.verbs import starts_work
from bot.listen.verdicts import decides

_PLACE = (
    r"(?:^|(?<=\n)|(?<=[.!?;(\[–—-]\ )|(?<=\S\ )(?=\#)|(?<=[(\[]))[ \t]*(?:[*•·☐▪●✅–—-]+[ \t]*"
    r"|\d{1,2}[.)][ \t]*)?\**"
)
_SAVE = r"""(?:(?:(?:please|pls|plz|can|could|will|would|you|we|someone|hi|ok|i|i'd|like|want|need|to|just|also
        |let's
        |lets|and)[ ,]+){0,6}
    (?:log|add|note|record|minute|put|save|capture|list|suggest|raise|share|submit|make|set)[ ]+
    (?:(?:down|forward|this|these|that|the|following|as|an?|new|another|it|my|our|one|more|in
        |for[ ]me)[ ]+){0,4})?"""
_JOINT = r"(?:\**[ \t]*(?:[:~=>|→⇒–—]+|\.{2,}|…|!{1,3}(?=[ \t]))\**[ \t]*|[ \t]+-+>?[ \t]*|-+>?[ \t]+)"
_ACTION = re.compile(
    rf"""{_PLACE}{_SAVE}(?:
      (?P<tag>\#(?:action|todo)s?\b:?[ \t]*|todo[ ](?![:~=>–—-]))
      |(?:(?:new|another|one|next|further|more|extra|agreed|key|my|your|our|his|her|today's|first|second|third|final
          |last|quick|main)[ ]+)*(?:actions?(?:[ ]+(?:points?|items?|log|list|required|needed|agreed|arising))?|ap
          |a\.p\.|to-?[ ]?do(?:[ ]list)?|task|next[ ]steps?)
        (?:[ ]*(?:no\.?[ ]*)?\#?\d{{1,3}}[.)]?)?(?:[ ](?:(?:from|after|of)[ ](?:today|tonight|yesterday|this|the
            |last
            |our|monday|tuesday|wednesday|thursday|friday)|for[ ](?:today|this[ ]week
                |next[ ]\w+))[^:\n–—-]{{0,30}})?
        (?:(?:[ ]+(?:for|on|with|by|from|to)[ ]+|[ ]*[(\[])(?P<for>[^:\n()\[\]–—]{{1,60}}?)(?:[)\]]{_JOINT}?[ \t]*
            |{_JOINT}|(?=[ ]to[ ]))
          |(?P<bare>{_JOINT}|(?<!\d)(?P<spaced>[ ]+)(?=@?[^\W\d_][\w'/-]*(?:[ ](?:and[ ]
              |&[ ])?@?[\w'-]+){{0,3}}?(?:[ ]to[ ]|{_JOINT}|[)\]]?[ ]*(?:\n|\Z)))))
    )""",
    re.VERBOSE,
)
_HEADING = re.compile(
    r"^[ \t*#]*(?:[\w'’]+[ ]+){0,3}(?P<kind>actions?|ideas?"
    r"|suggestions?)(?:[ ]+[\w'’]+){0,5}[ \t]*[:–—-]*\**[ \t]*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[ \t]*(?:[*•·☐▪●✅+–—-]+[ \t]*|\(?[a-z\d]{1,2}[.)][ \t]+|\[[ x]?\][ \t]*)")
_IDEA = re.compile(
    rf"""{_PLACE}(?:on[ ]behalf[ ]of[ ](?P<behalf>[^:\n]{{1,60}}?)[:,–—-][ ]*)?{_SAVE}
    (?:(?:so|ok|right|well|also|and|here'?s|here[ ]is|heres|this[ ]is|i've[ ](?:had|got)|ive[ ](?:had|got)
        |i[ ](?:have
        |had)|had|got|thought[ ]of|just|my|our|an?|another|new
        |one|another|this|wee|little|big|small|quick|daft|crazy|mad|silly|bright|radical|simple|cheeky|random
            |possible
            |rough)[ ,]+){{0,5}}
    (?:\#ideas?\b:?[ \t]*|(?:ideas?|suggestions?|proposals?
        |idea/suggestion)(?:[ ]*\#?\d{{1,2}}(?=[ ]*[:–—-]))?(?:[ ](?:for[ ]the[ ](?:list|group)|of[ ]mine|time))?
      (?:[ ](?:please|pls))?(?P<from>[ ]+(?:from|for|about)[ ][^:\n–—]{{1,70}}?)?(?:{_JOINT}|[ ]+(?:is
          |was)[ ](?:to[ ]|that[ ](?=we|they|the
          |there)|for[ ]|an?[ ])|(?(from)(?!))(?P<weak>[ ]*[,.][ ]+)))""",
    re.VERBOSE,
)
_LISTED = re.compile(
    rf"""{_PLACE}(?:(?:note[ ])?(?:for|in)[ ](?:action|the[ ](?:minutes|record|log|notes))(?:[ ]please)?[ ]*{_JOINT}
        |(?:please[ ])?(?:(?:log|minute|record|note)[ ](?:this|that|please|this[ ]please)[ ]*{_JOINT}|(?:minute
            |record)[ ]that[ ])
    |(?P<list>)(?:(?:another|one|this|something|new)[ ])*(?:one[ ])?for[ ]the[ ](?:ideas?[ ])?(?:list|box|board|pot
        |pile)[ ]*{_JOINT}
    |(?P<listed>)(?:(?:please|pls|can|could|would|will|you|we|someone|hi|ok|just|also)[ ,]+){{0,6}}(?:(?:this|that
        |these|it)[ ]+)?(?:add|put|log|save|note|record|get|go)[ ]+(?:(?:this|that|these|it|one|down|another|mine|in
        |an?[ ]idea|an?[ ]action)[ ]+){{0,3}}
    (?:to|on|onto|in|for)[ ]+(?:the|our|your)[ ](?:list|log|minutes|record|action[ ]list|tracker|sheet|board|actions
        |ideas)(?:[ ](?:please|pls|for[ ]me|as[ ]an[ ]idea|too))*[ ]*{_JOINT})""",
    re.VERBOSE,
)
_OWN_IDEA = re.compile(r"\b(?:my|our|here|had|got|have|an|another|one|log|add|note|record|\#idea)", re.IGNORECASE)
_OPINION = re.compile(r"(?:is|was)\s+(?:an?|for|that|to)\s+\Z")
_NOTHING = re.compile(
    r"\W*(?:none(?: from me)?|nil|n/?a|nothing|see (?:above|below|attached|minutes)|as above|tb[acd]|lol"
    r"|haha\w*)?\W*\Z",
    re.IGNORECASE,
)
_SHARED = re.compile(r"[,;]?\s*\b(?:both|all|each)(?: of (?:them|these))?\s+(?=(?:due\s+)?by\b)", re.IGNORECASE)
_CUT = re.compile(r"\s*[,;]\s*(?:and\s+|then\s+)?|\s+and\s+|\.\s+")
_TO = re.compile(r"(?:\s+(?:to|will)|['’]ll)\s+[a-z]")
_SHORTEST = 5
_DASH = re.compile(_JOINT)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said to be logged: what was noticed, and from where to where in the speaker's own words."""

    noticed: Noticed
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Body:
    """The words of something to do, where they stand, whose it is, and whether a tag says so."""

    words: str
    at: int
    people: tuple[Named, ...] = ()
    tagged: bool = False


def logged(talk: Talk, names: Names) -> list[Entry]:
    """Give what is said to be logged, in order."""
    text = own(talk.text)
    return [*_under_headings(talk, text, names), *_labelled(talk, text, names)]


def _under_headings(talk: Talk, text: str, names: Names) -> Iterator[Entry]:
    """Give the points of a list that stands under "Actions:" or "Ideas:"."""
    at, kind = 0, ""
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        bullet = _BULLET.match(line)
        labelled = _ACTION.match(plainly(line)) if bullet else None
        if heading:
            kind = "idea" if heading["kind"][0] in "iIsS" else "action"
        elif kind and line.strip() and (bullet or kind == "action"):
            start = bullet.end() if bullet else 0
            found = () if labelled else tuple(_entries(talk, kind, line[start:], names, at + start))
            if not found and not bullet:
                kind = ""
            yield from found
        elif line.strip():
            kind = ""
        at += len(line) + 1


def _labelled(talk: Talk, text: str, names: Names) -> Iterator[Entry]:
    plain = plainly(text)
    patterns = ((_ACTION, "action"), (_IDEA, "idea"), (_LISTED, ""))
    found = sorted(
        ((m, kind) for pattern, kind in patterns for m in pattern.finditer(plain)), key=lambda pair: pair[0].start()
    )
    for i, (match, kind) in enumerate(found):
        line_end = end if (end := text.find("\n", match.end())) >= 0 else len(text)
        limit = min(line_end, found[i + 1][0].start()) if i + 1 < len(found) else line_end
        body = text[match.end() : max(limit, match.end())]
        if kind == "action" and match["spaced"] and not names.several(text, match.end(), unknown=LOOKS_LIKE_A_NAME)[0]:
            continue
        if kind and re.search(r"\d", match[0]) and _is_old(body, kind, names):
            continue
        if not kind:
            work = _says_who(body, 0, names) or starts_work(plainly(body)) or _says_head(body, names)
            if work or match["list"] is not None or match["listed"] is not None:
                yield from _entries(talk, "action" if work else "idea", body, names, match.end())
        elif kind == "action":
            yield from _actions(talk, names, _body(talk, names, text, match, body))
        elif _is_own(match, plain):
            yield from _idea(body.strip() or _before(text, match), _whose(text, match), match.end())


def _is_old(body: str, kind: str, names: Names) -> bool:
    """Is it of an idea or action that has this number already: "Idea 12: no, …", "Action 5: finished that"?"""
    if kind == "idea":
        return decides(body)
    named = names.several(body.strip(), 0, unknown=LOOKS_LIKE_A_NAME)[0]
    return not (named or starts_work(plainly(body.strip())) or _says_head(body, names))


def _before(text: str, match: re.Match[str]) -> str:
    """What the line says before a label."""
    return text[text.rfind("\n", 0, match.start()) + 1 : match.start()]


def _is_own(match: re.Match[str], plain: str) -> bool:
    """Tell "my idea is a …" from "the idea is a good one". A comma is enough after "can you log an idea"."""
    if match["weak"] and not re.search(r"\b(?:log|add|note|record|save|here'?s|here is)\b", match[0]):
        return False
    return not _OPINION.search(match[0]) or bool(_OWN_IDEA.search(match[0])) or not plain.strip()


def _entries(talk: Talk, kind: str, body: str, names: Names, at: int) -> Iterator[Entry]:
    if kind == "action":
        yield from _actions(talk, names, _Body(body, at))
    else:
        yield from _idea(body, "", at)


def _whose(text: str, match: re.Match[str]) -> str:
    """What stands before the words of an idea and belongs to it: "for the summer: ", "from Gwen: "."""
    if behalf := text[match.start("behalf") : match.end("behalf")] if match["behalf"] else "":
        return f"from {behalf.strip()}: "
    return f"{text[match.start('from') : match.end('from')].strip()}: " if match["from"] else ""


def _idea(body: str, whose: str, at: int) -> Iterator[Entry]:
    words = body.strip(" \t-–—:*")
    if not _NOTHING.match(body) and len(words) >= _SHORTEST:
        yield Entry(Noticed("idea", 1.0, words, f"/idea {whose}{words}", explicit=True), at, at + len(body))


def _body(talk: Talk, names: Names, text: str, match: re.Match[str], body: str) -> _Body:
    """What a label is about; it may also stand after it, or after who is to do it."""
    before, tagged = _before(text, match).strip(" \t-–—(["), bool(match["tag"])
    start = text.rfind("\n", 0, match.start()) + 1
    if _ACTION.search(plainly(before)):
        before = ""
    if tagged and not body.strip():
        return _Body(before, start, (), tagged)
    people = _people(talk, text[match.start("for") : match.end("for")]) if match["for"] else ()
    if before and not people:
        after = body.strip(" \t)]")
        who, end, sure = names.several(after, 0, unknown=LOOKS_LIKE_A_NAME)
        left = after[end:].strip(" ,")
        if who and not read_whens(left, talk.today, working=talk.working).rest.strip(" .") and " " in before:
            # "Write to the council – ACTION: Pat, by Friday": the label follows what is to be done.
            return _Body(f"{before} {left}".strip(), start, who, tagged)
        who, end, sure = names.several(before, 0)
        people = who if sure and end == len(before) else ()
    return _Body(body, match.end(), people, tagged)


def _people(talk: Talk, text: str) -> tuple[Named, ...]:
    return read_names(text, known(talk), mentioned(talk))


def _actions(talk: Talk, names: Names, body: _Body) -> Iterator[Entry]:
    words = body.words.rstrip(" \t)]")
    if _NOTHING.match(words):
        return
    both = _SHARED.search(words)
    shared = read_whens(words[both.end() :], talk.today, working=talk.working) if both else None
    for part in [words] if body.people else _parts(_SHARED.sub(" ", words), names):
        task = _task(talk, part.strip(), names, body.people)
        if shared and shared.finish and not task.whens.finish:
            task = replace(task, whens=replace(task.whens, finish=shared.finish, phrase=shared.phrase))
        work = task.who or task.whens.finish or body.tagged or starts_work(plainly(task.what))
        if work and task.what:
            noticed = noticed_action(talk, task, part.strip(), 1.0, explicit=True)
            yield Entry(noticed, body.at, body.at + len(body.words))


def _task(talk: Talk, text: str, names: Names, people: tuple[Named, ...]) -> Task:
    text = re.sub(r"[–—]+", " – ", text)
    whens = read_whens(text, talk.today, working=talk.working)
    if people:
        return Task(people, neat(re.sub(r"\A\s*to\s+", "", whens.rest)), whens)
    who, end, sure = names.several(whens.rest, 0, unknown=rf"{ORGANISATION}\b|{LOOKS_LIKE_A_NAME}")
    joint = re.compile(rf"\s*[\])]\s*|{_DASH.pattern}").match(whens.rest, end) if who else None
    if joint and (sure or starts_work(plainly(whens.rest[joint.end() :]))):
        return Task(who, neat(whens.rest[joint.end() :]), whens)
    owned = read_owners(whens.rest, known(talk), mentioned(talk))
    return Task(owned.who, neat(owned.what), whens)


def _parts(body: str, names: Names) -> list[str]:
    """Cut "Kath to ring the paper, Gwen to write to them" where each says who and what."""
    if not _says_who(body, 0, names):
        return [body]
    cuts = [0]
    for joint in _CUT.finditer(body):
        if _TO.search(body, cuts[-1], joint.start()) and _says_who(body, joint.end(), names):
            cuts.append(joint.end())
    ends = [*cuts[1:], len(body)]
    return [body[start:end].rstrip(" ,;.").removesuffix(" and") for start, end in zip(cuts, ends, strict=True)]


def _says_head(body: str, names: Names) -> bool:
    """Does it begin with somebody who will do it: "I'll …", "Pat has agreed to …"?"""
    found = heads(next(iter(sentences(body)), Sentence("", "", "")), names)
    return bool(found) and found[0].start == 0


def _says_who(body: str, at: int, names: Names) -> bool:
    who, end, _ = names.several(body[at : at + 200], 0, unknown=LOOKS_LIKE_A_NAME)
    return bool(who) and bool(_TO.match(body, at + end))

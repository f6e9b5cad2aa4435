"""Knows how people mark what is to be logged: "ACTION –", "#idea", "My idea is to", "For the list:", headings."""

import re
from collections.abc import Iterator, Sequence

from bot.listen.verbs import WORK

# Where a label may stand: at the start of a line or of a thought, behind a bullet, a number or a bracket.
_OPENS = re.compile(r"[\n(\[]|[.!?;:,–—-] |(?<= )(?:but|and|so) |(?<=\S )(?=#|action ?:)")
_JOINS = re.compile(r"(?:but|and|so) ")
_PLACE = r"[ \t]*(?:[^\w\s#>\"\'“@(\[]{1,3}[ \t]*|\d{1,2}(?:[.)][ \t]*|(?:\.\d{1,2}){1,2}[ \t]+))?[*_]*"
_SAVE = r"""(?:(?:(?:please|pls|plz|can|could|will|would|you|we|someone|hi|ok|i|i'd|like|want|need|to|just|also
        |let's|lets|and)[ ,]+){0,6}
    (?:log|add|note|record|minute|put|save|capture|list|suggest|raise|raising|share|submit|submitting|make|set|give
        |take|have|get)[ ]+
    (?:(?:down|forward|this|these|that|the|following|as|an?|new|another|it|me|my|our|one|more|in
        |for[ ]me)[ ]+){0,4})?"""
# Signs that point at what comes.
_POINTS = (
    r"(?<!this[ ]idea[ ])[→-⇿➔-➾▶►✅☑✏✨⭐👇👉💡🧠📋-📟🔊-🔽✍🗒🎯"
    r"\U0001f300-\U0001f3fa\U0001f400-\U0001f43f\U0001f680-\U0001f6ff]\ufe0f?"
)
JOINT = (
    rf"(?:[*_]*[ \t]*(?:{_POINTS}|[:;~=>|⇒–—]+|\.{{2,}}|…|!{{1,3}}(?=[ \t])|[)\]](?=[ \t]*\w)|/(?=[ \t]))\**[ \t]*"
    rf"|[ \t]+-+>?[ \t]*"
    r"|-+>?[ \t]+)"
)
_WHICH = r"(?:[ ]*(?:no\.?|number)?[ ]*\#?\d{1,3}[.)]?|[ ](?:one|two|three|four|five)(?=[ ]*[:–—-]))?"
_WELSH_ACTION = r"ca(?:m|mau)[ ]gweithredu|gweithred(?:u|oedd)?"
ACTION = re.compile(
    rf"""{_PLACE}{_SAVE}(?:
      (?P<tag>\#(?:action|todo)s?\b:?[ \t]*|todo[ ](?![:~=>–—-])|(?:(?<=[(\[])
        |(?<=[–—-][ ]))action(?:[ ]point)?[)\]]?[ \t]*(?=\n|\Z))
      |(?:(?:new|another|one|next|further|more|extra|agreed|key|my|your|our|his|her|today's|first|second|third|final
          |last|quick|main|just|also|only|so|the|follow[ -]?up|(?P<of>[^\W\d_][\w-]*)'s)[ ]+)*
        (?:(?:act(?:io|oi|o|i)|acito)ns?(?:[ ]+(?:points?|pts?|items?|log|list|required|needed|agreed|arising))?|ap
        |a\.p\.
          |to-?[ ]?do(?:[ ]list)?|tasks?|jobs?(?=[ ]?(?:for|:))|next[ ]steps?|{_WELSH_ACTION})
        {_WHICH}(?:[ ](?:please|pls))?
        (?:[ ](?:(?:from|after|of)[ ](?:today|tonight|yesterday|this|the|last|our|monday|tuesday|wednesday|thursday
            |friday)|for[ ](?:today|this[ ]week|next[ ]\w+))[^:\n–—-]{{0,30}})?
        (?:(?:[ ]+(?:for|on|with|by|from|to|due)[ ]+|[ ]*[(\[])(?P<for>[^:\n()\[\]–—]{{1,60}}?)(?:[)\]]{JOINT}?[ \t]*
            |{JOINT}|(?=[ ]to[ ]))
          |[ ]+(?P<on>\d{{1,2}}[ /.-][^:\n–—-]{{1,14}}):[ \t]*
          |[ ]+(?:is|are|was)(?::[ \t]*|[ ]+with[ ]+(?P<with>[^:\n]{{1,30}}?)(?=[ ]to[ ]))
          |(?P<weak>[ ]*[,.][ ]+)
          |(?P<bare>{JOINT}|(?<!\d)(?P<spaced>\**[ ]+)(?=@?[^\W\d_][\w'/-]*(?:[ ](?:and[ ]|&[ ])?@?[\w'-]+){{0,3}}?
              (?:[ ](?:to|will)[ ]|,[ ]|{JOINT}|[)\]]?[ ]*(?:\n|\Z)))))
    )""",
    re.VERBOSE,
)
# "I have an action to …", "Tom's action is to …", "the action was for Tom to …", "give Tom an action to …".
GIVEN = re.compile(
    r"""(?:\b(?:(?:i(?:'ll|\ will|\ can|\ could|'ve\ got|\ have|'ve|\ had|\ took)?|can\ i|can\ we|could\ we|let\ me
        |happy\ to|put|give
          |gave)\ )(?:(?:got|take|have|pick\ up|own)\ )?(?P<me>me\ )?(?:an?|the|that|this)\ action\ (?:to|of|for
          |(?P<that>that))\s+
    |\b(?:give|giving|gave|assign|assigned|with)\ (?P<given>[^\W\d_][\w'-]*(?:\ and\ [^\W\d_][\w'-]*)?)\ (?:an?
        |the)\ action
          \ (?:to|of)\s+
    |\b(?P<my>my|our)\ action(?:\ point)?(?:\ (?:from|after)\ [^:.\n]{1,30}?)?(?:\ is|\ was)\ to\s+
    |\b(?P<their>[^\W\d_][\w-]*)'s\ action(?:\ point)?(?:\ (?:from|after)\ [^:.\n]{1,30}?)?(?:\ is|\ was)\ to\s+
    |\b(?:the|an?|one|next|first|only)\ action\ (?:(?:is|was
        |there)\ )*for\ (?P<for>[^\W\d_][\w'-]*(?:\ and\ [^\W\d_][\w'-]*)?)
          \ to\s+)""",
    re.VERBOSE,
)
_IDEA_WORD = (
    r"(?:id+e+as?|i+deas?|idaes?|suggest(?:ions?)?(?:[ ]box)?|proposals?|wish[ -]?lists?|(?:(?<=a[ ])|(?<=random[ ])"
    r"|(?<=quick[ ]))thought(?=[ ]?[:–—])|syniad(?:au)?|awgrym(?:iad)?(?:au)?"
    r"|idea/suggestion)"
)
IDEA = re.compile(
    rf"""{_PLACE}(?:on[ ]behalf[ ]of[ ](?P<behalf>[^:\n]{{1,60}}?)[:,–—-][ ]*)?{_SAVE}
    (?:(?:so|ok|right|well|also|and|here'?s|here[ ]is|heres|this[ ]is|i'?ve|i'?ve[ ](?:had|got)|i[ ](?:have|had)|had
        |got|thought[ ]of|just|my|our|an?|another|new|one|this|wee|little|big|small|quick|daft|crazy|mad|silly
        |bright|radical|simple|cheeky|random|possible|rough|two|three|some|few|couple[ ]of|first|second|third|next
        |last|final|other|more|for
        |(?P<of>[^\W\d_][\w-]*)'s)[ ,]+){{0,5}}
    (?:\#ideas?\b:?[ \t]*|(?:(?<=[(\[])|(?<=[–—-][ ]))idea[)\]]?[ \t]*(?=\n|\Z)|(?<=suggest[ ])(?:something|this
        |the[ ]following){JOINT}
        |{_IDEA_WORD}{_WHICH}(?:[ ](?:for[ ]the[ ](?:list|group)|of[ ]mine|time|alert|to[ ](?:log|add|share|note
        |consider|put[ ]forward)))?
      (?:[ ](?:in|on|down|to[ ]the[ ]list))?(?:[ ](?:please|pls))?
      (?:(?P<from>[ ]+\(?(?:from|for|about|re|regarding)[ ][^:\n–—]{{1,70}}?)(?:{JOINT}|,[ ]+(?![^\n]*[:–—])|[ ]+(?:is
        |was)[ ](?:to[ ]|that[ ]|an?[ ]))
        |[ ]+(?:that|which|i|we|in|at|after)[ ][^:\n–—.?!]{{1,50}}:[ \t]*
        |{JOINT}|(?:[ ]+(?:is|was)|'s)[ ](?:to[ ]|that[ ](?!it\b|he\b|she\b|you\b|i\b)|for[ ]|an?[ ](?!bit\b|good\b)
            |(?=[a-z]+s[ ](?:on|in|at|for|by|with)[ ]))
        |(?<=idea)(?<!this[ ]idea)[ ,]+but[ ](?=an?[ ]|could[ ]|can[ ]|what[ ]|how[ ]|why[ ]|we[ ]|maybe[ ])
        |(?P<weak>[ ]*[,.?][ ]+)|(?<=idea)(?P<loud>[ ]+(?=\w))))""",
    re.VERBOSE,
)
_ASKING = r"(?:(?:please|pls|plz|can|could|would|will|you|we|someone|i|hi|ok|just|also)[ ,]+)"
_KEEP = r"(?:add|adding|put|log|save|note|record|get|go|pop|stick|chuck|pin|bung)"
_LIST = (
    r"(?:ideas?[ ]|action[ ])?"
    r"(?:list(?:[ ]of[ ](?:ideas|actions))?|log|minutes|record|tracker|sheet|board|actions|ideas)"
)
LISTED = re.compile(
    rf"""{_PLACE}(?:(?:note[ ])?(?:for|in)[ ](?:action|the[ ](?:minutes|record|log|notes))(?:[ ]please)?[ ]*{JOINT}
        |(?:please[ ])?(?:(?:log|minute|record|note)(?:[ ](?:this|that|please|this[ ]please))?[ ]*{JOINT}
            |(?:let'?s[ ]|{_ASKING}{{1,6}})?(?:minute|record|note|log)[ ]that[ ])
    |(?P<list>)(?:(?:[\w']+[ ]){{0,4}}for[ ]the[ ](?:ideas?[ ]|actions?[ ])?(?:list|log|tracker|sheet|box|board|pot
        |pile)
        (?:[ ](?:please|pls|plz))?|(?:(?:can|could|may|might)[ ]i|i'?d[ ](?:like|love)[ ]to|i[ ]want[ ]to
        |i)[ ](?:just[ ])?suggest)[ ]*{JOINT}
    |(?P<ruled>)(?:agreed|resolved|decision|decided|outcome)(?:[ ](?:at|in|by|from|today|tonight)\b[^:\n]{{0,30}})?[ ]*
        (?::|[ ][–—-]+)[ ]+
    |(?P<as>)(?:{_ASKING}|i'd[ ]|like[ ]|to[ ]){{0,8}}(?:log|record|minute|note|put|add|get)(?:[ ](?:it|this
        |that))?(?:[ ]down)?
        [ ]as[ ]an?[ ](?:action|idea|suggestion)(?:[ ](?:point|please|pls))?(?:[ ](?:that|to|for)[ ]|[ ]*{JOINT})
    |(?P<listed>)(?:{_ASKING}{{0,4}}(?:this|that|it|these)[ ](?:be|get|go)[ ](?:added|put|logged|saved)?[ ]?(?:to|on
        |in)[ ](?:(?:the|our)[ ])?
        {_LIST}[ ]*{JOINT}
      |{_ASKING}{{1,6}}(?:log|add|record|save)[ ](?:this|that)(?:[ ](?:please|pls|for[ ]me
        |too)){{0,2}}[ ]*{JOINT}
      |{_ASKING}{{0,6}}(?:(?:this|that|these|it)[ ]+)?{_KEEP}[ ]+(?:(?:this|that|these|it|one|down|another|mine|in
        |an?[ ]idea|an?[ ]action)[ ]+){{0,3}}(?:to|on|onto|in|for)[ ]+(?:(?:the|our|your)[ ])?{_LIST}
        (?:[ ](?:please|pls|for[ ]me|as[ ]an[ ]idea|too))*(?:[ ]*{JOINT}|[?.][ ]+(?=\w))))""",
    re.VERBOSE,
)
# "Can you put a quiet room on the list please": what is to be logged stands in the midst.
AMONG = re.compile(
    rf"""{_PLACE}{_ASKING}{{0,6}}{_KEEP}[ ](?P<what>(?!(?:this|that|it|these|those|them|me|my|him|her|us|one
        |mine)\b)[^\n.?!]{{8,200}}?)
    [ ](?:(?:to|on|onto|in)[ ](?:the|our)[ ]{_LIST}\b(?!['’])|(?:down[ ])?as[ ]an?[ ](?:new[ ])?(?:idea
        |suggestion)\b)""",
    re.VERBOSE,
)
HEADING = re.compile(
    r"^[ \t*#]*(?:[\w'’&]+[ ]+){0,3}(?P<kind>actions?|ideas?|suggestions?|syniadau|to-?dos?|to do|tasks|jobs|next steps"
    r"|aps|camau)(?:[ ]+[\w'’&]+){0,5}[ \t]*[:–—-]*\**[ \t]*$",
    re.IGNORECASE,
)
BULLET = re.compile(r"^[ \t]*(?:[*•·☐▪●✅+–—-]+[ \t]*|\(?[a-z\d]{1,2}[.)][ \t]+|\[[ x]?\][ \t]*)")
# "… | Owner: Dev", "… . Deadline - 27 March": a field that stands in the line.
INLINE = re.compile(
    r"\s*[|.;,(\[]\s*(?=(?:owners?|owned by|lead|who|deadline|due(?: date| by)?|by when|when|target(?: date)?"
    r"|finish)\s*"
    r"(?:[:=]|[–—-]+\s))",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"\n[ \t]*[^\w\s]{0,2}[ \t]*(?:(?P<who>who|owners?|owned by|lead|name|person)|by when|by|when|due(?: date| by)?"
    r"|deadline|finish|date|target(?: date)?)\**[ \t]*[:=–—-]+\**[ \t]*(?P<words>[^\n]{1,120})",
    re.IGNORECASE,
)
OWN_IDEA = re.compile(r"\b(?:my|our|here|had|got|have|an|another|one|log|add|note|record|\#idea)|'s\b", re.IGNORECASE)
ASKS_TO_LOG = re.compile(
    r"\b(?:log|add|note|record|minute|save|put|raise|share|suggest|submit|make|here'?s|here is)\b|\b(?:i have"
    r"|i've(?: got)?|ive(?: got)?) an? "
    r"|\bon behalf of\b"
)
# What "/idea" was meant before: "idea a bench at the bus stop".
THING = re.compile(rf"(?:an? (?!(?:bit|lot|good|great|daft|bad|plan)\b)|{WORK} (?:the|an?|our|some|more)\b)")
OPINION = re.compile(r"(?:is|was|'s)\s+(?:an?|for|that|to)\s+\Z")
NOTHING = re.compile(
    r"\W*(?:none(?: from me)?|nil|n/?a|nothing|see (?:above|below|attached|minutes)|as above|tb[acd]|lol"
    r"|haha\w*)?\W*\Z",
    re.IGNORECASE,
)
SHARED = re.compile(r"[,;]?\s*\b(?:both|all|each)(?: of (?:them|these))?\s+(?=(?:due\s+)?by\b)", re.IGNORECASE)
EVERYBODY = re.compile(rf"(?:all|everyone|everybody|we all|group)(?:{JOINT}|[ ]to[ ])")
DASH = re.compile(JOINT)


_COUNTED = re.compile(r"(?:\A|(?<=[\s,;]))\(?(?:\d|[a-e])[.)]\s+")


def places(plain: str) -> list[int]:
    """Where a label may stand in a message in small letters, in order."""
    # A comma takes its space with it, and "and" may follow.
    return [0, *(at for match in _OPENS.finditer(plain) for at in _after(plain, match.end()))]


def _after(plain: str, at: int) -> tuple[int, ...]:
    joint = _JOINS.match(plain, at)
    return (at, joint.end()) if joint else (at,)


def marked(pattern: re.Pattern[str], plain: str, at: Sequence[int]) -> Iterator[re.Match[str]]:
    """Give the labels of one kind that stand at some places, none overlapping."""
    end = 0
    for place in at:
        if place >= end and (match := pattern.match(plain, place)):
            end = max(match.end(), place + 1)
            yield match


def says_action(plain: str) -> bool:
    """Is something in it marked as an action?"""
    return next(marked(ACTION, plain, places(plain)), None) is not None


def each_of(body: str, *, several: bool) -> Iterator[tuple[str, int]]:
    """Each idea of "1) an earlier start 2) snacks", or of "Ideas: an earlier start; snacks", and where it stands."""
    joints = list(_COUNTED.finditer(body))
    if len(joints) > 1 and not body[: joints[0].start()].strip():
        ends = [*(joint.start() for joint in joints[1:]), len(body)]
        yield from ((body[joint.end() : end], joint.end()) for joint, end in zip(joints, ends, strict=True))
    elif several and ";" in body:
        at = 0
        for part in body.split(";"):
            yield part, at
            at += len(part) + 1
    else:
        yield body, 0

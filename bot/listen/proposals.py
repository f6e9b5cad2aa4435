"""Notices ideas in ordinary talk: "could we have …", "it would be good if …", "there should be …", "why not …"."""

import re
from collections.abc import Iterator, Sequence

from bot.listen.sentence import neat
from bot.listen.sentences import Sentence
from bot.listen.small import is_small
from bot.listen.talk import Noticed, Talk
from bot.listen.wishes import DO, GOOD, WISHES, WORKING, A

_CLAUSE = re.compile(
    r"""(?:\A|[,:;–—]\s+|\s-+\s+|\band\ |\bbut\ |\bso[ ]
        |(?<=\ )(?=i\ (?:do\ |really\ |just\ )?(?:think|reckon)\ (?:we|they|there|the)\b|why\ don't\ we\b
            |wouldn't\ it\ be\b|maybe\ we\ (?:could|should)\b
            |it\ (?:would|wud)\ be\ (?:good|great|nice|better|helpful|useful)\b))
    (?:(?:and|but|so|also|ok|okay|well|right|anyway|here|hey|oh|hi|hello|morning|all|everyone|folks|personally|maybe
        |perhaps
        |honestly|tbh|surely|really|then|plus
        |sorry|just|actually|(?:i\ was|i've\ been|ive\ been|been|was)\ (?:just\ )?(?:thinking|wondering)(?:\ (?:that
            |if|whether|about\ it))?
        |i\ (?:do\ |really\ |still\ |just\ ){0,3}(?:think|reckon|feel(?:\ like)?|believe|wonder|wondered)(?:\ (?:that
        |if))?|imo
            |in\ my\ (?:view|opinion)|if\ you\ ask\ me
        |please|pls|(?:my|our)\ (?:\w+\ ){1,2}?(?:says|thinks|reckons|said|asked\ if)(?:\ that)?|(?:instead\ of
        |rather\ than)\ (?:[\w'-]+\ ){1,4}?(?=we\b|how\b|what\b|could\b|why\b)
            |one\ thing
            |just\ a\ thought|random\ thought|thought|(?:another|a)\ thought|my\ (?:two|2)\ (?:penn?eth|pence
            |cents))\b[\s,.:!–-]*)*""",
    re.VERBOSE,
)
_PROPOSES = re.compile(
    rf"""
    (?:could|can|couldn't|can't|cant|cud|might|may|why\ (?:can't|cant|don't|dont|couldn't|not)|what\ if
        |what\ about\ if|how\ about|how\ about\ if|suppose)
        \ (?:we|yous|youse|ye)\ (?:not\ |no\ |nae\ )?(?:please\ |pls\ |maybe\ |perhaps\ ){{0,3}}{DO}\ (?=\S+\ \S)
    |(?:can|could|couldn't|can't|cant)\ (?:the|every|all\ the
        |each)\ (?:[\w'-]+\ ){{1,3}}?(?:not\ )?(?:please\ )?(?:{DO}|stay|be|come|say|have|open|start|arrive
        |go)\ (?=\S+\ \S+\ \S)
    |(?:have|has)\ (?:we|they|you|anyone|anybody)\ (?:ever\ |all\ )?(?:thought\ (?:about|of)|considered|tried
        |looked\ at)\ (?=\S+\ \S)
    |(?:what|how)\ (?:do|does|would|did)\ (?:people|we|you|folk|folks|everyone|everybody|others|you\ all|yous
        |the\ group)\ (?:all\ )?(?:think|say|reckon|feel)\ (?:about|of|to|if)\ (?:us\ |we\ |they\ )?(?:{WORKING}
            |{A}
        |{DO}|had)\ (?=\S+\ \S)
    |(?:i|we)\ (?:really\ |just\ |do\ ){{0,3}}(?:want|need)\ (?:them|us|the\ (?:[\w'-]+\ ){{1,3}}?
        |every\ [\w'-]+\ )\ ?to\ {DO}\ (?=\S+\ \S)
    |(?:we\ |they\ |you\ )?(?:could|cud|cd|cid)\ (?:really\ )?do\ wi(?:th|'|d)?\ (?:an?|some|more|another)\ (?=\S+\ \S)
    |(?:they|the\ (?:[\w'-]+\ ){{1,3}}?|someone|somebody|you)\ ?could\ (?:always\ |surely\ |easily\ |just[ ]
        |at\ least\ |maybe\ |perhaps\ ){{0,3}}{DO}\ (?=\S+\ \S+\ \S)
    |(?:what|how\ about)\ if\ (?:the|every|each|all|our)\ (?:[\w'-]+\ ){{1,5}}?(?:came|had|could|got|went|put|made|ran
        |used|gave|sent
        |opened|started|stayed|let|offered|(?:was|were)\ (?:an?|able|given|allowed|open|held|sent|on))\ (?=\S+\ \S)
    |(?:i\ )?(?:don't|dont|can't|cannot|do\ not)\ see\ (?:why|a\ reason\ why|what's\ stopping)\ (?:we|they
        |the\ [\w'-]+|you)\ (?:can't|couldn't
        |don't|shouldn't|cannot)\ (?:all\ |just\ )?{DO}\ (?=\S+\ \S)
    |(?:wouldn't\ it|would\ it\ not|it(?:'d|d|\ would)|does\ it\ not|doesn't\ it|it|might\ it\ not)\ (?:not\ |also[ ]
        |really[ ]
        )?makes?\ (?:more\ |a\ lot\ of\ |a\ lot\ more\ |perfect\ )?sense\ (?:to|if|for)\ (?=\S+\ \S)
    |if\ (?:they|we|someone|somebody|the\ (?:council|surgery|hospital|bus\ company|hub|library|school|trust|staff
        |drivers|group|centre
        |office)|staff|drivers|every\ \w+)\ (?:just\ |only\ |all\ ){{0,2}}(?:could\ \w+|would\ \w+|[a-z]{{3,}}ed|had
        |put|made|let|gave
        |got|did|ran|kept|came|opened|sent|used|told|rang|wrote|bought|built|held|set
        |took)\ (?=[^.!?]{{8,150}}?\b(?:would|could|might
        |i'd|we'd|it'd|they'd|people'd|folk'd)\b(?!\ have))(?!(?:any|a\ (?:clue|brain|heart)|their\ way
        |the\ (?:decency|money|time|guts)|known
        |nothing|more\ sense)\b)
    |why\ not\ {DO}\ (?=\S+\ \S)
    |why\ (?:can't|cant|don't|dont|doesn't|doesnt|couldn't)\ (?:they|someone|somebody
        |the\ [\w'-]+(?:\ [\w'-]+)?)\ {DO}\ (?=\S+\ \S)
    |(?:'?h?ows?|how's|what|whit)\ about\ (?:if\ (?:we|they)\ |we\ |they\ |{A}\ |{WORKING}[ ]
        |[a-z]+\ (?=[a-z]+\ (?:for
        |on|at|in|by)\b))(?=\S+\ \S)
    |(?:let's|lets|let\ us)\ (?:all\ )?{DO}\ (?=\S+\ \S)
    |(?:any\ (?:chance|way|possibility|scope)|is\ there\ (?:any|a)\ (?:chance|way|possibility|scope)
        |is\ it\ possible
        |would\ it\ be\ possible|would\ (?:people|folk|anyone|anybody|everyone)\ (?:be\ up\ for|be\ interested\ in)
        )\ (?:(?:of\ |that\ |to\ |for\ )?(?:(?:we|they|the\ \w+)\ (?:could\ |can\ )?(?:to\ )?(?:{DO})|{A}
            |{WORKING}
            |{DO})|of\ us)\ (?=\S+\ \S)
    |(?:(?:it(?:'d|d|\ would|\ wud|\ might|\ could)?|would|wud|that\ would|wouldn't\ it|would\ it
        |wouldnt\ it)\ )?(?:not\ )?be\ {GOOD}(?:\ idea)?\ (?:if(?!\ (?:it|you|the\ (?:sun|rain|weather))\b)
        |to(?=\ (?:{DO}|have|get|include|see\ (?:an?|more|some))\ )|for|having|when)\ (?=\S+\ \S+\ \S)
    |(?:it\ )?would\ (?:really\ )?help\ (?:\w+\ ){{0,4}}(?:if|to\ have)\ (?=\S+\ \S)
    |(?:it(?:'s|s|'d\ be|\ would\ be|\ might\ be|\ may\ be|\ could\ be|\ is)\ |might\ be\ |(?:is
        |would)\ it\ (?:be\ )?)(?:well\ )?worth\ (?:\w+ing)\ (?=\S+\ \S)
    |we(?:'d|\ all|\ really|\ definitely|\ do|\ just)*\ (?:should|ought\ ta?[eo]?|shd|shld|shud)\ (?!have\ (?:\w+ed|been
        |had|got|done|gone|put|sent|brought)\b){DO}\ (?=\S+\ \S)
    |we\ (?:could|might)\ (?:always\ |maybe\ |perhaps\ |also\ |even\ |all\ |really\ ){{0,3}}(?!have\ (?:\w+ed|been
        |had|got
        |done|gone)\b)(?:do\ with|{DO})\ (?=\S+\ \S)
    |(?:we|people|folks?|carers|members|users|visitors|parents|young\ people|deaf\ people|blind\ people
        |disabled\ people|older\ people)
        \ (?:really\ |badly\ |desperately\ |all\ |also\ |do\ ){{0,3}}need\ (?:an?|more|better|bigger|proper
        |some\ kind\ of
        |some\ sort\ of|somewhere|someone\ to|somebody\ to|people\ to)\ (?=\S+\ \S+\ \S)
    |(?:there|their)\ (?:really\ |surely\ )?(?:should|ought\ to|needs\ to|could|must(?=\ be\ an?\ (?:better|easier
        |way)))\ (?:really\ )?be\ (?!some\ left|plenty\ left|fine|ok|there|here|no\b|enough\ |about\ |around[ ]
            |loads\b
        |one\ (?:here|there|in)|another\ one)(?=\S+\ \S)
    |(?:someone|somebody|they|the\ (?:[\w'-]+\ ){{1,3}}?|every\ (?:[\w'-]+\ ){{1,2}}?|all\ (?:[\w'-]+\ ){{1,2}}?
        |each\ (?:[\w'-]+\ )?)(?<=\ )?\ ?(?:really\ )?(?:should|ought\ to|needs?\ to|could\ do\ with
        |needs)\ (?:really\ |all\ )?
        (?:(?:{DO}|be)\ )?(?:an?|more|bigger|better|clearer|its\ own|their\ own|somewhere|some\ sort|some\ kind
            |longer|larger)\ (?=\S)
    |(?:the\ (?:[\w'-]+\ ){{1,4}}?|every\ (?:[\w'-]+\ ){{1,3}}?|all\ (?:the\ )?(?:[\w'-]+\ ){{1,3}}?
        |each\ (?:[\w'-]+\ ){{1,2}}?)(?:really\ |all\ )?(?:should|ought\ to)\ (?:really\ |all\ |always\ )?(?:{DO}
            |pay
        |come\ with)\ (?=\S+\ \S+\ \S)
    |(?!(?:some|any|an|no)\ idea\b)(?:an?|some|more|having|bigger|better|putting|getting|making
        |one)\ (?:[\w'-]+\ ){{2,14}}?(?:would|wd|could
        |might)\ (?:really\ |also\ |just\ |be\ )?(?:be\ {GOOD}|{GOOD}|stop|help|make|mean|save|get|encourage|let
        |cheer|bring|work|solve|cut|give|allow)\b
    |(?:i|we)(?:'d|d|\ would|\ wud)\ (?:really\ |also\ |personally\ )?(?:(?:like|love)\ (?:there\ to\ be
        |to\ see\ (?:an?|more|the|some|better|bigger|our)|it\ if\ (?:we|they|there|the)|us\ to|them\ to|to\ suggest
        |to\ propose)|suggest|propose|recommend)\ (?=\S+\ \S)
    |i\ (?:suggest|propose|recommend|vote)\ (?:that\ )?(?:we|they|an?|the|having|\w+ing)\ (?=\S+\ \S)
    |my\ (?:suggestion|proposal|idea|vote|preference|recommendation)\ (?:would\ be|is|'d\ be)\ (?=\S+\ \S)
    |(?:i\ )?(?:really\ |do\ |just\ )?wish\ (?:there\ (?:was|were)|they\ had|we\ had|they\ did|they'd\ {DO}|(?:they
        |we
        |the\ (?:[\w'-]+\ ){{1,2}}?)\ ?(?:could|would)\ (?!stop){DO})\ (?=\S+\ \S)
    |(?:suggest|suggesting|propose|proposing|recommend|how\ come\ there(?:'s|\ is|\ are)\ no|why\ (?:isn't|aren't|is
        |are)\ there\ (?:an?|no|any|more)?|if\ only\ (?:there\ (?:was|were)|they\ had|we\ had)
            |imagine\ if\ (?:we\ had
        |there\ was)|(?:could|can|should|might)\ there\ be|wouldn't\ (?:an?|some|more|it\ be)|(?:would|'d)\ (?:like
        |love)\ (?:to\ see\ )?(?:more|better|bigger|somewhere)
        |who\ else\ (?:thinks|wants|would\ like)|what's\ to\ stop\ us|i'd\ (?:rather|prefer)\ (?:we|they|there
            |it\ if)
            |how\ would\ (?:it|people|everyone|folk)\ (?:be\ if|feel\ about)|(?:would|could)\ (?:the\ council|they
            |the\ [\w'-]+)\ (?:consider|think\ about|be\ able\ to))\ (?=\S+\ \S)
    |(?:it(?:'d|d|\ would|\ wud)|that\ would)\ (?:really\ )?(?:make|save)\ (?:[\w'-]+\ ){{1,6}}?if\ (?=\S+\ \S)
    |(?:might|may|would|could)\ (?:it\ )?be\ (?:an?\ )?(?:good\ |nice\ |better\ )?(?:idea|plan|shout)\ (?:to|if
        |for)\ (?=\S+\ \S)
    |(?:shame|pity)\ (?:that\ )?(?:there(?:'s|\ is|\ are)\ (?:no|nowhere|not)|there\ (?:isn't|aren't)|we\ (?:don't
        |haven't)|they\ (?:don't|haven't))\ (?=\S+\ \S)
    |if\ (?:there\ (?:was|were)|we\ had|they\ had|we\ could\ (?:have|get))\ (?:an?|more|some
        |somewhere)\ (?=[^.]{{0,150}}\b(?:would|could|might|we'd|it'd|people'd)\b(?!\ have))
    |you\ know\ what\ (?:would|we|this)\ (?=\S+\ \S)|worth\ \w+ing\ (?=\S+\ \S+\ \S)|we\ want\ (?:an?|more|better
        |proper)\ (?=\S+\ \S+\ \S)
    |(?:(?:can|could|may|might)\ i|i\ want(?:ed)?\ to|i'd\ like\ to|i\ would\ like\ to|let\ me|like\ to)\ (?:just[ ]
        |please[ ]
        )?(?:suggest|propose|put\ forward)\ (?=\S+\ \S)|(?:i\ was|i'm
        |im)\ (?:just\ )?(?:going\ to\ suggest|gonna\ suggest|suggesting|proposing)\ (?=\S+\ \S)
    |(?:anyone|anybody|who)\ (?:else\ )?(?:fancy|fancies|up\ for|interested\ in)\ (?:starting|setting|doing|running
        |having|trying|an?\ [\w-]+\ (?:group|club|trip|stall|session|rota))\b
    |(?:anyone|anybody)\ (?:ever\ )?(?:thought\ (?:about|of)|considered)\ (?=\S+\ \S)
    |how\ come\ (?:we|they)\ (?:don't|haven't|can't)\ (?=\S+\ \S)|why\ (?:haven't|hasn't)\ (?:we|they
        |the\ \w+)\ (?:got|have)\ (?=\S+\ \S)
    |(?:can|could|couldn't)\ (?:they|people|members|staff|drivers|volunteers|officers|carers)\ (?:not[ ]
        |please\ )?(?:{DO}|wear|come\ and|be\ (?:given|told|asked|trained))\ (?=\S+\ \S)
    |i(?:'d|d|\ would)\ like\ (?:an?|some|more)\ (?=(?:[\w'-]+\ ){{1,6}}(?:at|in|outside|near|by|for|on)\ (?:the|our
        |every|people|members|each)\b)
    |(?:the|that|this|our)\ (?:[\w'-]+\ ){{1,3}}?(?:wants|needs|could\ use)\ (?:an?|more|better|bigger|some
        |\w+ing)\ ?(?=\S)
    |(?!(?:some|any|an|no)\ idea\b)(?!(?:that|it|this|you|he|she|they|i|we|which|what|who|there|anything|something
        |nothing|everything|mum|mon|tues
        |wed|thur|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|any|either|whatever|my|his|her
        |your)|\d)
        [a-z'-]+\ (?:[\w'-]+\ ){{1,8}}?(?:would|wd|might)\ (?:really\ |also\ |just\ )?(?:be\ {GOOD}|help|make|stop
            |save|encourage)\b
    |they\ (?:really\ )?(?:should|ought\ to)\ (?:really\ |all\ |just\ )?{DO}\ (?!(?:it|us|me|him|her|them|you|that
        |this|tom|on\ with)\b)(?=\S+\ \S+\ \S)
    |what\ (?:we|this\ \w+|the\ \w+)\ (?:could\ |really\ |all\ ){{0,3}}(?:do\ with|needs?|want)\ is\ (?=\S+\ \S)
    |(?:(?<=maybe\ )|(?<=perhaps\ ))(?:we\ (?:can\ )?)?{DO}\ (?=\S+\ \S+\ \S)
    |(?:should|shall)\ we\ (?:maybe\ |not\ )?(?:have|try|start|set\ up|make|organi[sz]e|run|create)\ (?:an?
        |some)\ (?=\S+\ \S)
    |more\ (?:[\w'-]+\ ){{1,6}}?(?:please|needed|wanted)\b
    |what\ about\ (?:[\w'-]+\ ){{0,2}}?[\w'-]+s\ (?:for|on|at|in|by|with)\ (?=\S)
    |(?:what\ we\ need\ is|what\ (?:would|'d)\ (?:be\ )?(?:{GOOD})\ is|what\ this\ \w+\ needs\ is)\ (?=\S+\ \S)
    |(?:scrap|ditch|bring\ back|get\ rid\ of|put\ in|move)\ the\ (?=[^,]{{3,60}}\ and\ (?:let|have|use|put|ask
        |make)\b)
    """,
    re.VERBOSE,
)
_UNDOES = re.compile(
    r"\b(?<!that )(?:n't think|not think|says?|said|told|tells?|claims?|reckons|thinks|heard|read|apparently"
    r"|used to|never|whether|who(?!'s up| else)|whoever|if only they'd)\b|n't think"
)
# "Can we ask for one?" after an idea is that idea again.
_SAME = re.compile(r"\A(?:\S+\s+){1,5}(?:one|it|them|that|this|these|some)\W*\Z")
_SARCASM = re.compile(
    r"\A\W*(?:(?:oh |what a |aye )*(?:brilliant|great|fantastic|wonderful|good|cracking|genius)(?: idea"
    r"| plan)?[,.! ]+(?=we should|another|let'?s|why|how)|yeah,? |aye,? right|sure,? )"
)


def proposals(talk: Talk, said: Sequence[Sentence]) -> Iterator[Noticed]:
    """Give the ideas in some sentences, in order; what replies to a thing is about that thing."""
    if talk.about:
        return
    found = False
    for sentence in said:
        if sentence.jokes or (at := _start(sentence)) is None or (found and _SAME.search(sentence.plain)):
            continue
        found, text = True, neat(sentence.text[at:])
        yield Noticed("idea", 0.8, sentence.text, f"/idea {text}", explicit=False)


def _undone(plain: str, clause: re.Match[str], match: re.Match[str]) -> bool:
    # The last word is what is proposed: "the letters should say …".
    end = plain.rfind(" ", 0, match.end() - 1) + 1
    return bool(_UNDOES.search(plain, 0, clause.start()) or _UNDOES.search(plain, clause.end(), end))


def _start(sentence: Sentence) -> int | None:
    """Where the words of the idea begin."""
    plain = sentence.plain
    if _SARCASM.match(plain):
        return None
    for clause in _CLAUSE.finditer(plain):
        match = _PROPOSES.match(plain, clause.end()) or WISHES.match(plain, clause.end())
        if match is None or is_small(plain, match.start(), match.end()) or _undone(plain, clause, match):
            continue
        return 0 if clause.start() else clause.end()
    return None

"""Notices what changes nothing on the list: a chase, hours given, an offer, thanks."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.listen.sentences import Sentence
from bot.listen.talk import Kind, Noticed, Talk

_CHASE = re.compile(
    r"""\b(?:any|no|is\ there\ any|got\ any|ony)\ (?:more\ |further\ )?(?:news|updates?|word|progress|joy|luck
        |movement|response|reply|answer|feedback|developments?|idea\ when)\b(?:[^.!]{0,50}?\b(?:on|about|re|with
            |from
        |of|for|yet|regarding|when)\b|\W*\Z)
    |\b(?:has|have|did)\ (?:anyone|anybody|we|you|they|someone|the\ \w+|ruth|sam|dev)\ (?:\w+\ )?(?:heard|had|got
        |get
        |hear|received?|answered?|replied|reply|said|come\ back|done|chased)\b[^.!]{0,60}?\b(?:back|from|about
        |anything|answer|reply|response|yet|decision|on)\b
    |\b(?:has|have)\ (?:anyone|anybody|someone|somebody|they|you|the\ \w+)\ (?:\w+\ )?(?:spoken|talked|written|rung
        |phoned|emailed
        |contacted|chased|been\ on|got\ on|got\ hold)\b
    |\A\W*any\ (?:more\ )?(?:news|updates?|word|progress)\ (?:please|pls|yet|today|all|folks)\b|\bhow(?:'s|s
        |\ is)\ (?:it|that|this)
        \ (?:going|coming\ (?:on|along)|getting\ on)\ with\b|\bwh?at(?:'s|\ is)?(?:\ ever)?\ (?:happened|happening
        |became|become|has\ become|is\ going\ on|going\ on
        |the\ latest|the\ state\ of\ play|the\ news)\b[^.!]{0,20}?\b(?:about|to|with|of|on)\b
            |\bwhatever\ (?:happened
        |became)\b
    |\bstill\ (?:no(?:thing)?\b(?:\ (?:answer|reply|news|word|sign|response|bench|ramp))?|(?:waiting|waitin
        |awaiting)\b[^.!]{0,20}?\b(?:hear|answer|reply|response|news|decision|for\ (?:someone|anyone|the\ council)))
    |\bwhere'?s?\ (?:is\ |are\ )?(?:the|our|my|that)\ (?:\w+\ )?(?:reply|answer|response|decision)|\b(?:is|are
        |was)\ (?:anyone|anybody|someone|they|you|the\ \w+)\ (?:ever\ )?(?:going\ to|gonna)\ (?:answer|reply|respond
        |get\ back|tell|do\ (?:something|anything))
    |\b(?:is|was)\ there\ (?:an?|any)\ (?:\w+\ )?(?:answer|decision|reply|response|update|news|progress|date
        |movement)\b|\bhas\ (?:the|that|our|my)\ [\w\ '-]{2,40}?\ (?:been\ )?\w+(?:ed|xed|one|ent|uilt|ade
        |ought)\ yet\b
    |\bdid\ (?:the|that|our|my)\ [\w\ '-]{2,30}?\ (?:get|go|happen|arrive)\b|\bhow\ are\ (?:we|you|they)\ (?:doing
        |getting\ on)\ with\b
    |\bhow(?:'s|\ is|s|\ are)\ [^.?!]{3,50}?\ (?:coming\ (?:on|along)|getting\ on|going|progressing)\b
        |\bhow\ (?:far\ along|much\ longer|long\ (?:do|will|must|before|until|till|have\ we))\b[^.!]{0,50}?\b(?:wait
        |answer|hear|get|know|reply)
    |\bwhen\ (?:will|can|are|do|might|should)\ (?:we|i|you|they|the\ \w+)\ (?:\w+\ )?(?:to\ |going\ to\ )?(?:hear
        |get\ (?:an|the|a)\ (?:answer|reply|decision)|know|expect|find\ out|decide|answer|reply)|\b(?:sorry\ to
        |don't\ want\ to|not\ to|to)\ (?:nag|chase|pester|be\ a\ pain|keep\ (?:asking|on))\b
    |\bjust\ (?:chasing|wondering\ (?:if\ there|about\ the|what|when|where|how)|checking\ (?:if|whether|on|in\ on
        |up\ on))\b|\bbump\b|\b(?:weeks|months|days|ages|years)\ (?:now|later|on|and)\b[^.]{0,30}?\b(?:nothing
        |no\ (?:answer|reply|news|word)|still|not\ (?:a|one)\ (?:word|peep|squeak|thing|sausage|dicky\ ?bird))
        |\bnobody\ (?:has\ |'s\ )?(?:answered|replied|got\ back
        |come\ back)\b|\b(?:we|i)(?:'ve|\ have)?\ (?:heard|had)\ nothing\ (?:back|since|from|about|yet)
        |\bgone\ (?:very\ )?quiet\b
    |\bwhere\ (?:we|they|you|it|that|this)(?:'re|'s|\ are|\ is)\ (?:at|up\ to|got\ to)\b|\bwhere(?:'s|s|\ is
        |\ are)\ (?:the|that|our|those)\ [^?.!]{2,40}\ (?:we|you|they)\ (?:were|was|got)\ promised
    |\b(?:is|are|has|have|will)\ (?:the|that|our|my)\ [\w\ '-]{2,30}?\ (?:ever\ |finally\ )?(?:been\ |be\ |getting[ ]
        |going\ to\ be\ |being\ )*(?:done|fixed|mended|sorted|finished|ready|built|agreed|decided)\b(?:\ yet)?\W*\Z
    |\banything\ (?:happening|doing|moving|happened)\b
    |\bany\ (?:further|nearer|closer)\b
    |\b(?:owt|anything|nowt|summat)\ (?:back\ |yet\ )?(?:on|about|from)\ (?:the|our
        |my|that|idea)\b|\bheard\ (?:anything|owt)\b
    |\A\W*(?:[\w@']+\ ){0,3}updates?(?:\ (?:on|about|re)\ [^.?!:,]{2,40})?\ (?:please|pls|plz|yet)\b
        |\A\W*updates?\W*\Z|\bhow\ long\ (?:till?|until|before|is\ it\ going)\b
    |\b(?:did|have|has)\ (?:you|ruth|he|she|they|anyone|anybody|the\ \w+)\ (?:ever\ )?(?:speak|spoken|manage|managed
        |get\ (?:anywhere|hold|round|chance)|got\ (?:anywhere|hold|round)|had\ (?:a\ )?chance)\b
    |\bwhat'?s\ the\ (?:score|craic|crack|story|state\ of\ play|position|situation|hold\ ?up|delay)\b|\bwho(?:'s
        |\ is)\ (?:dealing|chasing|sorting|looking\ (?:at|into))\b
    |\b(?:never|not)\ (?:heard|got|had)\ (?:back|an\ answer|a\ reply|anything)\b|\bnobody(?:'s|\ has)?\ (?:got
        |come)\ back\b|\b(?:been\ )?waiting\ since\b
    |\b(?:gentle|little|quick|wee|friendly)\ (?:nudge|reminder|chase|prod)\b|\bfollowing\ up\ (?:on|about)\b
        |\A\W*(?:second|third|fourth|2nd|3rd)\ time\ of\ asking\b|\bwe're\ (?:still\ )?waiting\ on\b
    |\bdid\ (?:the\ )?[\w'-]+\ (?:[\w'-]+\ )?ever\ \w+\b|(?:\A|[,:]\ |\A[\w@]+\ )(?:have|has)\ (?:you|he|she|they|we
        |anyone|the\ \w+|[a-z]+)\ (?:managed|had\ (?:a\ chance|time|a\ minute|any\ luck)|got\ (?:round|anywhere)
        |been\ able|started|finished|made\ any|done\ (?:it|this|that|the)|sent|rung|rang|emailed|asked)\b
    |\b(?:can|could|may|please)\ (?:we|i|you|someone|somebody|anyone)\ (?:please\ )?(?:have|get|give\ us|give\ me
        |tell\ us|tell\ me)\ (?:an?\ |the\ |some\ )?(?:update|answer|reply|news|progress|what's\ happening
        |what\ happened|where\ (?:we|this|that|it))|\b(?:someone|somebody|anyone|you)\ update\ (?:us|me)\b
        |\bwhat'?s\ (?:the\ latest|happening\ (?:with|about|to))|\bwhat\ did\ (?:they|he|she|the\ \w+
        |[a-z]+)\ (?:\w+\ )?say\ (?:about|to)\b|\bwhat\ did\ the\ (?:council|surgery|trust|board|landlord
        |bus\ company)\ say\b|\bchasing\ (?:this|up|an\ answer|a\ reply)\b|\A\W*any(?:thing|\ more)\ (?:back|yet|new
        |on|about|from)\b
    |\b(?:have|has)(?:n't|\ not|\ still\ not|\ we)?\ (?:heard|had)\ (?:anything|a\ thing|a\ word|a\ peep|nothing
        |back
        |nowt)\b|\bnot\ (?:heard|had)\ (?:anything|a\ thing|a\ word|a\ reply|an\ answer|back)\b|\bhaven't\ (?:heard
        |had)\b[^.!]{0,30}\b(?:about|from|back|answer|reply)|\bnothing\ (?:back\ )?(?:from
            |about)\ (?:the\ (?:council
        |surgery|trust)|them|ruth|sam|dev)\b|\b(?:no|without\ an?y?)\ (?:answer|reply|response)\b(?!\ (?:machine
        |phone))|\b(?:any|no)\ sign\ of\ (?:the|our|a|an)\b|\bhas\ (?:anything|there\ been\ any|that|this|it
        |[a-z]+)\ (?:happened|replied|answered|been\ (?:done|sorted|fixed|answered|agreed|sent))\b
        |\bhave\ they\ (?:fixed|done|answered|replied|mended|decided|sorted)\b|\bwhen(?:'s|\ is|\ are)\ (?:the|our
        |that|we)\ [\w\ '-]{2,40}?\ (?:coming|happening|going\ (?:in|up|to)|getting|being)\b|\bi\ asked\ (?:about
        |for)\b[^.!]{0,40}\b(?:ago|last|weeks|months)\b
    |\bdid\ (?:anything|we|it|they)\ (?:ever\ )?(?:come\ of|happen|get\ (?:any|an\ answer|anywhere)|answer|reply)\b
        |\bis\ (?:this|that|it|the\ [\w\ ]{2,30})\ (?:ever\ )?(?:going\ to\ happen|still\ happening
            |going\ anywhere)\b
        |\bwhere\ (?:are|do)\ (?:we|they|you)\ (?:at|up\ to|got\ to|stand|with|on)\b""",
    re.VERBOSE,
)
_I_WILL = re.compile(r"(?:right |ok |well |so )?i(?:'?ll| will)\b")
_UPDATE = re.compile(r"\W*(?:[\w@']+ ){0,2}update\b")
_NO_CHASE = re.compile(
    r"\bwaiting\ for\ (?:a\ quote|the\ (?:printer|garage|plumber|builder))|\b(?:your|family|holiday|baby|wedding"
    r"|football|score|weather|lottery)\b|\bno\ news\ is\ good|\bhow'?s? (?:are\ )?(?:you|things|it|your|everyone"
    r"|the\ (?:family|kids|knee|hip|leg|back))\b",
    re.VERBOSE,
)
_MANY = (
    r"(?:\d+(?:\.\d+|½|\ 1/2)?|an?|half\ an?|one|two|three|four|five|six|seven|eight|nine|ten|a\ couple(?:\ of)?"
    r"|a\ few|several|twenty|thirty|forty|forty[- ]five|ninety|an\ hour\ and\ a\ half|half\ a|one\ and\ a\ half"
    r"|two\ and\ a\ half)"
)
_UNIT = r"(?:hours?|hrs?|h|min(?:ute)?s?)"
_HOURS = re.compile(
    rf"\b(?:did|done|put\ in|gave|given|spent|worked|logged?|log|record|add|(?:put|pop)\ me\ down\ for|took\ me"
    rf"|that\ was|that'?s|was)\ (?:[\w']+\ ){{0,2}}?"
    rf"{_MANY}\ ?{_UNIT}\b|\A\W*{_MANY}\ ?{_UNIT}\ (?:[a-z]+ing|on|of|at|for)\b|(?:\A\W*"
    rf"|[,;–-]\ ?){_MANY}\ ?(?:hours?|hrs?)(?:\ (?:this|last)\ \w+)?\W*\Z"
    rf"|\b(?:spent|gave|did)\ (?:the\ )?(?:whole|all|most|half)\ (?:of\ )?(?:a\ |the\ )?(?:\w+\ )?(?:day|morning"
    rf"|afternoon|evening)\b|\bmy\ hours\b"
    rf"|\b(?:at|on)\ the\ [\w\ ]{{2,20}}\ for\ {_MANY}\ ?{_UNIT}\b|"
    rf"\b(?:did|done|put\ in|gave|given|give|spent|worked|log|logged|record|add|put\ down|claim|volunteered"
    rf"|clocked(?:\ up)?|book|note|contributed|doing)\ (?:me\ |us\ |about\ |around\ |another\ |in\ |a\ good\ "
    rf"|over\ "
    rf"|nearly\ |down\ |roughly\ |at\ least\ ){{0,3}}{_MANY}\ ?-?(?:more\ )?(?:hours?|hrs?|h)\b"
    rf"|\A\W*(?:that'?s\ |that\ was\ )?(?:(?:another|about|over|nearly)\ )?{_MANY}\ ?(?:hours?|hrs?)\ (?:of|on|at"
    rf"|for"
    rf"|doing|in)\ (?:the|our|my|a|[a-z]+ing)\b|\b(?:did|put\ in|gave|spent)\ (?:a\ full\ |a\ whole\ |all\ "
    rf"|half\ )?(?:an?\ |two\ |three\ |the\ )?(?:days?|mornings?|afternoons?|evenings?)\ (?:on|at|sorting|stuffing"
    rf"|typing|doing|helping|setting|working)\b"
    rf"|\b{_MANY}\ ?(?:hours?|hrs?)\ (?:(?:this\ week|today|yesterday|last\ \w+|so\ far|in\ total"
    rf"|altogether)\ ?)?(?:volunteering|helping|of\ volunteering|sorting|stuffing|on\ the\ stall|of\ my\ time)\b"
    rf"|\Ahours:?\ {_MANY}\b|\b(?:helped|volunteered)\ [^.?!]{{0,40}}?\bfor\ {_MANY}\ ?(?:hours?|hrs?)\b"
    rf"|\b(?:{_MANY}|another)\ (?:hours?|hrs?)\ (?:and\ a\ (?:half|bit)\ )?(?:from|for)\ me\b|\b{_MANY}\ (?:hours?"
    rf"|hrs?)\ (?:(?:of\ )?(?:volunteering|admin|work)\ |of\ my\ time\ )?(?:for\ me\ |from\ me\ )?(?:on|for|at"
    rf"|doing"
    rf"|towards|this|last|yesterday|today|spent)\b(?=.{{0,150}}\b(?:log|hours|time|stall|charter|accounts|minutes"
    rf"|leaflets?"
    rf"|newsletter|open\ day|event|meeting|survey|garden|me)\b)",
    re.VERBOSE,
)
_TELLS_TIME = re.compile(r"h(?:ou)?rs?\b|\dh\b|min(?:ute)?s?\b|day|morning|afternoon|evening")
_NO_HOURS = re.compile(
    r"\b(?:waiting|waited|wait|hold|queue|queuing|sleep|asleep|hospital|traffic|bus|drive|on\ the\ phone|a&e|telly"
    r"|in\ bed|opening|will|if|they|he|she|council|sitting|bath|crying|could|would|can|might|a\ week|per\ week"
    r"|each\ week|every\ week|ago|late|away|appointment|till?|until|left)\b"
    r"(?!.{0,80}\b(?:log|group|newsletter|charter|minutes|leaflets?|survey|panel|notes|accounts|stall)\b)"
)
_OFFER = re.compile(
    r"""\bif\ (?:(?:you|anyone|anybody|people|folk|someone|the\ group)(?:'s|\ is)?\ (?:ever\ )?(?:needs?|wants?
        |would\ like|likes?|fancy)
        |(?:it|that|this)(?:'s|\ is)?\ (?:any\ |of\ (?:any\ )?)?(?:use|good|help|helps|useful)|wanted|needed
            |useful)\b
        (?=.{0,150}\b(?:i|my|me|we|our|i'm|i've|i'd)\b)
    |\b(?:i|we)(?:'ve|\ have|'ve\ got|\ have\ got|\ own|ve|ve\ got)\ (?:an?|some|two|loads\ of|plenty\ of|lots\ of
        |spare|the)\ [^.?!]{2,50}?\b(?:if|going\ spare|you\ (?:can|could)|we\ (?:can|could)|anyone|to\ (?:lend|spare
        |give\ away|share)|can\ be\ used|people\ can)\b
    |\bmy\ [\w'-]+(?:\ in\ law|-in-law)?\ (?:has|does|is|can|could|runs|works|knows|makes|owns|drives|will|would
        |says\ (?:she|he)\ (?:can|could|will))\b[^.?!]{0,60}?\b(?:borrow|use|have|help|lend
            |(?:do\ ours\ )?for\ (?:us|free|nothing|nowt)
        |translate|interpret|print|volunteer)\b
    |\b(?:i'm|im|i\ am)\ (?:a|an)\ (?:\w+\ ){0,3}?\w+\ (?:if|and\ (?:can|could|happy|would))\b|\b(?:i'm|im
        |i\ am)\ (?:quite\ |pretty\ |really\ |very\ )?(?:good|handy|okay|ok|trained|qualified|free|available
        |around)\ (?:with|at|in|to|on|for|as)\b[^.?!]{0,50}?\b(?:if|hand|help|anyone|wanted|needed|stall)
    |\b(?:can|could|able\ to|happy\ to|glad\ to|willing\ to|would\ like\ to|like\ to|want\ to)\ (?:offer|lend|donate
        |provide|spare|volunteer)\b|\b(?:free|available|around|about)\ (?:to\ help|on\ [^.?!]{2,30}\ (?:if
            |to\ help))
        |\byou\ (?:can|could|are\ welcome\ to|'re\ welcome\ to)\ (?:borrow|use|have)\ (?:my|our|the\ \w+\ at)\b
        |\b(?:anyone|anybody|group)\ (?:can|could|is\ welcome\ to)\ (?:borrow|use|have)\ (?:my|our)\b
    |\b(?:shout|give\ me\ a\ (?:shout|ring|bell)|let\ me\ know|just\ ask|ask\ me)\ if\ (?:you|anyone|anybody
        |the\ group|people|it)\ (?:ever\ )?(?:needs?|wants?)\b|\b(?:i'?ve|i\ have|we\ have|we've
        |there's)\ (?:got\ )?(?:an?\ )?(?:spare|loads\ of|plenty\ of|lots\ of)\ [^.?!]{2,40}|\b(?:i've|i\ have
        |got)\ (?:some\ |plenty\ of\ |a\ bit\ of\ )?(?:free|spare)\ time\b|\btime\ on\ my\ hands\b|\bi\ (?:can
        |could)\ (?:always\ )?(?:drive|give\ (?:people|someone|anyone|folk)\ (?:a\ )?lifts?|teach|translate
            |interpret
        |take\ photos|do\ (?:the\ )?(?:teas|baking|driving|sewing|typing))\b[^.?!]{0,30}\b(?:if|for\ (?:the\ group
        |people|anyone|you\ all))|\b(?:anyone|anybody)\ (?:want|need|got\ a\ use\ for)\ (?:an?|some
        |any)\ [^.?!]{2,40}\b(?:going\ (?:spare|free)|free\ to\ a\ good\ home|i've\ got)|\bfree\ (?:for\ (?:you|us
        |the\ group)\ to\ use|to\ a\ good\ home)|\bgoing\ (?:spare|begging)\b
    |\byou(?:'re|r|\ are|\ all\ are)?\ (?:more\ than\ |very\ )?welcome\ to
        (?:\ (?:use|have|borrow|come\ and\ use|share)\b|\ it\b|\W*\Z)
        |\bi\ (?:can|could)\ (?:do|provide|run|host|give)\ [^.?!]{2,60}\b(?:no\ charge|free|for\ nothing|for\ nowt
        |a\ week|if)\b|\b(?:our|my)\ [\w\ '-]{3,30}\ (?:could|can|would|has|have)\ (?:put\ in|chip\ in|give|lend|pay
        |spare|offer|cover|host|an?\ [\w\ -]{2,30}\ you)\b
    |\b(?:i'll|we'll|i\ can|we\ can|could)\ (?:chip\ in|stretch\ to|put\ in\ £)|\bhappy\ to\ (?:share|host|talk\ to
        |speak\ to|come\ (?:and|along)|show|mentor|buddy|be\ a)\b[^.?!]{0,60}\b(?:if|new|anyone|people|useful)\b
    |\b(?:we|i)(?:'ve|\ have|\ got)?\ (?:have\ |got\ )?(?:an?|some)\ [^.?!]{2,60}?\b(?:could|can)\ (?:use|have
        |borrow)\b|\b(?:give|gie)\ (?:us|me)\ a\ shout\ if\b|\bif\ (?:you
        |anyone)\ needs?\ [^.?!]{2,40}\ (?:just\ )?(?:shout|ask|say)\b
    |\b(?:can|could)\ lend\ a\ hand\b|\bif\ you\ need\ (?:bodies|hands|help)\b|\bi'?d\ do\ it\ for\ free\b|\b(?:she|he
        |they)'?d\ do\ it\ for\ (?:free|nothing|nowt)\b|\bi\ know\ an?\ [\w\ ]{3,20}\ who'?d\b
    |\b(?:anyone|anybody)\ (?:want|need)\ (?:a\ )?(?:hand|help)\ with\b|\bi\ don't\ mind\ (?:being|doing|going
        |standing|sitting)\b
    |\bdo\ (?:you|we|they|any\s?(?:one|body))\ (?:want|need)\ (?:my|our|an\ old|a\ spare)\b|\b(?:i've|i\ have|we've
        |we\ have|there's)\ [^.?!]{2,50}?\b(?:nobody(?:'s|\ is)\ using|not\ using|doing\ nothing|gathering\ dust
        |in\ (?:my|the|our)\ (?:garage|shed|loft))\b|\b(?:room|hall|space|garden|kitchen|van
        |minibus)\b[^.?!]{0,40}?\b(?:you|the\ group|people)\ (?:can|could)\ (?:have|use|borrow)\b
        |\bi\ know\ (?:someone|somebody|an?\ \w+)\ who\ (?:can|could|would|will|does)\b|\bused\ to\ (?:be\ an?
        |work\ (?:as|in|for))\ [^.?!]{2,40}?\b(?:so|if|happy)\b|\bput\ me\ down\ to\ help\b
    |\b(?:need|want)\ (?:a\ )?(?:hand|help|lift|volunteer)s?\b[^.!]{0,30}\bi(?:'m|\ am|\ can|'ll)\b|\bi\ (?:speak
        |know
        |do|used\ to\ (?:be|work|do))\ [^.?!]{3,60}?\b(?:if\ (?:that|it|you|any|we)|can\ help|happy\ to\ help)
        |\bi\ (?:don't|dont|wouldn't)\ mind\ (?:helping|lending|driving|giving)|\bi\ (?:can
        |could)\ (?:always\ )?help\ (?:with|out|at|on)\b|\b(?:happy|glad|willing)\ to\ (?:help|lend)\b""",
    re.VERBOSE,
)
_NO_OFFER = re.compile(
    r"\b(?:can|could|may)\ (?:i|you|we)\ (?:borrow|offer\ (?:you|me))|\boffer\ (?:you\ )?(?:a\ )?(?:biscuit|tea"
    r"|seat"
    r"|cup|my\ (?:apologies|condolences))|\b(?:(?<!for\ )(?:nothing|nowt)|n't|never|don't\ know\ if)\b"
    r"|\bto\ offer\ my\b|\bif\ (?:only"
    r"|i)\b",
    re.VERBOSE,
)
_THANKS = re.compile(
    r"""\A\W*(?>(?:and|so|oh|ah|aw|aww|well|just|ok|okay|yes|great|lovely|brilliant|right|hi\ all|hi|all|big|huge
        |massive|many|a\ million|loads\ of|lots\ of|a\ big|a\ huge|very\ many|no|say|wanted\ to\ say|to\ say
        |i\ (?:just\ )?want(?:ed)?\ to\ say|can\ i\ (?:just\ )?say|a)[\s,!]+)*
    (?:thanks|thank\ (?:you|u|ye|yous)|tysm|tyvm|tvm|well\ done|hats\ off|shout\ ?out\ to|big\ up|kudos|props\ to
        |nice\ one\ \w+\ for|(?:i\ |we\ )?(?:can't|cannot)\ thank
        |(?:i\ |we\ )?couldn't\ have\ done|(?:really\ |so\ |very\ |ever\ so\ )grateful|\w+\ (?:you're|ur|you\ are|is
        |'s)\ an?\ (?:star|legend|gem|diamond|angel|hero)\ for|thankyou|thx|thnx|tnx|tanx|cheers|ta|diolch|ty
        |much\ appreciated
        |much\ obliged
        |(?:i\ |we\ )?(?:really\ |so\ |do\ ){0,3}appreciate\ (?:it|that|you|all|the|your|this|everyone|what)|(?:i'm
            |i\ am
        |we're|so|very)\ grateful|bless\ you|you're\ (?:a\ star|an?\ (?:angel|legend|gem))(?=\ for))\b""",
    re.VERBOSE,
)
_NO_THANKS = re.compile(
    r"\b(?:thanks|thank you|cheers) (?:for nothing|but|in advance|to (?:the cuts|him|her|them|the council|the rain"
    r"|that)|god|goodness|heavens|fully|giving|a bunch)\b|\bno,? thank|\bno ta\b|\bappreciate (?:it if|that (?:it"
    r"|there|you|we|this)\b)|\bcheers (?:for nothing|me up)|\bjust a? ?thanks but"
)
_ALSO_THANKS = re.compile(
    r"(?:[,–—-]\s+|\band\s+)(?:(?:so|and|many|but)\s+){0,2}(?:thanks|thank you|thx|ta|cheers)\b(?:\s+(?:so much"
    r"|very much|a lot|everyone|all|for|to|again|\w+ for)\b|\s*\Z)"
)


def chases(talk: Talk, said: Sequence[Sentence]) -> bool:
    """Does somebody ask after an answer, or after something on the list?"""
    return any(_chase(talk, sentence) for sentence in said)


def social(talk: Talk, said: Sequence[Sentence]) -> Iterator[Noticed]:
    """Give the chases, hours, offers and thanks in some sentences, each kind once."""
    seen: set[str] = set()
    for sentence in said:
        for kind in _kinds(talk, sentence):
            if kind not in seen:
                seen.add(kind)
                yield Noticed(kind, 0.8, sentence.text, "", explicit=False)


def _kinds(talk: Talk, sentence: Sentence) -> Iterator[Kind]:
    plain = sentence.plain
    if sentence.jokes:
        return
    if _chase(talk, sentence):
        yield "chase"
    if _TELLS_TIME.search(plain) and _HOURS.search(plain) and not _NO_HOURS.search(plain):
        yield "hours"
    if not sentence.asks and _OFFER.search(plain) and not _NO_OFFER.search(plain):
        yield "offer"
    if (_THANKS.match(plain) or _ALSO_THANKS.search(plain)) and not _NO_THANKS.search(plain):
        yield "thanks"


def _chase(talk: Talk, sentence: Sentence) -> bool:
    if (
        ((talk.about and talk.about.thing == "action") or re.search(r"\baction\W{0,3}\d", sentence.plain))
        and not sentence.asks
        and re.search(r"\bwaiting\b|\bno (?:answer|reply)|\bnothing back", sentence.plain)
    ):
        return False
    if not sentence.asks and _I_WILL.match(sentence.plain):
        return False
    if talk.role and not sentence.asks and re.search(r"\bno (?:news|answer|decision|reply)\b", sentence.plain):
        # Whoever answers ideas says so, and asks nobody.
        return False
    return _asks_after(sentence.plain) or (sentence.asks and _UPDATE.match(sentence.plain) is not None)


@lru_cache(maxsize=256)
def _asks_after(plain: str) -> bool:
    """Is it a chase by its words? Each sentence of a message is asked several times."""
    return bool(_CHASE.search(plain)) and not _NO_CHASE.search(plain)

"""Knows what is only small talk though it sounds like an idea: the meeting's own course, food, company, luck."""

import re

# Words that make it so wherever they stand.
_WORDS = re.compile(
    r"""\b(?:an?|some|more)\ (?:(?:bit|drop|spot|cup|pot|slice|glass)\ of\ |nice\ |good\ |hot\ |cold\ |wee\ ){0,3}
        (?:sun|sunshine|rain|tea|coffee|brew|cuppa|cake|chips|beer|wine|gin|peace|sleep|warmth|luck|biscuits?|break
        |holiday)\ (?:would|wd|might)\b
    |\b(?:more|less|no\ more|some)\ (?:of\ (?:that|this|it)|tea|coffee|cake|biscuits|wine|milk|sugar|chips|gin)\b
        |\bchance\ of\ a\ lift\b
    |\bif\ they\ (?:just\ |ever\ )?(?:listened|cared|answered|asked|stopped|tried|noticed|bothered|hurried)\b\W*\Z
    |\ba\ (?:miracle|gin|stiff\ drink|lottery\ win|magic\ wand|lift)\ would\b|\bmore\ of\ us\b|\bget\ the\ bill\b
        |\bseat\ by\ the\ window\b
    |\b(?:that|the|this|our)\ (?:dog|cat|baby|kid|bairn|lad|lass|car|kettle|phone)\ (?:wants|needs)\b|\bsome\ (?:heat
        |air|cheering)\b
    |\ba\ (?:pound|quid|penny|fiver)\ for\ every\b|\b(?:day|night|morning)\ off\b
    |\bdo\ with\ (?:you|him|her|them|that|it)\b|\blaw\ against\b
    |\bshould\ have\ (?:come|went|seen|known|thought|said|written|rung|built|paid|kept|left|taken|given|arrived)\b
    |\b(?:should|could|would|might|ought\ to)\ (?:of|have|'?ve)\ (?:been|had|got|done|gone|put|sent|brought|asked
        |told
        |made|\w+ed)\b
    |\bto\ (?:see|hear\ from|meet|catch\ up|get\ together|hang\ out|go|know|chat|speak|be\ (?:there|asked|listened
        |home|able))\b(?!\ (?:an?|more|the|is|if|every|some)\ )
    |\bif\ (?:you(?!\ could|'d\ be\ able|\ were\ able)|he|she|it|i|someone\ could\ (?:open|turn|shut|pass))\b
        |\bfor\ you\b|(?:\A|[,;]\ |\b(?:and|but|so|think|reckon|maybe|perhaps)\ )you\ (?:should
        |could|ought)\b
    |\b(?:one\ day|some\ ?day|some\ time|eventually|in\ your\ dreams|for\ once|next\ life|left\ (?:in|over)
        |in\ the\ (?:post|fridge|oven|cupboard|drawer|car|bag)|under\ the\ mat|on\ the\ side|spare\ (?:key|one|chair))\b
    |\bmeeting\ about\b|\bwish\ (?:i|you|people|someone)\b|\bknow\ (?:what|how|why|who)\b""",
    re.VERBOSE,
)
# What is done in a meeting or a kitchen; it counts only as what is wanted itself.
_DEEDS = re.compile(
    r"""\b(?:have|get|do\ with|fancy|needs?|order|bring|make|love|like)\ (?:an?\ |another\ |some\ |the[ ]
        |more\ )?(?:(?:quick|nice|wee|little|cheeky|decent|good|strong|hot|cold)\ )*
        (?:cup\ of|tea|coffee|brew|cuppa|pint|drink|beer|wine|fish|chips|pizza|breakfast|ice\ cream|kebab|food
            |snacks?|curry|takeaway|lunch|dinner|break|word
            |chat
            |natter|gossip|grip|minute|moment|look|laugh|go|rest|sleep|nap|holiday|lie\ down
        |sun|rain|luck|money|medal|award|round|bigger\ boat|miracle|hug|lift|hand|hush|think|bit\ of\ (?:hush|quiet
            |peace)|milk|biscuits?|cake|party|sunshine|nice\ day|weather|magic|time\ machine|show\ of\ hands
            |second)\b(?!\s+(?:[\w'-]+\s+)?(?:in\ the\ middle|half\s?way|every|group|club|morning|afternoon|stand|rota
        |bar|machine|room|dance|urn
        |trolley|scheme
                |pool
            |area|space|corner|evening|night|day|library))
    |\b(?:get\ (?:together|there|here|in\ early|up|the\ (?:\d|bus|train)|started|going|a\ move|back\ to|on\ with
        |home
        |off|out\ of|over|real|this\ (?:over|done))|put\ (?:it|that)\ behind|make\ a\ start|call\ it\ a|move\ on
        |take\ it\ from|give\ (?:him|her|them|it|us)\ a|show\ (?:them|some)
        |keep\ (?:calm|it|our|going|in\ touch|an\ eye|fingers|quiet|to)|make\ (?:sure|the\ most|hay)|do\ (?:this|it
            |that|lunch|one)|stop\ (?:talking|moaning|there)|start\ (?:now|the\ meeting|again|please|on|by)
            |hold\ (?:on|hands|your|our\ horses)
        |finish|turn\ the|have\ (?:it|you(?!\ (?:thought|considered|tried|looked|ever))|him|her|them|fun
        |your\ attention|everyone's|the\ (?:heating|window|lights?
            |next|minutes|agenda|floor|wifi|password|number|address|link|date)s?(?:\ (?:please|now|open|on|off|down
                |up
            |for|of))*\W*\Z|one\ (?:person\ at|at))|pick\ (?:this|it)\ up|take\ a\ vote|take\ (?:this|it)\ (?:offline
                |one)
        |put\ the\ (?:kettle|heating|lights?)|open\ (?:a|the)\ window|have\ a\ (?:big\ )?round\ of\ applause
            |see\ you
            |meet\ (?:at|there|up|you|on|in|for|outside|by)|book\ early|try\ again|have\ (?:that|this)\b
                |tell\ (?:him
            |her|them)|check\ (?:it|that|with)|ask\ (?:him|her|you)|give\ up|let\ (?:it|them|him|her|you)
                |use\ (?:your
            |my|it))\b""",
    re.VERBOSE,
)
_FURTHER = 40


def is_small(plain: str, start: int, end: int) -> bool:
    """Is what is wanted, in words whose opening goes from `start` to `end`, nothing to put on a list?"""
    if _WORDS.search(plain, start, end + _FURTHER):
        return True
    deed = _DEEDS.search(plain, start, end + _FURTHER)
    return deed is not None and deed.start() <= end

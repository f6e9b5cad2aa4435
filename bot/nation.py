"""The group's nation: whose bank holidays are no working days (all due dates of new items follow it)."""

from rapidfuzz import fuzz, process

from bot.command import Request
from bot.domain.chat import About, Line
from bot.domain.errors import UserError
from bot.setup import NATIONS
from bot.words import say


def keep_nation(request: Request, text: str) -> tuple[Line, ...]:
    """Keep the nation that the text names. Raises UserError if it names none."""
    names = {shown.casefold(): nation for nation, shown in NATIONS.items()}
    names |= {nation: nation for nation in NATIONS}
    names |= {
        "ni": "northern-ireland",
        "cymru": "wales",
        "lloegr": "england",
        "yr alban": "scotland",
        "gogledd iwerddon": "northern-ireland",
        "uk": "uk-any",
        "eng": "england",
    }
    wanted = text.strip(" .!").casefold()
    # Short names are meant or they are not; only a long one can be misspelt.
    long = [name for name in names if len(name) > 4]
    near = process.extractOne(wanted, long, scorer=fuzz.ratio, score_cutoff=80)
    nation = names.get(wanted) or (names[near[0]] if near else None)
    if nation is None:
        raise UserError(
            "Sorry, I do not know that place. Nothing has changed.",
            "Please type one of these: England, Wales, Scotland, Northern Ireland.",
        )
    request.store.groups.settle(request.group.id, nation=nation)
    request.store.promises.look_again(request.group.id, request.at)
    request.change(About("group", 0), "nation", old=request.group.nation, new=nation)
    lines = (say("Thank you. I will use the bank holidays of {nation}.", nation=say(NATIONS[nation])),)
    if nation == "wales" and request.group.language == "en":
        return (*lines, say('I can speak Welsh here too, beside English. For that, type "/language both".'))
    return lines

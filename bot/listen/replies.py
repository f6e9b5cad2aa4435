"""Reads a message as one about an idea or action: all of it in a reply, or the sentences that give a number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.chat import About
from bot.domain.numbered import number_first, together
from bot.listen.numbered import spoken_of
from bot.listen.progress import progress
from bot.listen.sentences import Sentence, plainly
from bot.listen.social import chases
from bot.listen.talk import Noticed, Talk
from bot.listen.verdicts import verdict


def replies(talk: Talk, said: Sequence[Sentence], text: str) -> Iterator[tuple[Noticed, set[int]]]:
    """Give what is said of ideas and actions, and the places of the sentences that it took.

    A reply is about its thing as a whole; else a sentence with a number is, with what follows it up to another thought.
    """
    if chases(talk, said):
        return
    if talk.about and spoken_of(talk, plainly(text)) == talk.about:
        if found := _of(talk, talk.about, text.strip()):
            yield found, set(range(len(said)))
        return
    bare = replace(talk, about=None)
    many = together(number_first(text))
    if many and many.numbers[0][0]:
        # "Yes to ideas 4 and 5" is offered, as "yes to idea 4" is; "ideas 4 and 5: yes" is said to be logged.
        mark = ":" if many.marked and together(text) else ""
        for thing, number in many.numbers:
            named = f"{thing} {number}{mark} {many.words}"
            if found := _of(bare, About(thing or "idea", number), named):
                yield found, set(range(len(said)))
        return
    for at, sentence in enumerate(said):
        on = spoken_of(bare, sentence.plain)
        if on is None:
            continue
        both = [(more, _of(talk, on, _words(said[at : at + 1 + more]))) for more in (0, 1)]
        told = [(more, one) for more, one in both if one]
        # An answer says more than an update: "Good news about idea 12! We can do it."
        for more, one in sorted(told, key=lambda pair: (pair[1].kind == "update", pair[0]))[:1]:
            yield one, set(range(at, at + 1 + more))


def _words(said: Sequence[Sentence]) -> str:
    return " ".join(f"{one.text}{one.mark[:1]}" for one in said).strip()


def _of(talk: Talk, on: About, text: str) -> Noticed | None:
    plain = plainly(text)
    return verdict(talk, on, text, plain) if on.thing == "idea" else progress(talk, on, text, plain)

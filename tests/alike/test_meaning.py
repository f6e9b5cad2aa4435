"""Ideas in other words are found where the extra `meaning` is installed; without it all else works (S0.22)."""

import sys
from collections.abc import Sequence

import pytest

from bot import meaning as installed
from bot.alike import near_in_meaning, telling
from bot.meaning import find_meaning
from tests.alike.corpus import IN_OTHER_WORDS, again, false_alarms, in_other_words, missed, unlike
from tests.house import Room

STANDING = {"somewhere to sit down": 0.7, "a bench": 0.6, "a shelter at the bus stop": 0.9, "a choir": 0.1}
NEAR = {" ".join(telling(words)): value for words, value in STANDING.items()}


class Told:
    """Knows what a few texts mean."""

    def nearness(self, text: str, others: Sequence[str]) -> list[float]:
        del text
        return [NEAR.get(other, 0.0) for other in others]


def test_the_nearest_in_meaning_are_found_but_where_shared_words_say_that_they_differ() -> None:
    others = list(enumerate(STANDING, 1))
    assert near_in_meaning("a bench at the bus stop", others, Told()) == [1]
    assert near_in_meaning("a bench at the bus stop", others, Told(), shared=1) == [3, 1, 2]


async def test_an_idea_in_other_words_is_shown_and_found(here: Room) -> None:
    here.house.commands.meaning = Told()
    await here.facilitated()
    await here.says("tom", "/idea somewhere to sit down")
    [said] = await here.says("bea", "/idea a perch by the stop")
    assert "This looks like an idea we had before.\nIdea 1, from Monday 11 May: somewhere to sit down." in said.text
    [found] = await here.says("amy", "/search perches")
    assert "Idea 1, from Tom: somewhere to sit down." in found.text


def test_without_the_extra_nothing_of_it_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "wordllama", None)
    assert find_meaning() is None


def test_with_the_extra_some_paraphrases_are_found_and_few_others_are_called_alike() -> None:
    pytest.importorskip("wordllama", reason="the extra meaning is not installed: pip install -e '.[meaning]'")
    meaning = find_meaning()
    assert meaning
    assert meaning.nearness("a bench", []) == []
    assert meaning.nearness("a bench", ["a bench", ""])[0] == pytest.approx(1)
    search = in_other_words(meaning)
    assert len(again(IN_OTHER_WORDS)) == len(unlike()) == 50
    assert len(missed(search, IN_OTHER_WORDS)) < 50
    assert len(false_alarms(search, IN_OTHER_WORDS)) <= 2

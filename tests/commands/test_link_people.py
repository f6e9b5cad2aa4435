"""A person who is on two platforms is one person by a one-time code, and by nothing else (X-13, X-05, H-02)."""

import re
from datetime import timedelta

import pytest

from bot.ports import Store
from tests.house import Room, Seen
from tests.rules import disk, everything

CODE = re.compile(r"/link (\S{4}-\S{4})")


def code_in(seen: Seen) -> str:
    """Find the code that was shown."""
    found = CODE.search(seen.text)
    assert found, seen.text
    return found[1]


async def shown(here: Room, who: str = "ruth") -> str:
    """Let somebody ask for a code in private."""
    [seen] = await here.says(who, "/link", private=True)
    return code_in(seen)


async def linked(here: Room, who: str = "ruth", other: str = "ruth2") -> None:
    """Let somebody link who they are on the first platform with who they are on the other."""
    code = await shown(here, who)
    await here.says(other, f"/link {code} yes", private=True, on=here.other)


def person(here: Room, platform: str, user: str) -> object:
    """Who is behind an identity by now."""
    [(id_,)] = disk(here, f"SELECT person_id FROM identities WHERE platform = '{platform}' AND \"user\" = '{user}'")  # noqa: S608
    return id_


async def test_X_13_a_code_typed_in_the_others_private_chat_links_once_it_is_confirmed(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    [asked] = await here.says("ruth2", f"/link {code}", private=True, on=here.other)
    assert "This is a code of Ruth on Fake. Is that you?" in asked.text
    assert person(here, "fake", "ruth") != person(here, "other", "ruth2")
    here.fake.forget()
    [said] = await here.presses("ruth2", asked, "Yes, that is me", private=True, on=here.other)
    assert "I know now that you are Ruth on Fake" in said.text
    assert person(here, "fake", "ruth") == person(here, "other", "ruth2")
    [told] = here.to("@ruth")
    assert told == "You are linked with Ruth2 on Other now.\nIf that is wrong, type /unlink."


async def test_X_13_the_same_name_on_two_platforms_is_not_the_same_person(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/who", chat="elsewhere", on=here.other)
    assert person(here, "fake", "ruth") != person(here, "other", "ruth")


async def test_X_13_look_alikes_small_letters_and_spaces_are_forgiven(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    typed = code.replace("-", " ").replace("1", "l").replace("0", "o").lower()
    [asked] = await here.says("ruth2", f"/link {typed}", private=True, on=here.other)
    assert "Is that you?" in asked.text


async def test_X_13_a_code_works_once_and_for_ten_minutes(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    here.clock.move(here.clock.now() + timedelta(minutes=10))
    [late] = await here.says("ruth2", f"/link {code} yes", private=True, on=here.other)
    assert "too old" in late.text
    code = await shown(here)
    await here.says("ruth2", f"/link {code} yes", private=True, on=here.other)
    [again] = await here.says("tom2", f"/link {code} yes", private=True, on=here.other)
    assert "used already" in again.text
    assert person(here, "other", "tom2") != person(here, "fake", "ruth")


async def test_X_13_a_newer_code_takes_the_place_of_the_one_before(here: Room) -> None:
    await here.facilitated()
    first, _ = await shown(here), await shown(here)
    [said] = await here.says("ruth2", f"/link {first} yes", private=True, on=here.other)
    assert "too old" in said.text


@pytest.mark.parametrize(
    ("who", "answer"),
    [("ruth", "send that code in your other app"), ("tom", "That code is for somebody else.")],
)
async def test_X_13_a_code_typed_where_it_was_shown_links_nobody(here: Room, who: str, answer: str) -> None:
    await here.facilitated()
    code = await shown(here)
    [said] = await here.says(who, f"/link {code} yes", private=True)
    assert answer in said.text
    assert "Nothing is linked" in said.text


async def test_X_13_who_is_linked_to_another_name_there_is_not_linked_again(here: Room) -> None:
    await here.facilitated()
    await linked(here)
    code = await shown(here)
    [said] = await here.says("tom2", f"/link {code} yes", private=True, on=here.other)
    assert "Ruth2 is linked to another name in this app." in said.text or "Ruth is linked" in said.text
    [same] = await here.says("ruth2", f"/link {await shown(here)}", private=True, on=here.other)
    assert "You are linked already" in same.text


async def test_X_13_a_persons_code_that_a_whole_group_could_read_is_spent(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    [said] = await here.says("ruth2", f"/link {code}", chat="elsewhere", on=here.other)
    assert "does not work any more" in said.text
    [again] = await here.says("tom2", f"/link {code} yes", private=True, on=here.other)
    assert "used already" in again.text


async def test_X_13_after_five_wrong_codes_not_even_the_right_one_is_looked_at(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    for number in range(5):
        [said] = await here.says("eve", f"/link ABCD-EFG{number}", private=True, on=here.other)
        assert "I do not know that code" in said.text
    [said] = await here.says("eve", f"/link {code} yes", private=True, on=here.other)
    assert "That was too many wrong codes." in said.text
    here.clock.move(here.clock.now() + timedelta(hours=1))
    [later] = await here.says("eve", f"/link {await shown(here)}", private=True, on=here.other)
    assert "Is that you?" in later.text


async def test_X_13_words_that_are_no_code_are_no_wrong_code(here: Room) -> None:
    for _ in range(6):
        [said] = await here.says("eve", "link it to the other one", private=True, on=here.other)
    assert "that is not a code" in said.text
    assert disk(here, "SELECT * FROM misses") == []


async def test_X_13_a_code_is_kept_as_a_hash_and_the_link_stands_in_the_history(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    assert code.replace("-", "") not in repr(disk(here, "SELECT * FROM codes"))
    await here.says("ruth2", f"/link {code} yes", private=True, on=here.other)
    assert disk(here, "SELECT thing, what, new FROM changes WHERE thing = 'person'") == [("person", "linked", "fake")]
    [(used, by)] = disk(here, "SELECT used_at IS NOT NULL, used_by_id FROM codes")
    assert (used, by) == (1, person(here, "fake", "ruth"))


async def test_a_link_is_asked_for_without_a_group_and_leaves_questions_alone(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    # Nobody on the other platform was seen in a group.
    await linked(here)
    await here.says("ruth", "/answer 1 no", private=True)
    said = await here.says("ruth", "Link road is too narrow for it.", private=True)
    assert "I have told the group" in said[0].text
    assert "Why: Link road is too narrow for it." in here.to("riverside")[-1]


async def test_X_13_all_that_they_said_on_either_side_is_theirs(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth2", "/idea a ramp", chat="elsewhere", on=here.other)
    await here.says("ruth2", "/action I will paint the door by 29 May", chat="elsewhere", on=here.other)
    await linked(here)
    # Ruth is the facilitator of the first group, also from the other platform.
    said = await here.says("ruth2", "[Riverside] answer 1 yes because it is right", private=True, on=here.other)
    assert "Thank you, Ruth2. I have told the group." in said[0].text
    assert "Answered by Ruth2, facilitator" in here.to("riverside")[-1]
    ideas = await here.reads(lambda s: [i.raiser.id for i in s.ideas.all(2)])
    assert ideas == [person(here, "fake", "ruth")]
    assert await here.reads(lambda s: [o.person.id for o in s.actions.all(2)[0].owners if o.person]) == ideas


async def test_H_02_who_is_on_two_platforms_gets_one_nudge_a_day(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a ramp", chat="elsewhere", on=here.other)
    await here.says("ruth2", "/facilitator me", chat="elsewhere", on=here.other)
    await linked(here)
    here.fake.forget()
    here.other.forget()
    await here.passes(days=9)
    private = [seen for seen in (*here.fake.seen, *here.other.seen) if seen.to.startswith("@")]
    [nudge] = private
    assert "From Riverside" in nudge.text
    assert "From Elsewhere" in nudge.text
    # Its groups are on both, so it goes where she was last seen.
    assert nudge.outgoing.platform == "other"


async def test_a_private_word_prefers_the_platform_of_its_group(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await linked(here)
    here.other.forget()
    nudges = [seen for seen in await here.passes(days=9) if seen.to == "@ruth"]
    assert len(nudges) == 1
    assert here.other.seen == []


async def test_T_04_who_closed_one_private_chat_is_reached_in_the_other_and_not_in_the_group(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await linked(here)
    here.fake.forget()
    here.other.forget()
    here.fake.closed.add("ruth")
    await here.passes(days=9)
    assert ["Idea 1" in text for text in here.other_to("@ruth2")] == [True]
    assert [text for text in here.to("riverside") if "privately" in text] == []


async def test_nobody_is_pinged_where_they_have_no_name(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    [bea] = await here.reads(lambda s: list(s.people.users("fake", "tenant", [1])))
    assert await here.reads(lambda s: s.people.users("other", "tenant", [bea])) == {}


async def test_an_unlinked_person_is_another_one_again_and_what_was_said_stays(here: Room) -> None:
    await here.facilitated()
    await linked(here)
    await here.says("bea", "/idea a bench")
    [said] = await here.says("ruth2", "/unlink", private=True, on=here.other)
    assert "You are not linked any more." in said.text
    assert "stays with your name on Fake" in said.text
    assert person(here, "fake", "ruth") != person(here, "other", "ruth2")
    [none] = await here.says("ruth2", "/mine", private=True, on=here.other)
    assert "I have not seen you in one yet" in none.text
    [again] = await here.says("ruth2", "/unlink", private=True, on=here.other)
    assert "I know you in this app only." in again.text
    # They may be linked again.
    await linked(here)
    assert person(here, "fake", "ruth") == person(here, "other", "ruth2")


async def test_names_shown_are_those_of_the_platform_last_seen(here: Room) -> None:
    await here.facilitated()
    await linked(here)
    ruth = person(here, "fake", "ruth")
    assert isinstance(ruth, int)
    assert (await here.reads(lambda s: s.people.get(ruth))).name == "Ruth2"
    await here.says("ruth", "/who")
    assert (await here.reads(lambda s: s.people.get(ruth))).name == "Ruth"


async def test_an_at_name_of_either_platform_finds_the_person_in_their_group(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "hello", private=True, on=here.other)

    def known(store: Store) -> list[str | None]:
        found = [store.people.by_username(1, name) for name in ("ruth", "RUTH", "stranger")]
        return [one.name if one else None for one in found]

    assert await here.reads(known) == ["Ruth", "Ruth", None]


async def test_a_code_that_is_shown_changes_nothing_but_codes_and_messages(here: Room) -> None:
    await here.facilitated()
    before = everything(here)
    await shown(here)
    after = everything(here)
    assert {name for name in after if after[name] != before[name]} <= {"codes", "outbox", "heard", "identities"}

"""A group has one list over its chats on two platforms: each thing is told once in each chat (S-19, T-05, rule 5)."""

import pytest

from tests.commands.test_link_people import code_in
from tests.house import Room, Seen
from tests.rules import disk

FAR = "channel"


async def far(here: Room, who: str, text: str) -> list[Seen]:
    """Let somebody speak in the group's chat on the other platform."""
    return await here.says(who, text, chat=FAR, on=here.other)


async def shown(here: Room, who: str = "ruth") -> str:
    """Let somebody ask for the group's code."""
    [seen] = await here.says(who, "/link")
    return code_in(seen)


@pytest.fixture
async def both(here: Room) -> Room:
    """Give a group with a facilitator that is linked over two platforms; what was said before is forgotten."""
    await here.facilitated()
    await far(here, "olu", f"/link {await shown(here)}")
    here.fake.forget()
    here.other.forget()
    return here


def groups(here: Room) -> int:
    """How many groups there are."""
    return len(disk(here, "SELECT id FROM groups"))


async def test_the_link_is_told_in_both_chats_with_both_names(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    here.fake.forget()
    await far(here, "olu", f"/link {code}")
    lines = [
        "Ruth and Olu: thank you. Two chats of this group are linked now.",
        "They are on Fake and on Other. Both have one list.",
        "What is new comes to each chat once. To part them again, type /unlink.",
    ]
    assert [text.split("\n") for text in here.to("riverside")] == [lines]
    assert [text.split("\n") for text in here.other_to(FAR)] == [lines]
    assert groups(here) == 1
    assert disk(here, "SELECT what, new FROM changes WHERE what = 'linked'") == [("linked", "other")]


async def test_a_plan_of_the_chat_that_joins_has_another_number_and_both_chats_hear_of_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    await far(here, "olu", "/plan letters, draft")
    code = await shown(here)
    here.fake.forget()
    here.other.forget()
    await far(here, "olu", f"/link {code}")
    assert here.to("riverside") == here.other_to(FAR)
    assert here.to("riverside")[0].split("\n")[-2:] == [
        "What was on the list of the chat on Other has new numbers now.",
        "Plan 1 is now plan 2.",
    ]
    [plan] = await far(here, "olu", "/plan 2")
    assert plan.text.startswith("Plan 2: letters.")
    assert "Its number has changed. It was 1 before." in (await far(here, "olu", "/history plan 2"))[0].text


async def test_ideas_of_both_chats_stand_in_one_list_under_one_count(both: Room) -> None:
    await both.says("bea", "/idea a bench")
    await far(both, "olu", "/idea a ramp")
    await both.says("bea", "/idea a tree")
    ideas = await both.reads(lambda s: [(i.number, i.text) for i in s.ideas.all(1)])
    assert ideas == [(1, "a bench"), (2, "a ramp"), (3, "a tree")]
    both.fake.forget()
    for said in (await both.says("bea", "/ideas"), await far(both, "olu", "/ideas")):
        assert ["a bench" in said[0].text, "a ramp" in said[0].text] == [True, True]
    assert len(both.to("riverside")) == 1, "a list that was asked for on one side is not news to the other"


async def test_an_idea_is_answered_where_it_was_said_and_told_on_the_other_side_once(both: Room) -> None:
    [here, there] = [*await far(both, "olu", "/idea a ramp"), *both.fake.seen]
    assert here.text.startswith("Thank you, Olu. Your idea is on the list.")
    assert here.outgoing.reply_to is not None
    assert there.text == "From our chat on Other:\n" + here.text
    assert there.outgoing.reply_to is None


async def test_an_answer_in_private_is_told_once_in_each_chat(both: Room) -> None:
    await far(both, "olu", "/idea a ramp")
    both.fake.forget()
    both.other.forget()
    await both.says("ruth", "/answer 1 yes because it is right", private=True)
    [near], [there] = both.to("riverside"), both.other_to(FAR)
    assert near == there
    assert "Good news. Idea 1 has an answer. The answer is yes." in near
    assert both.to("@ruth") == ["Thank you, Ruth. I have told the group."]


async def test_an_action_its_yes_and_its_end_are_told_on_both_sides(both: Room) -> None:
    said = await far(both, "olu", "/action Bea to buy wood by 5 June")
    assert "Action 1: buy wood" in said[0].text
    [asked] = [seen for seen in both.fake.seen if "Action 1" in seen.text]
    # The side that is asked has the button too.
    await both.presses("bea", asked, "Yes")
    assert "Action 1 is agreed." in both.to("riverside")[-1]
    assert "Action 1 is agreed." in both.other_to(FAR)[-1]
    await both.says("bea", "/done 1")
    assert "Action 1 is done" in both.other_to(FAR)[-1]


async def test_what_an_action_lacks_is_asked_on_both_sides_and_either_may_say(both: Room) -> None:
    await both.says("bea", "/action buy wood")
    assert "Who will do this" in both.other_to(FAR)[-1]
    await both.says("olu", "Olu, by 5 June", chat=FAR, on=both.other, reply_to=both.other.seen[-1])
    action = await both.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert [owner.name for owner in action.owners] == ["Olu"]


async def test_people_of_the_other_side_are_named_and_pinged_only_where_they_are(both: Room) -> None:
    await far(both, "olu", "/idea a ramp")
    await both.says("ruth", "/answer 1 yes because it is right", private=True)
    near, there = both.fake.seen[-1].outgoing, both.other.seen[-1].outgoing
    olu = next(span.person for span in there.text if span.person)
    assert there.people == {olu: "olu"}
    assert near.people == {}
    assert "Olu's idea" in both.fake.seen[-1].text


async def test_T_06_what_comes_from_the_other_side_keeps_to_the_topic_chosen_here(both: Room) -> None:
    await both.reads(lambda s: s.groups.set_topic(1, "fake", "tenant", "riverside", "44"))
    await far(both, "olu", "/idea a ramp")
    await both.says("ruth", "/answer 1 yes because it is right", private=True)
    assert [seen.outgoing.thread for seen in both.fake.seen if seen.to == "riverside"] == ["44", "44"]
    assert {seen.outgoing.thread for seen in (*both.other.seen, *both.fake.seen) if seen.to != "riverside"} == {None}


async def test_the_weekly_summary_goes_to_both_once(both: Room) -> None:
    await both.says("bea", "/idea a bench")
    both.fake.forget()
    both.other.forget()
    await both.days(8)
    assert len([t for t in both.to("riverside") if t.startswith("Riverside, this week.")]) == 1
    assert both.other_to(FAR) == both.to("riverside")


async def test_the_group_is_named_after_its_first_chat(both: Room) -> None:
    await far(both, "olu", "/who")
    await both.says("bea", "/who")
    await far(both, "olu", "/who")
    assert disk(both, "SELECT name FROM groups") == [("Riverside",)]


async def test_a_late_answer_is_said_in_each_chat_once(both: Room) -> None:
    await far(both, "olu", "/idea a ramp")
    both.fake.forget()
    both.other.forget()
    await both.days(40)
    for lane in (both.to("riverside"), both.other_to(FAR)):
        assert len([text for text in lane if "Idea 1 still has no answer." in text]) == 1


async def test_a_nudge_for_somebody_who_can_not_be_messaged_is_said_on_their_side_alone(both: Room) -> None:
    both.fake.closed.add("ruth")
    await far(both, "olu", "/idea a ramp")
    both.other.forget()
    await both.passes(days=9)
    near, there = (
        [text for text in lane if "can't message you privately" in text]
        for lane in (both.to("riverside"), both.other_to(FAR))
    )
    assert (len(near), there) == (1, [])


async def test_who_is_on_the_second_side_only_is_named_there(both: Room) -> None:
    await far(both, "olu", "/action I will paint the door by 29 May")
    both.other.closed.add("olu")
    both.fake.forget()
    both.other.forget()
    await both.passes(days=16)
    near, there = (
        [text for text in lane if "can't message you privately" in text]
        for lane in (both.to("riverside"), both.other_to(FAR))
    )
    assert (near, len(there)) == ([], 1)


async def test_the_bot_taken_out_of_one_side_pauses_that_side_only(both: Room) -> None:
    await both.says("olu", "", kind="removed", chat=FAR, on=both.other)
    await both.says("bea", "/idea a bench")
    await both.says("ruth", "/answer 1 yes because it is right", private=True)
    assert both.other_to(FAR) == []
    assert "Good news" in both.to("riverside")[-1]
    await both.says("olu", "", kind="added", chat=FAR, on=both.other)
    both.other.forget()
    await both.says("bea", "/idea a tree")
    assert "a tree" in both.other_to(FAR)[-1]
    await both.says("bea", "", kind="removed")
    both.fake.forget()
    await far(both, "olu", "/idea a ramp")
    assert both.to("riverside") == []
    assert "a ramp" in both.other_to(FAR)[-1]


async def test_T_05_a_linked_chat_that_moves_stays_the_second_side(both: Room) -> None:
    await both.house.moved("other", "tenant", FAR, "supergroup")
    await both.says("bea", "/idea a bench")
    assert "a bench" in both.other_to("supergroup")[-1]
    await both.says("olu", "/who", chat="supergroup", on=both.other)
    assert disk(both, "SELECT name FROM groups") == [("Riverside",)]


async def test_a_chat_with_a_list_of_its_own_can_not_be_the_second_side(here: Room) -> None:
    await here.facilitated()
    await far(here, "olu", "/idea a ramp")
    [said] = await far(here, "olu", f"/link {await shown(here)}")
    assert "This chat has ideas or actions already." in said.text
    assert groups(here) == 2
    # The other way round it works: the first list is empty.
    code = code_in((await far(here, "olu", "/link"))[0])
    await here.says("ruth", f"/link {code}")
    assert groups(here) == 1
    assert await here.reads(lambda s: [i.text for i in s.ideas.all(2)]) == ["a ramp"]


async def test_X_05_only_who_answers_for_the_group_may_link_it(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/link")
    assert said.text == "Only Ruth or Sam can link this group. Nothing has changed."
    code = await shown(here)
    await here.says("ruth", "/decline")
    [said] = await far(here, "olu", f"/link {code}")
    assert "Sorry, that did not work." in said.text
    assert groups(here) == 2


async def test_where_nobody_is_named_any_member_may_link(here: Room) -> None:
    code = await shown(here, "bea")
    await far(here, "olu", f"/link {code}")
    assert groups(here) == 1


async def test_X_13_a_groups_code_works_in_the_other_platforms_group_alone_and_once(here: Room) -> None:
    await here.facilitated()
    code = await shown(here)
    [same] = await here.says("tom", f"/link {code}", chat="elsewhere")
    assert "Please send that code in your other app" in same.text
    [private] = await here.says("olu", f"/link {code}", private=True, on=here.other)
    assert "That code links two group chats." in private.text
    await far(here, "olu", f"/link {code}")
    [again] = await here.says("eve", f"/link {code}", chat="third", on=here.other)
    assert "used already" in again.text
    [full] = await here.says("eve", f"/link {await shown(here)}", chat="third", on=here.other)
    assert "That group has a chat in this app already." in full.text


async def test_a_facilitator_parts_the_chats_and_the_list_stays_with_the_first(both: Room) -> None:
    await far(both, "olu", "/idea a ramp")
    both.fake.forget()
    both.other.forget()
    await both.says("ruth", "/unlink")
    [near], [there] = both.to("riverside"), both.other_to(FAR)
    assert "The list stays here. The chat on Other has one of its own now." in near
    assert "This chat has a new list now, and it is empty." in there
    both.fake.forget()
    [said] = await far(both, "olu", "/idea a lamp")
    assert "Idea 1: a lamp" in said.text
    assert both.fake.seen == []
    assert await both.reads(lambda s: [i.text for i in s.ideas.all(1)]) == ["a ramp"]
    # Who is only in the other chat goes with it.
    assert await both.reads(lambda s: [p.name for p in s.people.of_group(2)]) == ["Olu"]
    assert "Olu" not in await both.reads(lambda s: [p.name for p in s.people.of_group(1)])


async def test_an_old_button_means_nothing_in_a_chat_that_was_parted(both: Room) -> None:
    await both.says("bea", "/action Olu to buy wood by 5 June")
    asked = both.other.seen[-1]
    await both.says("ruth", "/unlink")
    await far(both, "olu", "/action Olu to paint the door by 5 June")
    await both.presses("olu", asked, "Yes", on=both.other)
    assert both.toast == "Sorry, that button does not work any more."


async def test_two_members_may_part_the_chats_by_agreement(both: Room) -> None:
    [asked] = await far(both, "olu", "/unlink")
    assert "Does somebody else agree?" in asked.text
    assert "Does somebody else agree?" in both.to("riverside")[-1]
    await both.presses("olu", asked, "Yes", on=both.other)
    assert both.toast == "Thank you, Olu. Somebody else has to agree too."
    assert groups(both) == 1
    await both.says("bea", "yes", reply_to=both.fake.seen[-1])
    assert groups(both) == 2


async def test_an_agreement_to_part_is_no_setting(both: Room) -> None:
    await far(both, "olu", "/unlink")
    [said] = await both.says("bea", "/settings agree 1 yes")
    assert "I do not know what to change." in said.text
    [said] = await both.says("bea", "/settings answer 15")
    [said] = await both.says("tom", "/unlink agree 2 yes")
    assert "I do not know what to part." in said.text


async def test_a_group_that_is_linked_is_not_linked_again(both: Room) -> None:
    [said] = await far(both, "olu", f"/link {await shown(both)}")
    assert said.text == "These two chats are linked already. Nothing has changed."


async def test_a_parted_chat_has_a_summary_of_its_own(both: Room) -> None:
    await both.says("ruth", "/unlink")
    await far(both, "olu", "/idea a lamp")
    both.other.forget()
    await both.days(8)
    assert [text.split("\n")[0] for text in both.other_to(FAR) if "this week" in text] == [
        "Channel, this week. Monday 11 May to Sunday 17 May."
    ]


async def test_a_parted_chat_is_owed_what_each_group_is_owed(both: Room) -> None:
    await both.says("ruth", "/unlink")
    owed = disk(both, "SELECT group_id, kind FROM promises WHERE number = 0 ORDER BY group_id, kind")
    assert [kind for group, kind in owed if group == 1] == [kind for group, kind in owed if group != 1]


async def test_a_no_keeps_the_chats_linked(both: Room) -> None:
    [asked] = await far(both, "olu", "/unlink")
    await both.presses("olu", asked, "No", on=both.other)
    assert "The chats stay linked." in both.other_to(FAR)[-1]
    [late] = await both.says("bea", "/unlink agree 1 yes")
    assert "That is over." in late.text
    assert groups(both) == 1


async def test_a_group_with_one_chat_has_nothing_to_part(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("ruth", "/unlink")
    assert said.text == "This group has one chat only. Nothing has changed."


async def test_who_would_part_the_chats_says_yes_and_another_can_still_agree(both: Room) -> None:
    [asked] = await far(both, "olu", "/unlink")
    near = both.fake.seen[-1]
    [said] = await both.says("olu", "yes", chat=FAR, on=both.other, reply_to=asked)
    assert said.text == "Thank you, Olu. Somebody else has to agree too."
    await both.says("bea", "yes", reply_to=near)
    assert groups(both) == 2


async def test_words_that_are_no_yes_and_no_no_leave_it_open_if_the_chats_part(both: Room) -> None:
    await far(both, "olu", "/unlink")
    near = both.fake.seen[-1]
    [said] = await both.says("bea", "what becomes of my idea?", reply_to=near)
    assert "Sorry, I did not understand that." in said.text
    await both.says("tom", "good idea", reply_to=near)
    assert groups(both) == 2

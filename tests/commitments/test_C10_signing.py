"""Commitment 10: all parties sign, and say what they bring; and commitment 4: each change of the charter is kept."""

from datetime import UTC, datetime

import pytest

from bot.domain.charter import PROMISES
from bot.domain.signing import Signing, read_paper, read_signing
from tests.house import Room


async def _signed(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/sign I sign")
    await here.says("ruth", "/sign for the council, bringing 4 hours a month")
    here.fake.forget()


async def test_C10_1_signing_begins_with_what_is_signed_and_takes_one_reply(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/sign")
    assert asked.text == (
        "Bea, this is about the charter of Riverside, version 1.\n"
        "It has ten promises. To read them, type /charter.\n"
        'If you agree, reply "I sign". If you sign for an organisation, add its name.\n'
        "You can also say what you will bring. It could be time, staff or a room.\n"
        "Your name and the date go on the list. You can take it off at any time: /sign off."
    )
    [said] = await here.says("bea", "I sign for the Sight Group, and we bring a room", reply_to=asked)
    assert said.text == (
        "Thank you, Bea. You signed version 1 on Monday 11 May.\n"
        "It is for the Sight Group.\n"
        "What it brings: a room.\n"
        "1 person has now signed.\n"
        "1 organisation has now signed.\n"
        "The charter has a review date: Tuesday 11 May 2027. We look at it again then."
    )


async def test_P4_19_for_oneself_with_one_press_and_twice_is_once(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/sign")
    [said] = await here.presses("bea", asked, "I sign")
    assert "Thank you, Bea. You signed version 1" in said.text
    await here.presses("bea", asked, "I sign")
    assert here.toast == "Thank you, Bea. You have signed version 1 already."
    [unsure] = await here.says("tom", "/sign maybe")
    assert "nothing has changed" in unsure.text


async def test_C10_1_and_S3_4_who_has_and_has_not_signed_stands_beside_what_the_list_shows(here: Room) -> None:
    await _signed(here)
    await here.says("ruth", "/action I will paint by 1 May 2027")
    await here.says("tom", "/idea a bench")
    await here.says("ruth", "/answer 1 no, there is no room for it")
    [said] = await here.says("tom", "/sign list")
    assert said.text == (
        "The charter of Riverside. Version 1.\n"
        "Signed: 2.\n"
        "Bea, on Monday 11 May.\n"
        "Ruth for the council, on Monday 11 May. Brings: 4 hours a month.\n"
        "Not signed so far: Tom, Amy and Sam.\n"
        "What the list shows of it:\n"
        "Promise 2. First dates kept: 0 of 0.\n"
        "Promise 5. Ideas on the list: 1.\n"
        "Promise 6. Answered in time: 1 of 1.\n"
        "Promise 6. A no or a partly with a reason: 1 of 1.\n"
        "Promise 6. Money as the reason, with a figure: 0 of 0.\n"
        "Promise 7. Done: 0. It works, as those who asked say: 0.\n"
        "Promise 8. Reviews done: 0. Late: 0.\n"
        "Promise 9. Not moving now: 0. Late now: 0.\n"
        "Actions of the council: done 0, open 1, late 0."
    )


async def test_C10_1_a_name_taken_off_keeps_its_dates(here: Room) -> None:
    await _signed(here)
    await here.until(datetime(2026, 6, 3, 12, tzinfo=UTC))
    [off] = await here.says("bea", "/sign off")
    assert off.text == (
        "Bea has taken their name off the charter.\nIt was signed on Monday 11 May. Both dates stay in the record."
    )
    [said] = await here.says("tom", "/sign list")
    assert "Bea signed on Monday 11 May, and took it off on Wednesday 3 June." in said.text
    assert "Signed: 1." in said.text
    [back] = await here.says("bea", "/undo")
    assert "Your name is on the charter again, Bea." in back.text
    [said] = await here.says("tom", "/sign list")
    assert "Signed: 2." in said.text
    [none] = await here.says("tom", "/sign off")
    assert "Nothing has changed." in none.text


async def test_C10_1_signed_on_paper_is_entered_by_a_named_facilitator(here: Room) -> None:
    await here.facilitated()
    [refused] = await here.says("bea", "/sign paper Pat Smith")
    assert "Only a facilitator or manager can type in what was signed on paper." in refused.text
    [said] = await here.says("ruth", "/sign paper Pat Smith for Age Concern, bringing a room")
    assert said.text.startswith("Pat Smith signed version 1 on paper. Ruth typed it in.\nIt is for Age Concern.")
    [shown] = await here.says("bea", "/sign list")
    assert "Pat Smith for Age Concern, on Monday 11 May. Brings: a room." in shown.text
    assert "That was on paper. Ruth typed it in." in shown.text
    await here.says("ruth", "/undo")
    [shown] = await here.says("bea", "/sign list")
    assert "Pat Smith signed on Monday 11 May, and took it off on Monday 11 May." in shown.text


async def test_C4_1_a_real_change_is_a_new_version_the_old_stays_and_signers_are_asked_again(here: Room) -> None:
    await _signed(here)
    [asked] = await here.says("tom", "/charter change 3 Each plan has two facilitators. because one may be ill")
    assert asked.text == (
        "Tom would like to change the charter to this:\n"
        "Promise 3: Each plan has two facilitators.\n"
        "Now it is like this:\n"
        "Promise 3: Each plan has a named facilitator and a named manager.\n"
        "Why: one may be ill.\n"
        "It is a real change, so I will ask all who signed to sign again.\n"
        'Does somebody else agree? Reply "yes" by Tuesday 26 May.'
    )
    [alone] = await here.says("tom", "yes", reply_to=asked)
    assert alone.text == "Thank you, Tom. Somebody else has to agree too."
    [said] = await here.says("amy", "yes", reply_to=asked)
    assert said.text == (
        "Tom and Amy have said yes. The charter is version 2 now.\n"
        "Promise 3: Each plan has two facilitators.\n"
        "This is how it was:\n"
        "Promise 3: Each plan has a named facilitator and a named manager.\n"
        "Why: one may be ill.\n"
        "Bea and Ruth, the charter has changed. Do you still agree? Then type /sign."
    )
    [shown] = await here.says("bea", "/charter")
    assert "Version 2." in shown.text
    assert "Promise 3: Each plan has two facilitators." in shown.text
    [old] = await here.says("bea", "/charter version 1")
    assert PROMISES[2] in old.text
    assert "That is an earlier one. Now it is version 2." in old.text
    [names] = await here.says("bea", "/sign list")
    assert "Signed: nobody so far.\nSigned an earlier version:\nBea, on Monday 11 May." in names.text
    await here.says("bea", "/sign I sign")
    [names] = await here.says("bea", "/sign list")
    assert "Signed: 1.\nBea, on Monday 11 May." in names.text
    [versions] = await here.says("bea", "/charter versions")
    assert "Version 2: Tom asked for it on Monday 11 May, Amy agreed." in versions.text
    [history] = await here.says("bea", "/history charter")
    assert "Amy agreed to a change. It is version 2 now." in history.text


async def test_P4_18_the_name_is_in_the_text_and_a_small_change_leaves_signatures_as_they_are(here: Room) -> None:
    await _signed(here)
    [asked] = await here.says("tom", "/charter name Riverside Council")
    [said] = await here.presses("amy", asked, "Yes")
    assert "Bea and Ruth, your signatures stay as they are." in said.text
    [shown] = await here.says("bea", "/charter")
    assert shown.text == (
        "The charter of Riverside Council. Version 2.\n"
        "Riverside Council values working together. We decide and do things as equals.\n"
        + "\n".join(PROMISES)
        + "\nWe look at it again on Tuesday 11 May 2027.\n"
        "To sign it, type /sign. To see who has, type /sign list."
    )
    [names] = await here.says("bea", "/sign list")
    assert "Signed: 2." in names.text
    [asked] = await here.says("tom", "/charter small 1 We share early.")
    assert "It is a small change, so signatures stay as they are." in asked.text


async def test_a_change_can_be_refused_settled_once_and_runs_out(here: Room) -> None:
    await _signed(here)
    [asked] = await here.says("tom", "/charter change 1 We share.")
    [no] = await here.says("amy", "no", reply_to=asked)
    assert no.text.startswith("Thank you, Amy. The charter stays as it is.")
    await here.presses("bea", asked, "Yes")
    assert here.toast == "That is settled already. To read the charter, type /charter."
    [asked] = await here.says("tom", "/charter change 1 We share.")
    [unclear] = await here.says("amy", f"/charter agree {2} purple")
    assert 'Please reply "yes" or "no".' in unclear.text
    await here.until(datetime(2026, 6, 2, 12, tzinfo=UTC))
    await here.presses("bea", asked, "Yes")
    assert here.toast == "Sorry, the time to agree was until Tuesday 26 May. Nothing has changed."
    for text in ("/charter change 11 x", "/charter agree 77 yes", "/charter version 9"):
        [wrong] = await here.says("bea", text)
        assert "Sorry" in wrong.text or "Nothing has changed." in wrong.text


async def test_C10_2_what_each_brings_stands_in_the_list_and_in_the_yearly_review(here: Room) -> None:
    await _signed(here)
    [names] = await here.says("tom", "/sign list")
    assert "Ruth for the council, on Monday 11 May. Brings: 4 hours a month." in names.text
    [pack] = await here.says("tom", "/review pack")
    assert "the council said they would bring: 4 hours a month.\nNo hours are on the list so far." in pack.text


async def test_C10_3_an_organisations_actions_match_the_list_done_open_and_late(here: Room) -> None:
    await _signed(here)
    for finish in ("15 May", "20 May", "30 September"):
        await here.says("ruth", f"/action I will paint by {finish}")
    await here.says("amy", "/action I will sing by 15 May")
    await here.says("ruth", "/done 1")
    await here.until(datetime(2026, 6, 1, 12, tzinfo=UTC))
    [names] = await here.says("tom", "/sign list")
    assert names.text.endswith("Actions of the council: done 1, open 2, late 1.")


async def test_P4_22_late_things_stand_in_the_order_of_the_list_and_rank_nobody(here: Room) -> None:
    await here.facilitated()
    for who, finish in (("amy", "22 May"), ("tom", "13 May"), ("bea", "18 May")):
        await here.says(who, f"/action I will paint by {finish}")
    here.fake.forget()
    await here.until(datetime(2026, 6, 1, 12, tzinfo=UTC))
    digest = [text for text in here.to("riverside") if "this week" in text][-1]
    late = digest[digest.index("Late: 3.") :].split("\n")[1:4]
    assert [line[:9] for line in late] == ["Action 1:", "Action 2:", "Action 3:"]


async def test_C9_3_whoever_signed_for_an_organisation_is_asked_for_a_step(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/sign for the Sight Group")
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.until(datetime(2026, 7, 13, 12, tzinfo=UTC))
    [flag] = [text for text in here.to("riverside") if "Nothing has moved" in text]
    assert "Ruth, Sam and Tom: what one step can you take, and by when?" in flag


async def test_C7_3_organisations_are_credited(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/sign for the Sight Group")
    await here.says("amy", "/action I will print the letters by 30 June")
    await here.says("amy", "/done 1")
    [said] = await here.says("tom", "/yousaid done")
    assert "Thank you to the Sight Group and Amy." in said.text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("I sign", Signing(None, None, None)),
        ("yes, I agree", Signing(None, None, None)),
        ("for myself", Signing(None, None, None)),
        ("I sign for Age Concern", Signing(None, "Age Concern", None)),
        ("I sign and I will bring 4 hours a month", Signing(None, None, "4 hours a month")),
        ("sign it for the council, giving a room and tea", Signing(None, "the council", "a room and tea")),
        ("maybe later", None),
        ("I sign nothing of the kind", None),
    ],
)
def test_a_signature_is_read_in_ordinary_words(text: str, read: Signing | None) -> None:
    assert read_signing(text) == read


def test_a_name_on_paper_needs_a_name() -> None:
    assert read_paper("Pat Smith") == Signing("Pat Smith", None, None)
    assert read_paper(" 7 ") is None


async def test_C5_3_the_record_of_the_charter_counts_the_ideas_that_the_list_counts(here: Room) -> None:
    await here.facilitated()
    for words in ("a bench", "a ramp", "a place to sit"):
        await here.says("tom", f"/idea {words}")
    await here.says("tom", "/undo my idea 2")
    await here.says("tom", "/same 3 as 1")
    [every] = await here.says("bea", "/ideas all")
    [record] = await here.says("bea", "/sign list")
    assert every.text.startswith("There are 3 ideas on the list.")
    assert "Promise 5. Ideas on the list: 3." in record.text

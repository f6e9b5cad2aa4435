"""Seed 002, "I like to use the old fashioned term 'working together'": a group may call its work what it likes."""

import json
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.charter import PROMISES
from bot.domain.work import LONGEST, PLAIN, read_work
from tests.commitments.files import files_of
from tests.house import Room, Seen

OWN = "Better Together"


async def _called(here: Room, name: str = OWN) -> Seen:
    [asked] = await here.says("bea", f"/settings work {name}")
    [said] = await here.presses("tom", asked, "Yes")
    return said


async def test_S2_16_two_people_choose_a_name_it_is_told_and_stands_in_the_history(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/sign I sign")
    [asked] = await here.says("bea", f"/settings work {OWN}")
    assert asked.to == "riverside"
    assert asked.text == (
        "Bea would like to change the charter to this:\n"
        "The work is called Better Together.\n"
        "Now it is like this:\n"
        "The work is called working together.\n"
        "It is a small change, so signatures stay as they are.\n"
        'Does somebody else agree? Reply "yes" by Tuesday 26 May.'
    )
    [alone] = await here.says("bea", "yes", reply_to=asked)
    assert alone.text == "Thank you, Bea. Somebody else has to agree too."
    assert "The work is called working together." in (await here.says("amy", "/settings"))[0].text
    [said] = await here.says("tom", "yes", reply_to=asked)
    assert said.text == (
        "Bea and Tom have said yes. The charter is version 2 now.\n"
        "The work is called Better Together.\n"
        "This is how it was:\n"
        "The work is called working together.\n"
        "Ruth, your signatures stay as they are."
    )
    [history] = await here.says("amy", "/history charter")
    assert history.text == (
        "The charter of this group:\n"
        "Monday 11 May: Bea asked to change what the work is called.\n"
        "Better Together.\n"
        "Monday 11 May: Tom agreed to a change. It is version 2 now.\n"
        "Better Together."
    )
    [versions] = await here.says("amy", "/charter versions")
    assert "Bea asked for it on Monday 11 May, Tom agreed.\nThe work is called Better Together.\n" in versions.text
    [names] = await here.says("amy", "/sign list")
    assert "Signed: 1.\nRuth, on Monday 11 May." in names.text


async def _all_that_names_it(here: Room) -> dict[str, Seen]:
    """Each text that says what the group is, or what it does."""
    commands = ("/charter", "/settings", "/report", "/meeting", "/note 1", "/yousaid", "/review pack", "/share")
    said = {command: (await here.says("amy", command))[-1] for command in commands}
    here.fake.forget()
    await here.until(datetime(2026, 5, 18, 12, tzinfo=UTC))
    [said["week"]] = [seen for seen in here.fake.seen if "this week." in seen.text]
    await here.until(datetime(2026, 7, 1, 12, tzinfo=UTC))
    [said["quarter"]] = [seen for seen in here.fake.seen if "You said, we did." in seen.text]
    return said


async def test_S2_16_all_texts_that_name_the_work_say_it_as_it_was_typed(here: Room) -> None:
    await here.facilitated()
    await _called(here)
    await here.says("bea", "/idea a bench")
    said = await _all_that_names_it(here)
    heads = {
        "/charter": "Riverside values Better Together. We decide and do things as equals.",
        "/settings": "The work is called Better Together.",
        "/report": "Report of Riverside. All so far, up to Monday 11 May.\nThe work is called Better Together.\n",
        "/meeting": "of Riverside, made on Monday 11 May.\nThe work is called Better Together.\n",
        "/note 1": "A note from Better Together in Riverside, made on Monday 11 May.",
        "/yousaid": "You said, we did. All so far, up to Monday 11 May.\nThe work is called Better Together.",
        "/review pack": "from Sunday 11 May 2025 to Monday 11 May.\nThe work is called Better Together.\n",
        "/share": "We are Better Together in Riverside. We say what should be better",
        "week": "Better Together in Riverside, this week. Monday 11 May to Sunday 17 May.",
        "quarter": "From Wednesday 1 April to Tuesday 30 June.\nThe work is called Better Together.",
    }
    assert {what: head in said[what].text for what, head in heads.items()} == dict.fromkeys(heads, True)
    # It is a member's words in each of them, which no platform takes for anything else.
    for seen in said.values():
        spans = [span for span in seen.outgoing.text if OWN in span.text]
        assert spans
        assert all(span.quoted and span.text == OWN for span in spans)


async def test_S2_16_where_nothing_was_said_all_reads_as_ever(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    said = await _all_that_names_it(here)
    assert "Riverside values working together. We decide and do things as equals." in said["/charter"].text
    assert said["/report"].text.startswith("Report of Riverside. All so far")
    assert said["week"].text.startswith("Riverside, this week. Monday 11 May")
    assert said["/share"].text.startswith("We are Riverside. We say")
    assert {what for what, seen in said.items() if "The work is called" in seen.text} == {"/settings"}


async def test_S2_16_the_files_say_it_too(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("bea", "hello", kind="opened", private=True)
    for name in (None, OWN):
        if name:
            await _called(here)
        [easy] = files_of(await here.says("bea", "/yousaid easy"))
        [report] = files_of(await here.says("bea", "/report page"))
        [page] = files_of(await here.says("bea", "/export page"))
        [data] = files_of(await here.says("bea", "/export json"))
        of = "Better Together in Riverside" if name else "Riverside"
        assert ("<p>The work is called Better Together.</p>" in easy.text) is (name is not None)
        assert ("<p>The work is called Better Together.</p>" in report.text) is (name is not None)
        assert f"<title>The master copy of {of}</title>" in page.text
        assert (json.loads(data.text)["group"], json.loads(data.text)["work"]) == ("Riverside", name)


async def test_S2_16_it_stays_as_typed_in_welsh_and_the_plain_words_are_welsh_there(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/settings language Welsh")
    [plain] = await here.says("bea", "/charter")
    assert "Mae Riverside yn gwerthfawrogi gweithio gyda'n gilydd." in plain.text
    [asked] = await here.says("bea", f"/settings gwaith {OWN}")
    assert "Enw'r gwaith yw Better Together.\n" in asked.text
    await here.says("tom", "ie", reply_to=asked)
    assert "Mae Riverside yn gwerthfawrogi Better Together." in (await here.says("bea", "/charter"))[0].text
    assert (await here.says("bea", "/report"))[0].text.split("\n")[1] == "Enw'r gwaith yw Better Together."


@pytest.mark.parametrize("typed", ["off", "working together", "Plain words.", "gweithio gyda’n gilydd"])
async def test_S2_16_it_can_be_set_back_and_each_version_keeps_the_name_it_had(here: Room, typed: str) -> None:
    await here.facilitated()
    await _called(here)
    back = await _called(here, typed)
    assert "The work is called working together.\nThis is how it was:\nThe work is called Better Together." in back.text
    texts = [(await here.says("amy", f"/charter version {n}"))[0].text for n in (1, 2, 3)]
    values = [text.split("\n")[1] for text in texts]
    plain, own = (f"Riverside values {name}. We decide and do things as equals." for name in (PLAIN, OWN))
    assert values == [plain, own, plain]
    assert all(PROMISES[0] in text for text in texts)
    assert (await here.says("amy", "/share"))[0].text.startswith("We are Riverside. ")


@pytest.mark.parametrize(
    "typed",
    [
        "work: Better Together",
        "our work is called Better Together",
        'the work "Better Together".',
        "WORK Better Together",
    ],
)
async def test_S2_16_it_is_typed_in_plain_ways(here: Room, typed: str) -> None:
    [asked] = await here.says("bea", f"/settings {typed}")
    assert "\nThe work is called Better Together.\n" in asked.text


@pytest.mark.parametrize(
    "typed",
    [
        *('""', "…", "2026", "x" * (LONGEST + 1), "Better 💚"),
        *("*Better*", "<b>Better</b>", "<!channel>", "@ruth", "Better @ruth"),
        *("#better", "better.org", "better/together", "a; answer 15"),
    ],
)
async def test_S2_16_what_is_no_name_gets_one_kind_sentence_and_changes_nothing(here: Room, typed: str) -> None:
    [said] = await here.says("bea", f"/settings work {typed}")
    assert said.text == (
        "Sorry, I can't call the work that. Nothing has changed.\n"
        "Please use letters, numbers and spaces, 40 at most. Like this: /settings work Riverside Together."
    )
    assert await here.reads(lambda s: s.charter.all(1)) == []


async def test_S2_16_alone_it_shows_what_holds_and_the_same_again_is_no_change(here: Room) -> None:
    [said] = await here.says("bea", "/settings work")
    assert said.text == (
        "The work is called working together.\nTo change it, type it like this: /settings work Riverside Together."
    )
    [same] = await here.says("bea", "/settings work Working together")
    assert same.text == "It is like that already. Nothing has changed."
    [asked] = await here.says("bea", f"/charter work {OWN} because it is ours")
    assert "The work is called Better Together.\n" in asked.text
    assert "Why: it is ours.\n" in asked.text
    [no] = await here.says("tom", "no", reply_to=asked)
    assert no.text.startswith("Thank you, Tom. The charter stays as it is.")
    [history] = await here.says("amy", "/history charter")
    assert "Tom did not agree to change what the work is called." in history.text
    assert "The work is called working together." in (await here.says("amy", "/settings"))[0].text


async def test_S2_16_another_group_has_its_own(here: Room) -> None:
    await _called(here)
    assert "The work is called working together." in (await here.says("bea", "/settings", chat="hillside"))[0].text


async def test_a_name_in_the_charter_is_called_so_in_its_history(here: Room) -> None:
    [asked] = await here.says("bea", "/charter name Riverside Council")
    await here.says("tom", "no", reply_to=asked)
    [history] = await here.says("amy", "/history charter")
    assert "Bea asked to change the name in the charter.\nRiverside Council.\n" in history.text
    assert "Tom did not agree to change the name in the charter." in history.text


@given(st.text(max_size=60) | st.text(st.sampled_from("aÀé1 -–&'’.!\"@</#*"), max_size=LONGEST + 2))
@example("Pobl a’u Lle")
@example("साथ मिलकर")
def test_S2_16_a_name_is_short_plain_and_reads_as_itself(text: str) -> None:
    name = read_work(text)
    if name is None:
        return
    assert read_work(name) == read_work(f'  "{name}". ') == name
    assert 0 < len(name) <= LONGEST
    assert name == PLAIN or name in " ".join(text.split())
    assert all(c in " -–&'’" or unicodedata.category(c)[0] in "LMN" for c in name)


@given(st.lists(st.text("abcdéŵ12", min_size=1, max_size=6), min_size=1, max_size=5).map(" ".join))
def test_S2_16_words_of_letters_and_numbers_are_a_name(words: str) -> None:
    assert read_work(words) == (words if any(map(str.isalpha, words)) else None)

"""Whoever sets the bot up must be told plainly what is wrong, and the token must stay hidden."""

import io
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from adapters.door import Door
from adapters.telegram import connect
from adapters.telegram.adapter import Telegram
from adapters.telegram.endpoint import Endpoint
from adapters.telegram.logs import keep_quiet
from adapters.telegram.menu import LONGEST_DESCRIPTION
from bot.catalogue import catalogue
from bot.commands import find_commands
from bot.domain.chat import Place
from bot.domain.languages import TONGUES
from bot.edges import Setup
from storage.vault import Vault
from tests.adapters.telegram.fake_telegram import DROPPED, TOKEN, FakeTelegram, Fault, refused
from tests.adapters.telegram.people import CLOCK, Hurried, Json, ListeningEars, message, spoken

pytestmark = pytest.mark.filterwarnings("ignore:Please use .Bot.get")


def test_without_a_token_there_is_no_telegram() -> None:
    assert connect(Setup({}, CLOCK, Door({}), Vault({}))) is None
    assert connect(Setup({"TELEGRAM_TOKEN": " "}, CLOCK, Door({}), Vault({}))) is None


def test_looking_for_the_platform_does_not_load_its_library() -> None:
    code = "import adapters.telegram, sys; sys.exit('telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words


async def test_the_address_and_the_tenant_come_from_the_settings(server: FakeTelegram) -> None:
    settings = {"TELEGRAM_TOKEN": f" {TOKEN}\n", "TELEGRAM_API_URL": f"{server.url}/"}
    bot = connect(Setup(settings, CLOCK, Door({}), Vault({})))
    assert isinstance(bot, Telegram)
    assert (bot.platform, bot.tenant) == ("telegram", "123456")
    assert await bot.say(spoken("Hello")) == "101"
    await bot.close()


async def test_what_is_no_token_is_no_tenant_either(server: FakeTelegram) -> None:
    bot = connect(Setup({"TELEGRAM_TOKEN": "canary", "TELEGRAM_API_URL": server.url}, CLOCK, Door({}), Vault({})))
    assert isinstance(bot, Telegram)
    assert bot.tenant == "unknown"
    await bot.close()


async def found(bot: Telegram, *places: Place) -> list[tuple[bool, str]]:
    """Run the doctor."""
    return [(finding.well, finding.text) for finding in await bot.check(places)]


async def test_T_02_the_doctor_says_what_is_heard(bot: Telegram) -> None:
    token, privacy, webhook, menu, _ = await found(bot)
    assert token == (True, "Telegram: the token works. I am @doneBot (Said & Done).")
    assert privacy[0]
    assert "I hear /idea@doneBot, replies to me, and a bare /idea while I was the last bot" in privacy[1]
    assert webhook == (True, "Telegram: no webhook is set, so I can ask for messages. 0 updates wait for me.")
    assert menu == (True, "Telegram: the command menu is not set yet; `run` sets it.")


async def test_T_27_the_doctor_counts_the_menu(bot: Telegram) -> None:
    await bot.offer([("idea", "Add an idea"), ("list", "See the list")])
    assert (True, "Telegram: the command menu shows 2 commands.") in await found(bot)


PLACE = Endpoint("https://bot.example", "canary-secret", Door({}))


@pytest.mark.parametrize(
    ("url", "error", "kinds", "well", "said"),
    [
        ("", "", None, True, "not set yet. `run` sets it. 1 updates wait"),
        (PLACE.url, "", None, True, "messages are brought to me. 1 updates wait"),
        (PLACE.url, "Wrong response from the webhook: 502", None, False, "Wrong response from the webhook: 502"),
        (PLACE.url, "", ["message"], False, "not all that I need"),
        ("https://elsewhere.example/canary", "", None, False, "another address"),
    ],
)
async def test_T_23_T_30_the_doctor_looks_at_the_webhook(  # noqa: PLR0913, PLR0917 - all that Telegram tells of it
    server: FakeTelegram,
    url: str,
    error: str,
    kinds: list[str] | None,
    well: bool,  # noqa: FBT001
    said: str,
) -> None:
    server.webhook_url, server.webhook_error = url, error
    server.webhook = {"allowed_updates": kinds} if kinds else {}
    await server.push(message(1))
    bot = Telegram(TOKEN, server.url, CLOCK, endpoint=PLACE)
    (webhook,) = [finding for finding in await found(bot) if "brought" in finding[1] or "webhook" in finding[1]]
    await bot.close()
    assert webhook[0] is well
    assert said in webhook[1]
    assert "canary" not in webhook[1]


async def test_T_30_an_error_that_is_over_is_none(server: FakeTelegram) -> None:
    server.webhook_url, server.webhook_error = PLACE.url, "Connection refused"
    bot = Telegram(TOKEN, server.url, CLOCK, endpoint=PLACE)
    assert all(well for well, _ in await found(bot))
    await bot.close()


async def test_the_doctor_says_which_setting_of_the_webhook_can_not_work(server: FakeTelegram) -> None:
    bot = Telegram(TOKEN, server.url, CLOCK, endpoint=Endpoint("", "canary", Door({})))
    (wrong,) = [text for well, text in await found(bot) if not well]
    await bot.close()
    assert "Set PUBLIC_URL" in wrong
    assert "canary" not in wrong


HERE = Place("123456", "-500", "Riverside")


@pytest.mark.parametrize(
    ("member", "muted", "well", "said"),
    [
        ({"status": "member"}, False, True, "I hear what is surely for me, and may write."),
        ({"status": "member"}, True, False, "but may not write. An admin of the group can let me."),
        ({"status": "left"}, False, False, "I am not there any more."),
        ({"status": "restricted", "can_send_messages": False}, False, False, "but may not write."),
        ({"status": "kicked"}, False, False, "I am not there any more."),
    ],
)
async def test_T_25_T_31_the_doctor_looks_at_each_group(
    server: FakeTelegram,
    member: Json,
    muted: bool,  # noqa: FBT001
    well: bool,  # noqa: FBT001
    said: str,
) -> None:
    server.members["-500", "123456"] = member
    server.muted = {"-500"} if muted else set()
    bot = Telegram(TOKEN, server.url, CLOCK)
    (group,) = [one for one in await found(bot, HERE) if '"Riverside"' in one[1]]
    await bot.close()
    assert group[0] is well
    assert said in group[1]


async def test_T_31_whoever_is_an_admin_hears_all_and_may_write(bot: Telegram, server: FakeTelegram) -> None:
    server.members["-500", "123456"] = {"status": "administrator"}
    server.muted = {"-500"}
    assert (True, 'Telegram: in "Riverside" I hear each message, and may write.') in await found(bot, HERE)


@pytest.mark.parametrize(
    ("fault", "well", "said"),
    [
        (refused(400, "Bad Request: chat not found"), False, "I can't look (Chat not found)."),
        (refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1005), True, "has a new id"),
    ],
)
async def test_T_05_T_25_a_group_that_can_not_be_found_is_named(
    bot: Telegram,
    server: FakeTelegram,
    fault: Fault,
    well: bool,  # noqa: FBT001
    said: str,
) -> None:
    server.fail("getChatMember", fault)
    (group,) = [one for one in await found(bot, HERE) if '"Riverside"' in one[1]]
    assert group[0] is well
    assert said in group[1]


@pytest.mark.parametrize(("minutes", "well"), [(0, True), (1, True), (-7, False), (7, False)])
async def test_the_doctor_compares_the_clocks(
    bot: Telegram,
    server: FakeTelegram,
    minutes: int,
    well: bool,  # noqa: FBT001
) -> None:
    server.time = CLOCK.now() + timedelta(minutes=minutes)
    (clock,) = [one for one in await found(bot) if "the clock of this computer" in one[1]]
    assert clock[0] is well
    assert well or "off by 7 minutes" in clock[1]


async def test_T_25_who_has_left_is_asked_once_a_day(bot: Telegram, server: FakeTelegram) -> None:
    server.members["-500", "12"] = {"status": "left"}
    server.members["-500", "14"] = {"status": "restricted", "is_member": False}
    assert [await bot.has_left(Place("", "-500", ""), user) for user in ("12", "13", "13", "14", "chat:-500")] == [
        *(True, False, False, True),
        False,
    ]
    assert len(server.of("getChatMember")) == 3


async def test_T_25_who_has_come_back_since_has_not_left(bot: Telegram, server: FakeTelegram) -> None:
    server.members["-500", "12"] = {"status": "left"}
    assert await bot.has_left(Place("", "-500", ""), "12")
    server.members["-500", "12"] = {"status": "member"}
    assert not await bot.has_left(Place("", "-500", ""), "12")


async def test_T_25_what_can_not_be_found_out_is_no_sign_of_it(bot: Telegram, server: FakeTelegram) -> None:
    server.members["-500", "12"] = {"status": "left"}
    server.fail("getChatMember", DROPPED, refused(400, "Bad Request: user not found"))
    assert [await bot.has_left(Place("", "-500", ""), "12") for _ in range(3)] == [False, False, True]


async def test_T_02_with_privacy_off_all_is_heard(bot: Telegram, server: FakeTelegram) -> None:
    server.me["can_read_all_group_messages"] = True
    assert (await found(bot))[1] == (True, "Telegram: privacy mode is off. I hear each message in my groups.")


async def test_T_07_T_17_modes_that_do_harm_are_named(bot: Telegram, server: FakeTelegram) -> None:
    server.me |= {"supports_guest_queries": True, "has_topics_enabled": True, "can_join_groups": False}
    wrong = " ".join(text for well, text in await found(bot) if not well)
    assert all(word in wrong for word in ("guest mode", "topics", "/setjoingroups"))


async def test_T_21_a_webhook_is_named_but_not_its_address(bot: Telegram, server: FakeTelegram) -> None:
    server.webhook_url = "https://elsewhere.example/canary"
    wrong = [text for well, text in await found(bot) if not well]
    assert len(wrong) == 1
    assert "webhook" in wrong[0]
    assert "canary" not in wrong[0]


async def test_T_22_a_refused_token_is_a_finding(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("getMe", refused(401, "Unauthorized"))
    ((well, text),) = await found(bot)
    assert not well
    assert "does not accept TELEGRAM_TOKEN" in text
    assert "canary" not in text


async def test_a_silent_telegram_is_a_finding(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("getMe", DROPPED)
    ((well, text),) = await found(bot)
    assert not well
    assert "did not answer" in text


async def test_T_27_the_menu_is_set_in_each_scope_and_only_when_it_changed(bot: Telegram, server: FakeTelegram) -> None:
    menu = [("idea", "Add an idea"), ("list", "x" * 300)]
    await bot.offer(menu)
    scopes = ["all_group_chats", "all_private_chats", "default"]
    assert sorted(server.menus) == sorted([*scopes, *(f"{scope} cy" for scope in scopes)])
    shown = [{"command": "idea", "description": "Add an idea"}, {"command": "list", "description": "x" * 256}]
    assert list(server.menus.values()) == [shown] * 6
    await bot.offer(menu)
    assert len(server.of("setMyCommands")) == 6
    server.menus["all_group_chats"] = shown[:1]
    await bot.offer(menu)
    assert server.menus["all_group_chats"] == shown
    assert len(server.of("setMyCommands")) == 7


async def test_T_27_an_app_in_welsh_shows_what_each_command_does_in_welsh(bot: Telegram, server: FakeTelegram) -> None:
    commands = find_commands().all
    await bot.offer([(command.name, command.does) for command in commands])
    for scope in ("default", "all_private_chats", "all_group_chats"):
        english, welsh = server.menus[scope], server.menus[f"{scope} cy"]
        assert english == [{"command": command.name, "description": command.does} for command in commands]
        assert [shown["command"] for shown in welsh] == [command.name for command in commands]
        assert {"command": "idea", "description": "Ychwanegu syniad at y rhestr."} in welsh
        assert {"command": "undo", "description": "Tynnu eich newid olaf yn ôl."} in welsh
        assert [here for here, there in zip(english, welsh, strict=True) if here == there] == []


@pytest.mark.parametrize("language", TONGUES)
def test_T_12_the_menu_is_within_the_limits_in_each_language(language: str) -> None:
    commands = find_commands().all
    assert len(commands) <= 100
    taken = 0
    for command in commands:
        names, colon, does = catalogue(language).gettext(f"/{command.name}: {command.does}").partition(": ")
        assert (names.split()[0], colon) == (f"/{command.name}", ": ")
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command.name)
        assert 1 <= len(does) <= LONGEST_DESCRIPTION
        taken += len(command.name) + len(does.encode())
    # What all of a menu may take is written nowhere. Others saw 5,300 taken, and 5,800 refused (BOT_COMMANDS_TOO_MUCH).
    assert taken <= 5_300


async def test_T_27_a_menu_that_can_not_be_set_does_no_harm(
    bot: Telegram, server: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail("getMyCommands", DROPPED)
    await bot.offer([("idea", "Add an idea")])
    assert "menu could not be set" in caplog.text


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Give what a root handler at the most talkative level writes."""
    stream = io.StringIO()
    root, handler = logging.getLogger(), logging.StreamHandler(stream)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(level)
    root.removeHandler(handler)


async def test_X_08_neither_token_nor_words_are_logged(server: FakeTelegram, written: io.StringIO) -> None:
    hurried, ears = Hurried(), ListeningEars(away=1)
    bot = Telegram(TOKEN, server.url, CLOCK, hurried)
    server.fail("getUpdates", DROPPED, refused(409, "Conflict"))
    await server.push({"update_id": 4, "message": {"text": "a bench"}}, message(5))
    logging.getLogger("asyncio").debug("A call to %s/bot%s went wrong", server.url, TOKEN)
    ears.on_commit = hurried.tell
    await bot.listen(ears)
    await bot.close()
    log = written.getvalue()
    assert "went wrong" in log
    assert "An update was not heard (ConnectionError)" in log
    assert "canary" not in log
    assert "bench" not in log


def test_X_08_tracebacks_show_no_token_either() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    keep_quiet(TOKEN)
    keep_quiet(TOKEN)
    logging.getLogger().removeHandler(handler)
    # Cut off from the root's other handlers, which would tidy up for this one.
    alone = logging.getLogger("alone")
    alone.propagate = False
    alone.addHandler(handler)
    try:
        int(TOKEN)
    except ValueError:
        alone.exception("It broke: %s", TOKEN)
    alone.warning("%d", TOKEN)
    alone.removeHandler(handler)
    assert "ValueError" in stream.getvalue()
    assert stream.getvalue().count("[token]") == 3
    assert TOKEN not in stream.getvalue()
    assert len(handler.filters) == 1

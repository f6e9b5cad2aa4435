"""Chooses the topic of a chat in which the group is told what nobody asked for just now, like the weekly summary."""

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.words import say


def run(request: Request) -> Reply:
    """`/topic here` in a topic, `/topic off` anywhere in the chat."""
    incoming, word = request.incoming, request.rest.strip().casefold().strip(".!")
    if incoming.private or word not in ("here", "off", ""):
        raise UserError(
            "Please go to the topic that you mean, and type /topic here. Nothing has changed.",
            "To let me post anywhere, type /topic off.",
        )
    if word == "off":
        request.store.groups.set_topic(request.group.id, incoming.platform, incoming.tenant, incoming.chat, None)
        request.change(About("settings", 0), "topic", new="none")
        return Reply((say("Thank you, {who}. I do not keep to a topic any more.", who=request.person),))
    if incoming.thread is None:
        raise UserError(
            "This is no topic of its own. Nothing has changed.",
            "Please go to the topic that you mean, and type /topic here.",
        )
    request.store.groups.set_topic(request.group.id, incoming.platform, incoming.tenant, incoming.chat, incoming.thread)
    request.change(About("settings", 0), "topic", new="here")
    return Reply(
        (
            say("Thank you, {who}. I will post the weekly summary in this topic.", who=request.person),
            say("Answers to you stay in the topic where you write."),
        )
    )


COMMAND = Command("topic", run, "Choose the topic for my weekly summary.", "/topic here")

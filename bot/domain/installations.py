"""Where a platform's app is installed: in one workspace, or in a whole organisation for all of its workspaces."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

# "dead": the platform refuses its token, and nobody told us that the app was taken out.
State = Literal["installed", "uninstalled", "dead"]


@dataclass(frozen=True, slots=True)
class Installation:
    """One app in one place, since `at` (aware, UTC). `holder` is the workspace, or a `whole` organisation.

    `token` speaks there and nowhere else. It is sealed while it is kept, and empty once the installation has ended.
    `by` is the user who installed it; `name` is what the place calls itself. Of the bot: its user there, its id as an
    app's bot, and what it is called.
    """

    platform: str
    holder: str
    whole: bool
    app: str
    name: str
    bot_user: str
    bot_id: str
    bot_name: str
    scopes: frozenset[str]
    by: str
    at: datetime
    token: str = field(repr=False)
    state: State = "installed"
    ended_at: datetime | None = None

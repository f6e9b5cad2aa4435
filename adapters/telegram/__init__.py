"""Telegram, as one of the platforms: where it connects, and what it takes from the environment."""

from bot.edges import Adapter, Setup


def connect(setup: Setup) -> Adapter | None:
    """Give the bot whose token stands in TELEGRAM_TOKEN. TELEGRAM_API_URL: a Bot API server of one's own.

    With TELEGRAM_WEBHOOK_SECRET, Telegram brings updates to PUBLIC_URL; without it the bot fetches them.
    """
    token = setup.environment.get("TELEGRAM_TOKEN", "").strip()
    if not token:
        return None
    # Here and not above: whoever has no token need not load the library.
    from adapters.telegram.adapter import Telegram  # noqa: PLC0415
    from adapters.telegram.endpoint import endpoint  # noqa: PLC0415

    api_url = setup.environment.get("TELEGRAM_API_URL", "").strip()
    return Telegram(token, api_url, setup.clock, endpoint=endpoint(setup))

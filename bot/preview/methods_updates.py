"""The methods of delivery: getUpdates, setWebhook and its kin, log out and close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.preview.arguments import Arguments
from bot.preview.refusals import bad, conflict
from bot.preview.updates import POLLING_WHILE_WEBHOOK

if TYPE_CHECKING:
    from bot.preview.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(world: World, arguments: Arguments) -> list[dict[str, Any]]:
    """getUpdates: a long poll of at most 50 s; 409 while a webhook is set or when another poll comes."""
    if world.webhook.url:
        raise conflict(POLLING_WHILE_WEBHOOK)
    world.updates.allow(arguments.parsed("allowed_updates", "allowed updates"))
    return await world.updates.poll(
        offset=arguments.integer("offset"),
        limit=arguments.integer("limit", 100),
        seconds=arguments.integer("timeout"),
        now=world.monotonic(),
    )


def set_webhook(world: World, arguments: Arguments) -> bool:
    """setWebhook: an empty URL removes it; HTTPS is asked for everywhere but on this machine."""
    url, secret = arguments.text("url"), arguments.text("secret_token")
    if url and not re.match(r"https://|http://(127\.0\.0\.1|localhost)[:/]", url):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    connections = arguments.integer("max_connections", 40)
    if not 1 <= connections <= 100:
        raise bad("max_connections must be between 1 and 100")
    if arguments.flag("drop_pending_updates"):
        world.updates.pending.clear()
    world.updates.allow(arguments.parsed("allowed_updates", "allowed updates"))
    world.webhook.set(url, secret, connections)
    if url:
        world.updates.stop_polling()
    return True


def delete_webhook(world: World, arguments: Arguments) -> bool:
    """deleteWebhook: pending updates stay unless told otherwise."""
    if arguments.flag("drop_pending_updates"):
        world.updates.pending.clear()
    world.webhook.set("", "", 40)
    return True


def get_webhook_info(world: World, arguments: Arguments) -> dict[str, Any]:
    """getWebhookInfo."""
    world.updates.expire()
    info: dict[str, Any] = {
        "url": world.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if world.webhook.url:
        info["max_connections"] = world.webhook.connections
    if world.webhook.last_error:
        info["last_error_date"], info["last_error_message"] = world.webhook.last_error
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def goodbye(world: World, arguments: Arguments) -> bool:
    """logOut and close: accepted, without effect here."""
    return True


METHODS: dict[str, Any] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "logOut": goodbye,
    "close": goodbye,
}

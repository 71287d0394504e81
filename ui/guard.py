"""What stands between the network and the house: security headers, own hosts, own origin, password."""

import json
import socket
from collections.abc import Awaitable, Callable, Mapping
from http.cookies import SimpleCookie
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from rag.settings import Settings
from ui import vi
from ui.history import new_owner
from ui.house import COOKIE, password_fits

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

YEAR = 365 * 24 * 3600
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; "
    "worker-src 'self' blob:; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'; "
    "form-action 'none'"
)
"""Gradio's page needs inline scripts and eval; nothing comes from, or goes to, another origin."""
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def hosts(host: str, more: str = "") -> list[str]:
    """The names under which this server may be called: a page elsewhere that resolves here is refused."""
    named = [name.strip() for name in more.split(",") if name.strip()]
    own = ["127.0.0.1", "localhost", "[::1]", *named]
    if is_loopback(host):
        return own
    if host not in ("0.0.0.0", "::"):
        return [*own, host]
    import psutil

    addresses = [one.address for found in psutil.net_if_addrs().values() for one in found]
    name = socket.gethostname()
    return [*own, name, f"{name}.local", *(a for a in addresses if ":" not in a)]


def with_headers(app: App) -> App:
    """Add the security headers to every answer, and the browser's own id to the page."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        fresh = scope["path"] == "/" and COOKIE not in cookies(scope)

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = {name.lower() for name, _ in message["headers"]}
                more = [(n.encode(), v.encode()) for n, v in HEADERS.items() if n.encode() not in sent]
                if fresh:
                    secure = "; Secure" if scope.get("scheme") == "https" else ""
                    value = (
                        f"{COOKIE}={new_owner()}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Strict{secure}"
                    )
                    more.append((b"set-cookie", value.encode()))
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        await app(scope, receive, add)

    return guarded


def own_origin(app: App) -> App:
    """Refuse a changing request that another site's page sends."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            origin, host = header(scope, "origin"), header(scope, "host")
            if origin and urlsplit(origin).netloc != host:
                await refuse(send, 403, vi.HTTP["origin"])
                return
        await app(scope, receive, send)

    return guarded


def with_password(app: App, settings: Settings, *, everything: bool) -> App:
    """Ask /api for the password as a Bearer token: for everything, or only for what changes something."""
    reading = {("POST", "/api/ask"), ("POST", "/api/search")}

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/api/") and settings.ui_password:
            harmless = (
                scope["method"] in ("GET", "HEAD", "OPTIONS") or (scope["method"], scope["path"]) in reading
            )
            if (everything or not harmless) and not password_fits(settings, bearer(scope)):
                await refuse(send, 401, vi.HTTP["password"])
                return
        await app(scope, receive, send)

    return guarded


def header(scope: Scope, name: str) -> str:
    """A request header's value, '' where it is not sent."""
    wanted = name.encode()
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == wanted), "")


def bearer(scope: Scope) -> str:
    """The token of ``Authorization: Bearer …``; programs send a Vietnamese password as UTF-8."""
    given = header(scope, "authorization").encode("latin-1").decode("utf-8", "replace")
    kind, _, token = given.partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def cookies(scope: Scope) -> dict[str, str]:
    """The cookies of a request."""
    return {name: one.value for name, one in SimpleCookie(header(scope, "cookie")).items()}


async def refuse(send: Send, status: int, text: str) -> None:
    """Answer with a JSON error in the contract's form."""
    body = json.dumps({"error": {"code": str(status), "message": text}}, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json; charset=utf-8")]
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

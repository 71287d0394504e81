"""The page: Gradio's Blocks mounted on FastAPI, with HTTP, assets and guards around it."""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui import guard, vi, vi_library
from ui.house import MOST_UPLOAD, House, close_house, password_fits

if TYPE_CHECKING:
    from fastapi import FastAPI

ASSETS = Path(__file__).parent / "assets"


def quiet_gradio() -> None:
    """Keep Gradio and the hub client from calling home; they read this at import."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"


def blocks(house: House) -> Any:
    """The whole page: head line, the two rooms, the article view."""
    import gradio as gr

    from ui import chat, library, render_page

    with gr.Blocks(
        title=vi.TITLE, analytics_enabled=False, fill_width=True, delete_cache=(600, 3600)
    ) as page:
        head = gr.HTML(render_page.head(""), elem_id="hb-header", apply_default_css=False)
        with gr.Tabs(elem_id="hb-rooms"):
            with gr.Tab(vi.CHAT["tab"], id="chat") as talk:
                room = chat.build(house, head)
            with gr.Tab(vi_library.LIBRARY["tab"], id="library") as shelf:
                timer = library.build(house, head, shelf)
        if house.settings.ui_mcp:
            from ui.mcp import offer

            offer(house)
        quiet = room["quiet"]
        page.load(room["begin"], [room["wanted"]], room["page"], js=chat.WANTED, **quiet)
        talk.select(room["back"], [room["wanted"]], room["page"], js=chat.WELCOMED, **quiet)
        talk.select(lambda: gr.Timer(active=False), None, timer, **quiet)
    return page


def head_html() -> str:
    """Style sheet, script and the script's words; the version in the address defeats old caches."""
    texts = {**vi_library.LIBRARY, **vi.CHAT}
    words = json.dumps({key: texts[key] for key in vi.SCRIPT}, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<link rel="stylesheet" href="hb/hoibao.css?{version("hoibao.css")}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<script>window.hoibaoWords = {words};</script>"
        f'<script src="hb/hoibao.js?{version("hoibao.js")}" defer></script>'
    )


def version(name: str) -> str:
    """The first digits of an asset's hash."""
    return sha256((ASSETS / name).read_bytes()).hexdigest()[:10]


def make_app(house: House, host: str = "127.0.0.1") -> "FastAPI":
    """The ASGI application of one house; it closes the house when it ends."""
    quiet_gradio()
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles
    from starlette.middleware.cors import CORSMiddleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    from ui import api
    from ui.theme import theme

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        close_house(house)

    app = FastAPI(
        title=vi.TITLE, lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    app.include_router(api.router(house))
    app.mount("/hb", StaticFiles(directory=ASSETS), name="assets")
    settings = house.settings
    more: dict[str, Any] = {}
    if house.open_to_all:
        more = {"auth": lambda _, given: password_fits(settings, given), "auth_message": vi.HTTP["login"]}
    page = blocks(house)
    page.queue(max_size=None, default_concurrency_limit=4, api_open=False)
    app = gr.mount_gradio_app(
        app,
        page,
        path="/",
        show_error=False,
        run_history=False,
        ssr_mode=False,
        footer_links=[],
        max_file_size=MOST_UPLOAD,
        allowed_paths=[],
        theme=theme(),
        head=head_html(),
        favicon_path=str(ASSETS / "favicon.png"),
        enable_monitoring=False,
        pwa=False,
        mcp_server=settings.ui_mcp,
        **more,
    )
    app.add_middleware(CORSMiddleware, allow_origins=[], allow_credentials=False)
    app.add_middleware(lambda inner: guard.with_password(inner, settings, everything=house.open_to_all))
    app.add_middleware(guard.own_origin)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=guard.hosts(host, settings.ui_hosts))
    app.add_middleware(guard.with_headers)
    return app  # type: ignore[no-any-return]

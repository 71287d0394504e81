"""The page that explains HTTP."""

from fastapi import FastAPI

from tests.pages import read
from ui import vi
from ui.api import Asking
from ui.render_docs import docs_page


def app() -> FastAPI:
    made = FastAPI()

    @made.post("/api/ask", summary="Hỏi <b>một</b> câu")
    def ask(asked: Asking, k: int = 3) -> str:
        return f"{asked}{k}"

    return made


def test_every_path_has_its_method_summary_parameters_and_body() -> None:
    body = docs_page(app().openapi()).split("<body>", 1)[1].split("</body>", 1)[0]
    text = read(body).text
    for part in ("POST", "/api/ask", "Hỏi <b>một</b> câu", "k", "question", "history", vi.HTTP["docs"]):
        assert part in text


def test_nothing_on_it_runs_or_comes_from_elsewhere() -> None:
    html = docs_page(app().openapi())
    assert "<script" not in html
    assert "//" not in html.replace("<!doctype html>", "")

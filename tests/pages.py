"""Reading rendered HTML in tests, and the poison that must stay harmless in it."""

from html.parser import HTMLParser

POISON = (
    '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"><img src="http://evil.test/a.png">'
    "<form action=http://evil.test><input name=q></form><a href='javascript:window.hacked=1'>x</a>"
    "![a](http://evil.test/b.png) [x](javascript:window.hacked=1) ${window.hacked=1} {{window.hacked=1}}"
    "\"><svg onload=window.hacked=1> ' onmouseover='window.hacked=1 </textarea></pre></style>"
    "<style>@import url(http://evil.test/c.css)</style><iframe src=http://evil.test></iframe>"
)
_WORDS = "script img form iframe style link meta object embed base audio video"
FORBIDDEN = frozenset(_WORDS.split())


class Page(HTMLParser):
    """Every tag with its attributes, and the text in between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("input", "br", "path", "rect", "circle"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of each such tag; ``class_`` matches one of its classes, ``_`` stands for ``-``."""
        found = []
        for name, given in self.tags:
            wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
            classes = given.get("class", "").split()
            fits = all(
                value in classes if key == "class" else given.get(key) == value
                for key, value in wanted.items()
            )
            if name == tag and fits:
                found.append(given)
        return found


def read(html: str) -> Page:
    """Parse HTML of ours; it must be balanced."""
    page = Page(html)
    assert not page.open, f"not closed: {page.open}"
    return page


def assert_harmless(html: str) -> Page:
    """No tag that loads, sends or runs anything, no handler, no link but http(s)."""
    page = read(html)
    for tag, attributes in page.tags:
        assert tag not in FORBIDDEN, tag
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            if name in ("href", "src", "action"):
                assert value.startswith(("http://", "https://")), (tag, value)
            if name == "style":
                assert value.startswith("--share:"), value
    return page

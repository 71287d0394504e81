"""A real catalog without words and vector store: where the tests of its tables write articles."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index import home as folders
from index import passages, schema, versions
from index.catalog import Catalog
from index.embedder import FakeEmbedder
from index.ingest import build
from index.types import Article, RawText
from index.versions import Changes, Known, Place

TEXTS = {
    "cho.txt": "Bản Nà Lốc mở lại chợ phiên\n\n"
    "Bà con bản Nà Lốc mở lại chợ phiên sau hai năm sửa chữa, với hơn ba trăm gian hàng của bốn xã.",
    "que.txt": "Hạ Lâm được mùa quế\n\n"
    "Người dân Hạ Lâm thu chín mươi tấn vỏ quế khô, bán cho ba nhà máy ở tỉnh với giá cao nhất từ trước.",
    "cau.txt": "Trà Nham khánh thành cầu treo\n\n"
    "Cây cầu treo dài một trăm hai mươi mét nối hai bờ suối Mây, thay chiếc bè tre đã dùng hơn mười năm.",
}
"""Three articles, each of one passage."""


def article(
    source: str, text: str | None = None, published: str | None = None, title: str | None = None
) -> Article:
    """Build an article as a run builds it; its text is that of ``TEXTS`` unless given."""
    made = build(RawText(source, text or TEXTS[source], published=published, title=title))
    assert made is not None
    return made


@contextmanager
def catalog(home: Path) -> Iterator[Catalog]:
    """Make an empty catalog that is the current one of a home."""
    folder = folders.new_folder(home)
    schema.create(folders.catalog_path(folder), FakeEmbedder.info)
    folders.switch(home, folder)
    opened = Catalog(folder)
    try:
        yield opened
    finally:
        opened.close()


def pend(opened: Catalog, *articles: Article, root: str = "") -> None:
    """Write articles as pending and give their passages vectors."""
    versions.add_pending(opened, [(a, Place(root, a.source if root else "")) for a in articles])
    versions.choose(opened, [a.id for a in articles])
    bare = passages.to_embed(opened, passages.bare(opened))
    vectors = FakeEmbedder().embed_passages([text for _, text in bare])
    passages.set_vectors(opened, [id_ for id_, _ in bare], vectors)


def publish(opened: Catalog, *articles: Article, root: str = "", dropped: Sequence[str] = ()) -> None:
    """Write articles and make them live in one commit, with their files known, and drop others."""
    pend(opened, *articles, root=root)
    files = [(Place(root, a.source), Known(a.source, a.content_hash, schema.RULES)) for a in articles if root]
    versions.flip(opened, Changes(chosen=[a.id for a in articles], dropped=dropped, files=files))

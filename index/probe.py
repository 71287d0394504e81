"""A look at the vector store in a process of its own: ``python -P -m index.probe``, JSON in and out.

A broken store can crash or hang whoever opens it; here that costs an answer and no more.
"""

import json
import sys
from pathlib import Path

from index import home as folders
from index.catalog import Catalog
from index.errors import HoibaoError
from index.vectors import Vectors

NEAR = 3
"""A passage must be among the first three for its own vector: others may say the very same."""

SAME = 0.9995
"""Cosine from which a nearer passage says the same; the catalog's float16 copy costs up to 0.0002."""


def look(folder: Path, chroma_url: str | None, sample: list[str]) -> dict[str, object]:
    """Return all ids in the store, and those of ``sample`` that do not find themselves."""
    catalog = Catalog(folder)
    try:
        ids, rows = catalog.vectors(sample)
        vectors = Vectors(folders.vectors_path(folder), catalog.generation().store_id, chroma_url)
    finally:
        catalog.close()
    lost = [
        id_
        for id_, row in zip(ids, rows, strict=True)
        if all(hit.id != id_ and hit.score < SAME for hit in vectors.search(row, NEAR))
    ]
    found = list(vectors.ids())
    vectors.close()
    return {"ids": found, "lost": lost}


def main() -> None:
    """Answer the question on standard input."""
    asked = json.load(sys.stdin)
    try:
        said = look(Path(asked["folder"]), asked["chroma_url"], asked["sample"])
    except HoibaoError as error:
        said = {"error": str(error)}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()

"""hoibao's parts inside llama-index: stock engines take them, and they say what `hoibao ask` says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from llama_index.core import SimpleDirectoryReader
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from index.embedder import FakeEmbedder
from index.store import open_store
from rag.assistant import Assistant, open_assistant
from rag.engine import EvidencePostprocessor, PassageRetriever, evidence_of, index_documents
from rag.evidence import similarity_scorer
from rag.settings import load
from tests.answers_made import TEXT
from tests.conftest import ROOT, share_model

QUESTION = "Cầu Bến Sậy 2 dài bao nhiêu mét?"


@pytest.fixture(scope="module")
def assistant(sample_home: Path) -> Iterator[Assistant]:
    opened = open_assistant(load(home=sample_home))
    yield opened
    opened.close()


def test_the_query_engine_gives_the_answer_of_ask(assistant: Assistant) -> None:
    response = assistant.query_engine().query(QUESTION)
    answer = assistant.ask(QUESTION)
    assert str(response) == answer.text
    assert [node.node.metadata["source"] for node in response.source_nodes] == [
        c.source for c in answer.citations
    ]
    assert [node.node.get_content() for node in response.source_nodes] == [c.quote for c in answer.citations]


def test_any_reader_feeds_it_and_a_stock_engine_runs_its_parts(tmp_path: Path) -> None:
    folder, home, embedder = tmp_path / "articles", tmp_path / "home", FakeEmbedder()
    folder.mkdir()
    (folder / "van-ha.txt").write_text(TEXT, encoding="utf-8")
    report = index_documents(home, SimpleDirectoryReader(str(folder)).load_data(), embedder)
    assert (report.added, report.failed) == (1, ())
    store = open_store(home, embedder.info)
    engine = RetrieverQueryEngine.from_args(
        retriever=PassageRetriever(store, embedder),
        node_postprocessors=[EvidencePostprocessor(scorer=similarity_scorer(embedder))],
        llm=MockLLM(),
    )
    response = engine.query("Toàn huyện Vân Hà có mấy xã?")
    found = evidence_of(response.source_nodes)
    assert found
    assert all(one.article.text[one.start : one.end] == one.text for one in found)
    assert {node.node.metadata["source"] for node in response.source_nodes} == {"van-ha.txt"}
    store.close()


def test_nodes_of_strangers_are_no_evidence() -> None:
    stranger = NodeWithScore(node=TextNode(text="Bịa đặt."), score=1.0)
    processor = EvidencePostprocessor(scorer=similarity_scorer(FakeEmbedder()))
    assert processor.postprocess_nodes([stranger], QueryBundle("Ai?")) == []


def test_the_readmes_example_runs_as_it_stands(e5_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(
        r"```python\n(.+?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    Path("articles").mkdir()
    Path("articles", "van-ha.txt").write_text(TEXT, encoding="utf-8")
    share_model(e5_home, Path("kho"))
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "12 xã" in printed
    assert "['van-ha.txt']" in printed

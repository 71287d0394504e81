"""Settings from ``hoibao.toml`` and ``HOIBAO_*`` variables; ``hoibao settings`` prints them all."""

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from index.errors import InputError


class Settings(BaseSettings):
    """One field, one environment variable ``HOIBAO_<FIELD>``, one line of ``hoibao.toml``."""

    model_config = SettingsConfigDict(
        env_prefix="HOIBAO_", toml_file="hoibao.toml", extra="ignore", frozen=True
    )

    home: Path = Field(Path(".hoibao"), description="folder that holds the index, the model and the history")
    llm_base_url: str | None = Field(
        None, description="OpenAI-compatible server, say http://127.0.0.1:8080/v1"
    )
    llm_model: str = Field("default", description="model name sent to that server")
    llm_api_key: str | None = Field(None, description="key sent to that server, if it wants one")
    chroma_url: str | None = Field(None, description="Chroma server instead of the embedded store")
    embedding_model: str | None = Field(None, description="sentence-transformers folder or hub name")
    embedding_backend: Literal["torch", "onnx-int8"] = Field(
        "onnx-int8", description="how the bundled model runs; an index keeps the one it was made with"
    )
    embedding_base_url: str | None = Field(None, description="OpenAI-compatible embeddings endpoint")
    embedding_api_key: str | None = Field(None, description="key sent to that endpoint, if it wants one")
    reranker_model: str | None = Field(None, description="sentence-transformers CrossEncoder, off when empty")
    ui_password: str | None = Field(None, description="password of the chat; required beyond loopback")
    ui_hosts: str = Field("", description="names under which others reach the chat, separated by commas")
    ui_mcp: bool = Field(False, description="offer ask and search to agents over MCP (needs hoibao[mcp])")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over ``hoibao.toml``."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(**given: object) -> Settings:
    """Read the settings; arguments that are None are left to the environment.

    Raises InputError ``setting_bad`` naming the first value that does not fit.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InputError("setting_bad", name=name, value=first.get("input"), problem=first["msg"]) from error

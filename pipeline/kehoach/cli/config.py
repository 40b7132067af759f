"""``kehoach config``: the settings in force, and where each comes from."""

from __future__ import annotations

import os
from typing import Literal

import click

from kehoach.cli import console
from kehoach.cli.configuration import FILE, Setting, Value, unknown_variables, user_file
from kehoach.cli.settings import SETTINGS, configured
from kehoach.export import json


@click.group("config")
def command() -> None:
    """Xem cấu hình. Shows the configuration."""


@command.command()
@click.option("--to", type=click.Choice(["text", "json"]), default="text", help="Dạng kết quả / form of the result")
def show(to: Literal["text", "json"]) -> None:
    """Giá trị của từng thiết lập và nguồn gốc: cờ lệnh, biến KEHOACH_*, kehoach.toml, mặc định.

    Every setting's value and origin: flag, then KEHOACH_* variable, then kehoach.toml (from the current folder
    upwards, then the user's own), then default.
    """
    chosen = configured({})
    if to == "json":
        values = {name: {"value": _plain(value), "origin": value.origin} for name, value in chosen}
        console.data(json.dumps(values) + "\n")
    else:
        known = {setting.name: setting for setting in SETTINGS}
        for name, value in chosen:
            setting = known[name]
            console.data(
                f"{name} = {_shown(setting, value)}    # {value.origin}\n    {setting.variable} · {setting.help}\n"
            )
        files = ", ".join(map(str, chosen.files)) or "không có / none"
        console.data(f"\n{FILE}: {files} ({user_file(os.environ)})\n")
    if unknown := unknown_variables(SETTINGS, os.environ):
        console.warn(f"Biến không dùng / unknown variables: {', '.join(unknown)}")


def _plain(value: Value) -> object:
    given = ",".join(value.value) if isinstance(value.value, tuple) else value.value
    return given if given is None or isinstance(given, str | int | float | bool) else str(given)


def _shown(setting: Setting, value: Value) -> str:
    plain = _plain(value)
    return json.dumps(setting.nothing if plain is None else plain)

"""``data``: what is shipped, where it comes from and under which licence."""

from __future__ import annotations

from typing import Annotated

import typer

from wayproof.cli import options, rows, tables


def data(
    *,
    verify: Annotated[bool, typer.Option("--verify", help="Compare every file with its checksum.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the shipped data, its sources and licences."""
    from wayproof.world import manifest

    if verify:
        manifest.verify()
    files = manifest.data_files()
    if as_json:
        options.print_json([rows.data_row(file) for file in files])
    else:
        tables.print_data(files)
        if verify:
            typer.echo("Every file is the one that the manifest describes.")

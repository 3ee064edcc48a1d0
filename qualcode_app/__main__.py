"""Where the program begins: the window, a command, or the child that reads PDFs."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window without arguments or on a project; run a command otherwise."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--child"]:  # a frozen program has no `python -m`
        from qualcode_app.pdf.child import serve  # noqa: PLC0415  each way in loads only its own

        serve.main()
        return 0
    if not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".qualcode")):
        from qualcode_app.ui import app  # noqa: PLC0415

        return app.run(arguments)
    from qualcode_app import cli  # noqa: PLC0415

    return cli.run(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""Started as `python -m qualcode_app.pdf.child`."""

from qualcode_app.pdf.child.serve import main

if __name__ == "__main__":
    main()

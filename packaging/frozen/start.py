"""The first file of the frozen program."""

import sys

from qualcode_app.__main__ import main

sys.exit(main())

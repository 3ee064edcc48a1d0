#!/bin/sh
# Take away what install.sh brought; projects and settings stay.
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
rm -rf "$data/qualcode/program"
rmdir "$data/qualcode" 2>/dev/null || true
rm -f "$HOME/.local/bin/qualcode" "$data/applications/qualcode.desktop" \
    "$data/mime/packages/qualcode.xml" "$data/icons/hicolor/scalable/apps/qualcode.svg"
if command -v update-mime-database >/dev/null && [ -d "$data/mime" ]; then
    update-mime-database "$data/mime"
fi
if command -v update-desktop-database >/dev/null && [ -d "$data/applications" ]; then
    update-desktop-database "$data/applications"
fi
echo "QualCode is gone; your projects and settings are where they were."

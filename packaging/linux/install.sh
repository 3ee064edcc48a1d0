#!/bin/sh
# Install QualCode for this user: menu entry, file type and the command `qualcode`.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$data/qualcode" "$HOME/.local/bin"
rm -rf "$data/qualcode/program"
cp -a "$here/program" "$data/qualcode/program"
ln -sf "$data/qualcode/program/qualcode" "$HOME/.local/bin/qualcode"
cp -a "$here/share/." "$data/"
sed -i "s|^Exec=qualcode|Exec=\"$data/qualcode/program/qualcode\"|" "$data/applications/qualcode.desktop"
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
if command -v xdg-mime >/dev/null; then xdg-mime default qualcode.desktop application/x-qualcode; fi
echo "QualCode is installed. Start it from the menu, or with $HOME/.local/bin/qualcode"

#!/bin/sh
# Pack QualCode.app as a disk image with a link to the folder of programs.
# usage: build.sh APP TARGET_FOLDER VERSION
set -eu

app=$1
target=$2
version=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"
cp -R "$app" "$work/"
ln -s /Applications "$work/Applications"
hdiutil create -quiet -volname QualCode -srcfolder "$work" -ov -format UDZO \
    "$target/qualcode-$version-macos-$(uname -m).dmg"

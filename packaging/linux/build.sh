#!/bin/sh
# Pack the frozen program as a tarball that installs itself for one user, and as a Debian package.
# usage: build.sh FOLDER_OF_THE_FROZEN_PROGRAM TARGET_FOLDER VERSION
set -eu

frozen=$1
target=$2
version=$3
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"

desktop() { # folder that stands for /usr
    mkdir -p "$1/share/applications" "$1/share/mime/packages" "$1/share/icons/hicolor/scalable/apps"
    cp "$here/qualcode.desktop" "$1/share/applications/"
    cp "$here/qualcode.xml" "$1/share/mime/packages/"
    cp "$root/resources/brand/qualcode.svg" "$1/share/icons/hicolor/scalable/apps/"
}

# The tarball: unpack it anywhere, run install.sh to get menu entry and file type, uninstall.sh to lose them.
name="qualcode-$version-linux-$(uname -m)"
mkdir "$work/$name"
cp -a "$frozen" "$work/$name/program"
desktop "$work/$name"
cp "$here/install.sh" "$here/uninstall.sh" "$root/LICENSE" "$work/$name/"
tar -C "$work" -czf "$target/$name.tar.gz" "$name"

# The Debian package: the program in /opt, the command in /usr/bin.
command -v dpkg-deb >/dev/null || exit 0
deb="$work/deb"
mkdir -p "$deb/DEBIAN" "$deb/opt" "$deb/usr/bin" "$deb/usr/share/doc/qualcode"
cp -a "$frozen" "$deb/opt/qualcode"
desktop "$deb/usr"
ln -s /opt/qualcode/qualcode "$deb/usr/bin/qualcode"
cat "$root/LICENSE" "$frozen/_internal/LICENCES.txt" >"$deb/usr/share/doc/qualcode/copyright"
# The newest version of the C library that anything in the folder asks for.
glibc=$(find "$frozen" -type f -exec objdump -T {} + 2>/dev/null |
    grep -o 'GLIBC_2\.[0-9]*' | sort -uV | tail -n 1 | cut -d_ -f2)
size=$(du -sk "$deb" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$size/" -e "s/@GLIBC@/$glibc/" \
    -e "s/@ARCH@/$(dpkg --print-architecture)/" \
    "$here/control.in" >"$deb/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz --build "$deb" \
    "$target/qualcode_${version}_$(dpkg --print-architecture).deb" >/dev/null

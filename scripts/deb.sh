#!/bin/bash
# deb.sh [FOLDER]: packs what `npm run build` has built as FOLDER/netglot_VERSION_all.deb, the same bytes each time.
# SOURCE_DATE_EPOCH: the time that its files bear; without it that of the last commit.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-.}
version=$(node dist/netglot.cjs --version)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 0755 "$root"
umask 022

install -D -m 0755 dist/netglot.cjs "$root/usr/lib/netglot/netglot.cjs"
# The code that V8 has compiled is for this Node; another one does without it.
install -m 0644 dist/program.cjs dist/program.*.cache dist/layout.js dist/prettier.cjs "$root/usr/lib/netglot/"
install -D -m 0644 -t "$root/usr/lib/netglot/web" dist/web/*
mkdir -p "$root/usr/bin"
ln -s ../lib/netglot/netglot.cjs "$root/usr/bin/netglot"
install -D -m 0644 dist/man/netglot.1 "$root/usr/share/man/man1/netglot.1"
install -D -m 0644 CHANGELOG.md "$root/usr/share/doc/netglot/CHANGELOG.md"
# Debian wants one of its own form (Debian Policy, 4.4 and 12.7).
cat >"$root/usr/share/doc/netglot/changelog" <<END
netglot ($version) unstable; urgency=medium

  * What has changed stands in CHANGELOG.md.gz.

 -- The netglot developers <netglot@example.org>  $(LC_ALL=C date -uR --date="@$SOURCE_DATE_EPOCH")
END
gzip -9n "$root/usr/share/man/man1/netglot.1" "$root/usr/share/doc/netglot/CHANGELOG.md" "$root/usr/share/doc/netglot/changelog"
install -D -m 0644 dist/completions/netglot "$root/usr/share/bash-completion/completions/netglot"
install -D -m 0644 dist/completions/_netglot "$root/usr/share/zsh/vendor-completions/_netglot"
install -D -m 0644 dist/completions/netglot.fish "$root/usr/share/fish/vendor_completions.d/netglot.fish"
{
  echo 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/'
  echo 'Upstream-Name: netglot'
  printf '\nFiles: *\nCopyright: 2026 The netglot developers\nLicense: Apache-2.0\n'
  echo ' On Debian systems the text of the license is in /usr/share/common-licenses/Apache-2.0.'
  printf '\nFiles: usr/lib/netglot/layout.js\nCopyright: Kiel University and others (elkjs), 2026 The netglot developers\nLicense: EPL-2.0\n'
  echo ' The text of the license is at https://www.eclipse.org/legal/epl-2.0, the source of elkjs at https://github.com/kieler/elkjs.'
} >"$root/usr/share/doc/netglot/copyright"
chmod 0644 "$root/usr/share/doc/netglot/copyright"

size=$(du -sk "$root" | cut -f1)
mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: netglot
Version: $version
Section: net
Priority: optional
Architecture: all
Depends: nodejs (>= 20)
Installed-Size: $size
Maintainer: The netglot developers <netglot@example.org>
Description: one network description in, the files of every Linux system out
 Reads a network description, a superset of the YAML of netplan, and writes
 the configuration of ifupdown, ifupdown2, netplan, systemd-networkd,
 NetworkManager or wicked. What a system can not express is an error.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
mkdir -p "$out"
dpkg-deb --build --root-owner-group "$root" "$out/netglot_${version}_all.deb"

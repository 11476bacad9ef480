# The root file system: Debian's packages, and what makes it boot fast under emulation.

# This machine's own sources where they are the guest's release: a mirror nearby; else Debian's.
sources_of_bookworm() {
  if grep -qs 'VERSION_CODENAME=bookworm' /etc/os-release && [ -e /etc/apt/sources.list.d/debian.sources ]; then
    echo /etc/apt/sources.list.d/debian.sources
  fi
}

make_system() {
  local packages file
  packages=$(sed 's/ *#.*//' "$here/packages.txt" | paste -sd,)
  # The packages of layers.sh are fetched here too, so that they come from the same archive.
  mmdebstrap --quiet --variant=minbase --mode=root --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' --aptopt='APT::Sandbox::User "root"' \
    --customize-hook="mkdir $work/packages && cd $work/packages && APT_CONFIG=\$MMDEBSTRAP_APT_CONFIG apt-get -q download $networkd $ifupdown $ifupdown2" \
    bookworm "$work/base" $(sources_of_bookworm)
  dpkg-query --admindir="$work/base/var/lib/dpkg" -W -f '${Package} ${Version}\n' >"$work/out/base.versions"
  disable_units "$work/base/etc/systemd"
  name_machine "$work/base/etc"
  for file in passwd group; do cp "$work/base/etc/$file" "$work/out/base.$file"; done
}

# Every stack starts disabled: the answer that is booted says what it wants enabled. What has nothing to do with networks
# is masked, generators too: emulation makes each process dear.
disable_units() {
  local unit
  for unit in NetworkManager NetworkManager-wait-online NetworkManager-dispatcher systemd-networkd systemd-networkd-wait-online \
    systemd-network-generator hostapd lldpd wpa_supplicant; do
    rm -f "$1"/system/*.wants/"$unit".service
  done
  rm -f "$1"/system/dbus-*.service "$1"/system/*.wants/systemd-networkd.socket "$1"/system/*.wants/*.timer "$1"/system/getty.target.wants/*
  while read -r unit; do ln -sf /dev/null "$1/system/$unit"; done <"$here/masked-units.txt"
  mkdir -p "$1/system-generators"
  for unit in "$work"/base/usr/lib/systemd/system-generators/*; do
    [ "${unit##*/}" = netplan ] || ln -sf /dev/null "$1/system-generators/${unit##*/}"
  done
}

name_machine() {
  echo guest >"$1/hostname"
  : >"$1/fstab"
  echo 00112233445566778899aabbccddeeff >"$1/machine-id"
  rm -f "$1/resolv.conf"
}

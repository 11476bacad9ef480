# The packages that not every stack has, or that exclude each other, as the differences that an overlay file system keeps of them.

networkd='systemd-resolved'
ifupdown='ifupdown bridge-utils ifenslave resolvconf vlan'
ifupdown2='ifupdown2 resolvconf'

make_layers() {
  # shellcheck disable=SC2086 # lists of words
  make_layer networkd $networkd
  make_layer ifupdown $ifupdown
  make_layer ifupdown2 $ifupdown2
}

# make_layer NAME PACKAGE...
make_layer() {
  local name=$1 layer=$work/layer-$1 root=$work/root-$1 package target file
  shift
  mkdir "$layer" "$layer.work" "$root"
  mount -t overlay -o "lowerdir=$work/base,upperdir=$layer,workdir=$layer.work" overlay "$root"
  mkdir "$root/packages"
  for package; do cp "$work/packages/${package}_"*.deb "$root/packages/"; done
  chroot "$root" env DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin sh -c 'dpkg --install /packages/*.deb' </dev/null || { umount "$root"; return 1; }
  dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Package} ${Version}\n' >"$work/out/$name.versions"
  rm -rf "$root/packages" "$root"/etc/systemd/system/*.wants/{networking,systemd-resolved}.service "$root"/etc/systemd/system/dbus-*.service
  # What their installation leaves to debconf, or does not do in a chroot.
  target=/run/resolvconf/resolv.conf
  if [ "$name" = networkd ]; then target=/run/systemd/resolve/stub-resolv.conf; fi
  ln -sf "$target" "$root/etc/resolv.conf"
  for file in passwd group; do cp "$root/etc/$file" "$work/out/$name.$file"; done
  umount "$root"
}

# What QEMU is given: kernel, initial file system and the packed root file systems.

make_images() {
  node "$here/extract-vmlinux.mjs" "$work/base/boot/vmlinuz-$kernel" "$work/out/vmlinux"
  make_initrd
  pack base base
  pack layer-networkd networkd
  pack layer-ifupdown ifupdown
  pack layer-ifupdown2 ifupdown2
}

# pack FOLDER NAME. lz4: under emulation reading costs more than room.
pack() {
  mksquashfs "$work/$1" "$work/out/$2.sqfs" -comp lz4 -noappend -quiet -no-progress -wildcards \
    -e 'boot/*' 'var/lib/apt/*' 'var/cache/*' 'usr/lib/firmware/[!r]*' 'proc/*' 'sys/*' 'dev/*' 'tmp/*' 'initrd.img*' 'vmlinuz*'
}

make_initrd() {
  local initrd=$work/initrd module file
  mkdir -p "$initrd"/{bin,modules,proc,sys,dev,base,layer,state,new}
  cp "$work/base/bin/busybox" "$initrd/bin/"
  cp "$here/initrd-init" "$initrd/init"
  printf '#!/bin/busybox sh\nexec /bin/busybox chroot /new /sbin/modprobe "$@"\n' >"$initrd/modprobe"
  chmod 0755 "$initrd/init" "$initrd/modprobe"
  for module in virtio_pci virtio_blk squashfs overlay ext4; do
    for file in $(chroot "$work/base" modprobe -S "$kernel" --show-depends "$module" | awk '/^insmod/ { print $2 }'); do
      [ -e "$initrd/modules/${file##*/}" ] || echo "${file##*/}" >>"$initrd/modules/order"
      cp "$work/base/$file" "$initrd/modules/"
    done
  done
  (cd "$initrd" && find . | cpio --quiet --create --format=newc) >"$work/out/initrd.cpio"
}

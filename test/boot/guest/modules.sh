# Kernel modules: those that networks and the guest's own disks need. udev's coldplug then finds nothing else to load.

modules_kept='net lib crypto arch/x86/crypto drivers/virtio drivers/block/virtio_blk.ko drivers/char/hw_random fs/overlayfs fs/squashfs
  fs/ext4 fs/jbd2 fs/mbcache.ko fs/autofs drivers/net/bonding drivers/net/dummy.ko drivers/net/veth.ko drivers/net/vxlan
  drivers/net/macvlan.ko drivers/net/macvtap.ko drivers/net/ipvlan drivers/net/tun.ko drivers/net/tap.ko drivers/net/wireguard
  drivers/net/vrf.ko drivers/net/virtio_net.ko drivers/net/net_failover.ko drivers/net/geneve.ko drivers/net/ifb.ko drivers/net/macsec.ko
  drivers/net/ethernet/intel/e1000 drivers/net/wireless/mac80211_hwsim.ko'

modules_left_out='bluetooth nfc ceph sunrpc rxrpc tipc rds smc can dccp sctp atm appletalk ax25 rose netrom x25 lapb batman-adv ieee802154
  mac802154 6lowpan phonet kcm vmw_vsock qrtr'

make_modules() {
  local all kept module
  kernel=$(ls "$work/base/usr/lib/modules")
  mv "$work/base/usr/lib/modules/$kernel" "$work/modules"
  kept=$work/base/usr/lib/modules/$kernel
  mkdir -p "$kept"
  cp "$work"/modules/modules.{builtin,builtin.modinfo,order} "$kept/"
  for module in $modules_kept; do
    mkdir -p "$(dirname "$kept/kernel/$module")"
    cp -a "$work/modules/kernel/$module" "$kept/kernel/$module"
  done
  for module in $modules_left_out; do rm -rf "$kept/kernel/net/$module"; done
  chroot "$work/base" depmod "$kernel"
}

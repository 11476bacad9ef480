# ifupdown2 3.0 from Debian 12, unpacked, since it conflicts with ifupdown. Its own hooks are addons; the scripts in
# /etc/network/if-*.d run as well, without bridge-utils' and vlan's, which a machine with ifupdown2 does not need.
#
# LAB_LATE: seconds by which it hears late of every new device, as it may on a busy machine; its own code is changed for that.

stack_outside() {
  if2_root=$("$here/../consumers/unpack-ifupdown2.sh") && export if2_root
}

stack_prepare() {
  mkdir -p /etc/network/ifupdown2/policy.d
  cp "$if2_root"/etc/network/ifupdown2/*.conf /etc/network/ifupdown2/
  [ -z "${LAB_LATE:-}" ] || hear_late
  rm -f /etc/network/if-*.d/bridge /etc/network/if-*.d/vlan /etc/network/if-*.d/ifenslave
}

hear_late() {
  local late=/run/lab/late cache=usr/share/ifupdown2/lib/nlcache.py
  mkdir -p $late
  cp -a "$if2_root/." $late
  sed -i "s/^    def rx_rtm_newlink(.*/&\\n        import time; time.sleep(0 if self.cache.link_exists(rxed_link_packet.get_attribute_value(Link.IFLA_IFNAME)) else $LAB_LATE)/" \
    $late/$cache
  ! cmp -s "$if2_root/$cache" $late/$cache || return 1
  if2_root=$late
}

# The program goes by the name it is called by, and Debian's links are absolute.
if2() {
  ln -sf "$if2_root/usr/share/ifupdown2/__main__.py" "/run/lab/$1"
  /usr/bin/python3 -B "/run/lab/$@"
}

# --perfmode is what its networking.service uses at boot.
stack_start() {
  if2 ifup -a --perfmode
}

stack_settled() {
  lab_addresses_settled
}

stack_restart() {
  if2 ifreload -a
}

# netplan of this machine, which writes for systemd-networkd or, if it is the renderer, for NetworkManager.
. "$here/stack-networkmanager.sh"
eval "$(declare -f stack_prepare stack_start stack_settled stack_restart | sed -E 's/^stack_/manager_/')"
. "$here/stack-networkd.sh"
eval "$(declare -f stack_prepare stack_start stack_settled stack_restart | sed -E 's/^stack_/networkd_/')"

# At boot a generator runs before both daemons.
stack_prepare() {
  netplan generate || return 1
  netplan_back_end=networkd
  if [ -d /run/NetworkManager/system-connections ]; then netplan_back_end=manager; fi
  ${netplan_back_end}_prepare
}

stack_start() { ${netplan_back_end}_start; }
stack_settled() { ${netplan_back_end}_settled; }
stack_restart() { ${netplan_back_end}_restart; }

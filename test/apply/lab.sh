#!/bin/bash
# Applies the files of a rendered root with the real stack, in namespaces on this kernel, and dumps the kernel's state.
#
#   lab.sh STACK ROOT NICS        as root; JSON on stdout, the stack's own words on stderr
#     STACK  sources stack-STACK.sh beside this file (below)
#     ROOT   a root file system as rendered; only its etc/ is used
#     NICS   'eno1=52:54:00:aa:00:01 eno2=52:54:00:aa:00:02': veth pairs stand for these network cards, down as at boot
#   Exit status: 0 settled and dumped, 1 dumped although it did not settle in time, 2 wrong usage or no stack,
#   137 stopped without a dump after two LAB_TIMEOUT and half a minute.
#
# Environment:
#   LAB_ACCOUNTS  folder with etc/passwd and etc/group; their accounts are added to the machine's
#   LAB_TIMEOUT   seconds until the dump is made anyway (60)
#   LAB_RESTART   1: stack_restart is called after the first settling; the dump is of the second
#   LAB_RA        0: the far ends send no router advertisements
#   LAB_DNSMASQ   more arguments for the DHCP server, e.g. '--dhcp-option=26,1400'
#   LAB_RUN       a command run inside before the dump, its output on stderr
#   LAB_KEEP_ETC  1: this machine's own network configuration stays in /etc (for debugging a stack)
#
# stack-STACK.sh defines
#   stack_outside   (optional) before the namespaces, where the network still works: unpack packages, export variables
#   stack_prepare   (optional) mounts and files before the NICs exist; ROOT's etc/ is in place already
#   stack_start     starts the stack; may leave daemons in the background, which end with the lab
#   stack_settled   true when the stack is done; asked again until then; lab_addresses_settled and lab_has_address help
#   stack_restart   (optional) what a person runs to apply the same files again
#
# What a stack finds: own network, mount and process namespaces; a fresh /sys, and empty /run, /var/tmp and state folders;
# /etc is a copy (write what you like) without this machine's own network configuration and with ROOT's etc/ on top.
# The Nth NIC's far end is `farN` in the namespace `far`, 10.66.N.1/24 and 2001:db8:66:N::1/64. A real dnsmasq there gives
# the NIC's own MAC 10.66.N.100, every other MAC 10.66.N.150 to .199, with router and DNS server 10.66.N.1, domain lab.example,
# and advertises 2001:db8:66:N::/64: an address from EUI-64 tells the MAC once more. No udev runs: links keep their names,
# rules and .link files do nothing, and a stack that relies on sysctl.d calls lab_apply_sysctls when its devices are there.
set -u
here=$(dirname "$(realpath "$0")")

if [ "${LAB_INSIDE:-}" != 1 ]; then
  [ $# = 3 ] && [ -f "$here/stack-$1.sh" ] && [ -d "$2/etc" ] || { sed -n '2,8p' "$0" >&2; exit 2; }
  stack_outside() { :; }
  . "$here/stack-$1.sh"
  stack_outside || exit 2
  # A stack can hang in stack_start. unshare ignores SIGTERM, and takes everything inside along when it is killed.
  limit=$((2 * ${LAB_TIMEOUT:-60} + 30))
  LAB_INSIDE=1 exec timeout --signal=KILL "$limit" unshare --net --mount --pid --fork --mount-proc --kill-child --propagation private bash "$0" "$1" "$(realpath "$2")" "$3"
fi

stack=$1 root=$2 nics=$3
. "$here/lab-far.sh"
. "$here/lab-machine.sh"
. "$here/lab-dump.sh"
stack_prepare() { :; }
. "$here/stack-$stack.sh"

lab_settle() {
  local end=$((SECONDS + ${LAB_TIMEOUT:-60}))
  until stack_settled; do
    [ $SECONDS -lt $end ] || { echo "lab: not settled after ${LAB_TIMEOUT:-60} s" >&2; return 1; }
    sleep 0.2
  done
}

exec 3>&1 1>&2
lab_machine "$root" || exit 2
lab_network "$nics" || exit 2
stack_prepare || exit 2
status=0
stack_start || echo "lab: stack_start failed with $?"
lab_settle || status=1
if [ "${LAB_RESTART:-0}" = 1 ]; then
  stack_restart || echo "lab: stack_restart failed with $?"
  lab_settle || status=1
fi
if [ -n "${LAB_RUN:-}" ]; then bash -c "$LAB_RUN"; fi
lab_dump >&3
exit $status

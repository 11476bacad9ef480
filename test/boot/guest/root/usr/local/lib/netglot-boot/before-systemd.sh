#!/bin/bash
# What is done before systemd starts: the services that the answer wants, and the network at the other end of the cables.
# Its cards are e1000 and plugged here; those of the machine are virtio and come later, by udev, as on real machines.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
here=/usr/local/lib/netglot-boot
settings=/etc/netglot-boot
. $here/lab-far.sh
. $settings/settings
if [ -e $settings/access-point.sh ]; then . $settings/access-point.sh; fi

# Once: the second boot has to find the machine as the first one left it.
if [ -e $settings/enable ]; then
  xargs systemctl --quiet enable <$settings/enable
  rm $settings/enable
fi

ip netns add far
mkdir -p /run/lab
modprobe e1000
# NICS is a list of NAME=MAC; the far end of the Nth cable has the MAC 02:00:00:00:66:0N.
n=0
for nic in $NICS; do
  n=$((n + 1))
  for device in /sys/class/net/*; do
    if [ "$(<"$device/address")" = "02:00:00:00:66:0$n" ]; then ip link set "${device##*/}" netns far name "far$n"; fi
  done
  if [ "${nic%%=*}" = wlan0 ]; then access_point "far$n"; fi
done
lab_far "$NICS"

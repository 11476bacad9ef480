#!/bin/bash
# The switch has bundled both cables: with one of them LACP has not agreed, and half of the traffic would be lost.
for bond in /sys/class/net/*/bonding/ad_num_ports; do
  ports=$(<"$bond")
  bond=${bond%/bonding/*}
  [ "$ports" = 2 ] || echo "${bond##*/}: LACP bundles $ports of 2 ports"
done

#!/bin/bash
# A question from the second bridge reaches the far end of the uplink by way of the pair, and the answer comes back.
ping -q -c 4 -i 0.5 -W 1 192.0.2.1 >/dev/null
ip neigh show 192.0.2.1 dev br1 | grep -q lladdr || echo "br1: it does not reach the far end of eno1 by way of br0"

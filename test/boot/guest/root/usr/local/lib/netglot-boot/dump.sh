#!/bin/bash
# Waits until the network is as the case wants it, writes the kernel's state to /var/lib/netglot-boot/state.json, and powers off.
# $LIMIT: seconds after the start of the kernel when it is written in any case.
here=/usr/local/lib/netglot-boot
out=/var/lib/netglot-boot
. $here/lab-dump.sh
mkdir -p $out

read -r online _ </proc/uptime

# A line each for grep -E, to be found after the numbers in `ip -o link` or `ip -o addr`.
wanted() {
  local all line
  all=$(ip -o link; ip -o addr)
  while read -r line; do grep -Eq "^[0-9]+: $line" <<<"$all" || return 1; done </etc/netglot-boot/wait
}

settled=true
until wanted; do
  read -r now _ </proc/uptime
  if [ "${now%.*}" -ge "$LIMIT" ]; then settled=false; break; fi
  sleep 0.3
done

# The state is at rest when half a second changes nothing of it.
picture() { ip -o link; ip -o addr | sed 's/valid_lft.*//'; ip route; ip -6 route | sed 's/expires [0-9]*sec//'; }
before=
for _ in {1..20}; do
  now=$(picture)
  if [ "$now" = "$before" ] && [[ $now != *tentative* ]]; then break; fi
  before=$now
  sleep 0.5
done
read -r rest _ </proc/uptime

# What the case tries beyond the state; each line is a fault.
probe=
if [ -e /etc/netglot-boot/probe ]; then probe=$(/etc/netglot-boot/probe 2>&1); fi

failed=$(systemctl --failed --plain --no-legend | jq -Rs 'split("\n") | map(select(. != "") | split(" ")[0])' -c)
journal=null
# Reading it takes long, so only where somebody will want it.
if [ $settled = false ] || [ "$failed" != '[]' ]; then
  journal=$({ journalctl -b -o short-monotonic --no-pager; cat /run/lab/*.log; } | jq -Rs .)
fi
{
  printf '{"online":%s,"rest":%s,"settled":%s,"failed":%s,"probe":%s,"release":"%s","journal":%s,"kernel":' \
    "$online" "$rest" $settled "$failed" "$(jq -n --arg text "$probe" '$text')" "$(uname -r)" "$journal"
  lab_dump
  printf '}\n'
} >$out/state.json
sync
echo u >/proc/sysrq-trigger
poweroff --force --force

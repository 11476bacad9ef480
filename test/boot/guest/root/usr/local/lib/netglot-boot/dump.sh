#!/bin/bash
# Waits until the network is as the case wants it, writes the kernel's state to /var/lib/netglot-boot/state.json, and powers off. Between the
# two it writes the answer to a changed description over the first one and reloads, where the case has one, and dumps once more.
# STALLED is set when the boot hangs before network-online.target.
here=/usr/local/lib/netglot-boot
settings=/etc/netglot-boot
out=/var/lib/netglot-boot
. $here/lab-dump.sh
mkdir -p $out

# Seconds since the start of the kernel, and how many of them the processor had nothing to do: on a busy machine the first
# grow, the second tell of timeouts.
read -r online idle </proc/uptime
idle_now() { read -r _ now </proc/uptime; echo "${now%.*}"; }

# A line each for grep -E, to be found after the numbers in `ip -o link` or `ip -o addr`.
wanted() {
  local all line
  all=$(ip -o link; ip -o addr)
  while read -r line; do grep -Eq "^[0-9]+: $line" <<<"$all" || return 1; done <$settings/wait
}

# settle TIMES: waits, and then until the state is the same for that many half seconds. Fails if not all came that was waited for.
settle() {
  local limit=$(($(idle_now) + 60)) before='' now same=0 status=0 tries=0 i
  until [ -n "${STALLED:-}" ] || wanted; do
    if [ "$(idle_now)" -ge $limit ]; then status=1; break; fi
    # Soon it comes, or not: looking all the time would keep the processor from being idle.
    tries=$((tries + 1))
    sleep $((tries < 40 ? 0 : 2)).3
  done
  for ((i = 0; i < 20 + $1 && same < $1; i++)); do
    sleep 0.5
    now=$(picture)
    if [ "$now" = "$before" ] && [[ $now != *tentative* ]]; then same=$((same + 1)); else same=0; fi
    before=$now
  done
  return $status
}
picture() { ip -o link; ip -o addr | sed 's/valid_lft.*//'; ip route; ip -6 route | sed 's/expires [0-9]*sec//'; }

text() { jq -n --arg text "$1" '$text'; }
failed() { systemctl --failed --plain --no-legend | jq -Rs 'split("\n") | map(select(. != "") | split(" ")[0])' -c; }
# Reading it takes long, so only where somebody will want it.
journal() { { journalctl -b -o short-monotonic --no-pager; cat /run/lab/*.log; } | jq -Rs .; }

settled=true
settle 1 || settled=false
read -r rest _ </proc/uptime

# Whom a boot that took longer waited for: what is not done yet, or what took longest.
waited=
if [ -n "${STALLED:-}" ]; then
  waited=$(systemctl list-jobs --plain --no-legend | awk '$4 == "running" { print $2 }')
elif [ "${idle%.*}" -ge 30 ]; then
  # Not by `systemd-analyze blame`, which wants the boot to be over.
  waited=$(systemctl show --property=Id,InactiveExitTimestampMonotonic,ActiveEnterTimestampMonotonic,InactiveEnterTimestampMonotonic '*.service' | awk -F= '
    /^Id=/ { id = $2 } /^InactiveExit/ { from = $2 } /^ActiveEnter/ { to = $2 } /^InactiveEnter/ { if ($2 > to) to = $2 }
    /^$/ { if (from && to > from) print int((to - from) / 1e6), id; from = to = 0 }' | sort -rn | awk 'NR <= 3 { print $2, "(" $1 " s)" }')
fi

# What the case tries beyond the state; each line is a fault.
probe=
if [ -e $settings/probe ]; then probe=$($settings/probe 2>&1); fi

failed=$(failed)
journal=null
if [ $settled = false ] || [ "$failed" != '[]' ] || [ -n "${STALLED:-}" ]; then journal=$(journal); fi

# The answer to the changed description, once: what it no longer has is removed, its commands for a reload are run.
reload() {
  local said settled=true failed journal=null
  xargs --no-run-if-empty rm -f <$settings/reload/remove
  cp -a $settings/reload/root/. /
  if [ -s $settings/reload/enable ]; then xargs systemctl --quiet enable <$settings/reload/enable; fi
  said=$(timeout 150 bash $settings/reload/commands 2>&1) || said="exit status $?: $said"
  mv $settings/reload/wait $settings/wait
  settle 6 || settled=false
  failed=$(failed)
  if [ $settled = false ] || [ "$failed" != '[]' ] || [ "$said" != '' ]; then journal=$(journal); fi
  rm -r $settings/reload
  printf '{"settled":%s,"failed":%s,"said":%s,"journal":%s,"kernel":' $settled "$failed" "$(text "$said")" "$journal"
  lab_dump
  printf '}'
}

{
  printf '{"online":%s,"idle":%s,"waited":%s,"reached":%s,"rest":%s,"settled":%s,"failed":%s,"probe":%s,"release":"%s","journal":%s,"kernel":' \
    "$online" "$idle" "$(text "$waited")" "$([ -n "${STALLED:-}" ] && echo false || echo true)" "$rest" $settled "$failed" "$(text "$probe")" "$(uname -r)" "$journal"
  lab_dump
  printf ',"reloaded":'
  if [ -e $settings/reload ] && [ -z "${STALLED:-}" ]; then reload; else printf null; fi
  printf '}\n'
} >$out/state.json
sync
echo u >/proc/sysrq-trigger
poweroff --force --force

#!/bin/bash
# ovs-run.sh FOLDER
#
# Runs the commands of each FOLDER/NAME.commands, twice as in two boots, against a database of Open vSwitch of its own: the real ovsdb-server and the real ovs-vsctl,
# without ovs-vswitchd, so that no device is made. FOLDER/NAME.said has what they complained about the first
# time, FOLDER/NAME.json the database afterwards, and FOLDER/NAME.again.json the second time.
set -euo pipefail

export folder=$1
ovs-vsctl() {
  command ovs-vsctl --no-wait --db="unix:$folder/db.sock" "$@" 2>&1 >/dev/null || echo "exit status $? of ovs-vsctl $*"
}
export -f ovs-vsctl
for commands in "$folder"/*.commands; do
  name=${commands%.commands}
  rm -f "$folder"/db*
  ovsdb-tool create "$folder/db" /usr/share/openvswitch/vswitch.ovsschema
  ovsdb-server --remote=punix:"$folder/db.sock" --unixctl="$folder/db.ctl" --no-chdir --log-file=/dev/null --verbose=off "$folder/db" &
  server=$!
  # The socket is there before it listens.
  until command ovs-vsctl --no-wait --db="unix:$folder/db.sock" init 2>/dev/null; do sleep 0.01; done
  bash "$commands" >"$name.said" 2>&1
  ovsdb-client -f json dump "unix:$folder/db.sock" Open_vSwitch >"$name.json"
  bash "$commands" >/dev/null 2>&1
  ovsdb-client -f json dump "unix:$folder/db.sock" Open_vSwitch >"$name.again.json"
  kill "$server"
  wait "$server" || true
done

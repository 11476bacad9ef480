# The NetworkManager daemon with a D-Bus of its own. LAB_NM_ROOT: run the one of that unpacked root instead of this machine's
# (test/consumers/unpack-debian13.sh network-manager python3-gi gir1.2-nm-1.0 makes one).

# NetworkManager waits for udev where it may write to /sys itself, and none runs here; below /sys/devices it has to write,
# since 1.42 sets the options of a bridge there.
stack_prepare() {
  mount --bind /sys/devices /sys/devices
  mount -o remount,bind,ro /sys
  lab_empty /var/lib/NetworkManager
  mkdir -p /run/dbus /run/NetworkManager
  [ -n "${LAB_NM_ROOT:-}" ] || return 0
  local dir
  for dir in /dev /etc /proc /run /sys; do mount --rbind "$dir" "$LAB_NM_ROOT$dir" || return 1; done
}

nm_command() {
  if [ -n "${LAB_NM_ROOT:-}" ]; then chroot "$LAB_NM_ROOT" "$@"; else "$@"; fi
}

stack_start() {
  dbus-daemon --system --nofork --nopidfile >/dev/null 2>&1 &
  until [ -S /run/dbus/system_bus_socket ]; do sleep 0.1; done
  nm_command /usr/sbin/NetworkManager --debug --log-level="${LAB_NM_LOG:-INFO}" 2>&1 &
}

# "started" is what NetworkManager-wait-online waits for. Router advertisements may still be on their way then, so nothing
# may have changed for three seconds.
stack_settled() {
  [ "$(nm_command nmcli -g STARTUP general status 2>/dev/null)" = started ] && lab_addresses_settled || return 1
  [ -n "${nm_sysctls:-}" ] || lab_apply_sysctls
  nm_sysctls=done
  nm_unchanged
}

nm_unchanged() {
  local now
  now=$(ip -o addr; ip route; ip -6 route; bridge link)
  now=$(printf '%s' "$now" | sed -E 's/(valid_lft|preferred_lft|expires) *[0-9]+(sec)?//g')
  if [ "$now" != "${nm_before:-}" ]; then nm_before=$now nm_since=$SECONDS; fi
  [ $((SECONDS - nm_since)) -ge 3 ]
}

stack_restart() {
  nm_command nmcli connection reload
  local profile
  for profile in /etc/NetworkManager/system-connections/*.nmconnection; do
    grep -q '^master=' "$profile" || nm_command nmcli connection up "$(sed -n 's/^id=//p' "$profile")"
  done
}

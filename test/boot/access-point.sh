# An access point in the namespace `far`, and a radio for the machine; before-systemd.sh sources this where a case has it.
# access_point BRIDGE: BRIDGE is over the access point. A station in 4-address mode gets a device of its own there, in BRIDGE.
# SSID and PASSPHRASE come with the case.
access_point() {
  local far=(ip netns exec far)
  modprobe mac80211_hwsim radios=2
  # The machine has the second radio: ifupdown2 takes no port whose MAC ends in five zero octets (bridge.py, _valid_ethaddr).
  iw phy "$(</sys/class/net/wlan0/phy80211/name)" set netns name far
  ip link set wlan1 name wlan0
  "${far[@]}" ip link add "$1" type bridge forward_delay 0
  printf '%s\n' interface=wlan0 driver=nl80211 hw_mode=g channel=1 "ssid=$SSID" wpa=2 wpa_key_mgmt=WPA-PSK rsn_pairwise=CCMP \
    "wpa_passphrase=$PASSPHRASE" "bridge=$1" wds_sta=1 "wds_bridge=$1" \
    wpa_pairwise_update_count=40 >/run/lab/hostapd.conf
  # On a busy machine four tries of the handshake, a second each, may be too short; NetworkManager takes a failure for a wrong passphrase.
  "${far[@]}" hostapd -B -f /run/lab/hostapd.log /run/lab/hostapd.conf
}

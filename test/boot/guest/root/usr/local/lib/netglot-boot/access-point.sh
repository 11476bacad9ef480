# access_point BRIDGE: two radios of the simulator, of which one is the access point in the namespace `far`, with BRIDGE over it.
# SSID and PASSPHRASE come with the case. A station in 4-address mode gets a device of its own there, in BRIDGE.
access_point() {
  local far=(ip netns exec far)
  modprobe mac80211_hwsim radios=2
  iw phy "$(</sys/class/net/wlan1/phy80211/name)" set netns name far
  "${far[@]}" ip link add "$1" type bridge forward_delay 0
  printf '%s\n' interface=wlan1 driver=nl80211 hw_mode=g channel=1 "ssid=$SSID" wpa=2 wpa_key_mgmt=WPA-PSK rsn_pairwise=CCMP \
    "wpa_passphrase=$PASSPHRASE" "bridge=$1" wds_sta=1 "wds_bridge=$1" >/run/lab/hostapd.conf
  "${far[@]}" hostapd -B -f /run/lab/hostapd.log /run/lab/hostapd.conf
}

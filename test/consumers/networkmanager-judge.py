"""Reads connection profiles as the NetworkManager daemon does, through libnm, and tells all that it would drop or refuse.

    networkmanager-judge.py FOLDER      one complaint a line, beginning with the file's name

libnm says nothing about a key that it does not know: whether a key counts is found out by reading the file without it.
"""
import ipaddress
import os
import re
import stat
import sys

import gi

gi.require_version("NM", "1.0")
from gi.repository import GLib, NM

# Keys of a keyfile that are no property of their setting, and what libnm calls a group that goes by another name.
INDEXED = re.compile(r"^(address|route|routing-rule)\d+(_options)?$")
GROUPS = {"ethernet": "802-3-ethernet", "wifi": "802-11-wireless", "wifi-security": "802-11-wireless-security"}
# Under these names 1.46 and later write back what it read under the old ones.
RENAMED = {"master": "controller", "slave-type": "port-type", "autoconnect-slaves": "autoconnect-ports",
           "dhcp-send-hostname": "dhcp-send-hostname-v2"}


def parse(text):
    keyfile = GLib.KeyFile.new()
    keyfile.load_from_data(text, len(text.encode()), GLib.KeyFileFlags.NONE)
    return keyfile


def read(keyfile, folder):
    warnings = []

    def handler(_keyfile, _connection, kind, data, _user):
        if kind == NM.KeyfileHandlerType.WARN:
            message, _severity = NM.KeyfileHandlerData.warn_get(data)
            # The certificates are on the machine that the profile is for.
            if re.match(r"certificate or key file '.*' does not exist", message):
                return False
            group, key, _setting, _property = NM.KeyfileHandlerData.get_context(data)
            warnings.append(f"[{group}] {key}: {message}")
        return False

    connection = NM.keyfile_read(keyfile, folder, NM.KeyfileHandlerFlags.NONE, handler, None)
    return connection, warnings


def refused(path):
    """nm_keyfile_utils and nms-keyfile-reader: who may be read at all."""
    info = os.stat(path)
    if info.st_uid != 0 or info.st_mode & 0o077 or not stat.S_ISREG(info.st_mode):
        yield f"is passed over: owner {info.st_uid}, mode {stat.S_IMODE(info.st_mode):04o}"
    if not path.endswith(".nmconnection"):
        yield "has no suffix .nmconnection"


def misread(text):
    """What GKeyFile does without a word: it joins groups of one name, takes the last of two equal keys, drops leading blanks."""
    seen, group = set(), None
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
            if group in seen:
                yield f"{group} is there twice"
            seen.add(group)
        elif "=" in line and not line.startswith("#"):
            name, value = line.split("=", 1)
            key = (group, name.strip())
            if value.startswith((" ", "\t")):
                yield f"{group} {key[1]}: the blank before the value is dropped"
            if key in seen:
                yield f"{group} {key[1]}: is there twice, only the last counts"
            seen.add(key)


def known(connection, group, key):
    setting = connection.get_setting_by_name(GROUPS.get(group, group))
    names = {one.name for one in setting.list_properties()} if setting else set()
    return key in names or (key == "gateway" and group in ("ipv4", "ipv6"))


def has_no_effect(text, connection, group, key, folder):
    keyfile = parse(text)
    keyfile.remove_key(group, key)
    try:
        other, _ = read(keyfile, folder)
        other.normalize(None)
    except GLib.Error:
        return False
    return connection.compare(other, NM.SettingCompareFlags.EXACT)


def written(output, group, key):
    for name in filter(None, (key, RENAMED.get(key))):
        try:
            return output.get_value(group, name)
        except GLib.Error:
            continue
    return None


def canonical(word):
    """One of several spellings of an address."""
    try:
        interface = ipaddress.ip_interface(word)
        return str(interface.ip) if "/" not in word else str(interface)
    except ValueError:
        return word.lower()


def words(value):
    """Lists may end in a separator or not, and libnm sorts the attributes of a route."""
    return sorted(canonical(word.strip()) for word in re.split("[;,]", value) if word.strip())


def meaning(value):
    """The text that GKeyFile's escapes stand for."""
    try:
        return parse(f"[x]\nx={value}\n").get_string("x", "x")
    except GLib.Error:
        return value


def same(keys, key, value, back):
    # 1.42 writes the gateway beside the first address.
    if key.startswith("address") and "gateway" in keys:
        value, back = value.split(",")[0], back.split(",")[0]
    if key == "ssid" and re.fullmatch(r"(\d+;)+", value):
        return bytes(int(byte) for byte in value.split(";")[:-1]).decode() == GLib.strcompress(back).replace("\\;", ";") or value == back
    return words(value) == words(back)


def unheeded(text, keyfile, connection, folder):
    output = NM.keyfile_write(connection, NM.KeyfileHandlerFlags.NONE, None, None)
    for group in keyfile.get_groups()[0]:
        keys = keyfile.get_keys(group)[0]
        for key in keys:
            value = keyfile.get_value(group, key)
            back = written(output, group, key)
            if back is not None and not same(keys, key, value, back) and meaning(value) != meaning(back):
                yield f"[{group}] {key}: '{value}' is taken for '{back}'"
            elif back is None and INDEXED.match(key):
                yield f"[{group}] {key}: '{value}' is dropped"
            elif back is None and not known(connection, group, key) and has_no_effect(text, connection, group, key, folder):
                yield f"[{group}] {key}: is unknown and has no effect"


def judge(path):
    """The connection, undefined when libnm refuses it, and what is to be said of its file."""
    complaints = list(refused(path))
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        complaints += misread(text)
        keyfile = parse(text)
        connection, warnings = read(keyfile, os.path.dirname(path))
        complaints += warnings
        complaints += [f"[connection] {key}: is missing" for key in ("id", "uuid") if not written(keyfile, "connection", key)]
        connection.normalize(None)
        connection.verify()
        return connection, complaints + list(unheeded(text, keyfile, connection, os.path.dirname(path)))
    except (GLib.Error, UnicodeDecodeError) as error:
        return None, complaints + [getattr(error, "message", str(error))]


def main(folder):
    owners = {}
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        connection, complaints = judge(os.path.join(folder, name))
        for value in (connection.get_uuid(), connection.get_id()) if connection else ():
            if owners.setdefault(value, name) != name:
                complaints.append(f"{value} is {owners[value]}'s already")
        for complaint in complaints:
            print(f"{name}: {complaint}")


main(sys.argv[1])

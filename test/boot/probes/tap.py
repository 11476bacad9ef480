#!/usr/bin/python3
"""Opens tap-web as QEMU would, as the user qemu, and sends a frame that has to come out at the far end of eno1's cable, and one back."""
import fcntl
import os
import pwd
import socket
import struct
import subprocess
import time

TUNSETIFF, IFF_TAP, IFF_NO_PI, IFF_VNET_HDR, IFF_MULTI_QUEUE = 0x400454CA, 0x0002, 0x1000, 0x4000, 0x0100
ETHERTYPE = 0x88B5  # for experiments (IEEE 802)
GUEST, FAR = bytes.fromhex("525400000077"), bytes.fromhex("020000006601")
VNET_HEADER = bytes(10)

LISTENER = """
import socket, sys
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x88b5))
s.bind(('far1', 0)); s.settimeout(20)
print('ready', flush=True)
try:
    frame = s.recv(2000)
    print(frame[14:18].decode(), flush=True)
    s.send(frame[6:12] + frame[0:6] + frame[12:14] + b'pong' + bytes(50))
except socket.timeout:
    print('nothing', flush=True)
"""


def attach():
    """As the owner, who has no privileges."""
    os.setgid(pwd.getpwnam("qemu").pw_gid)
    os.setuid(pwd.getpwnam("qemu").pw_uid)
    tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR | IFF_MULTI_QUEUE
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH22x", b"tap-web", flags))
    return tap


def answered(tap):
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            if b"pong" in os.read(tap, 2000):
                return True
        except BlockingIOError:
            time.sleep(0.1)
    return False


far = subprocess.Popen(["ip", "netns", "exec", "far", "python3", "-c", LISTENER], stdout=subprocess.PIPE, text=True)
far.stdout.readline()
try:
    tap = attach()
except OSError as error:
    far.kill()
    raise SystemExit(f"the user qemu can't open tap-web: {error}")
time.sleep(1)
os.write(tap, VNET_HEADER + FAR + GUEST + struct.pack("!H", ETHERTYPE) + b"ping" + bytes(50))
heard = far.stdout.readline().strip()
if heard != "ping":
    print(f"tap-web: a frame of the user qemu does not come out of eno1: {heard}")
elif not answered(tap):
    print("tap-web: no frame comes back from eno1")

"""Lets the kernel judge many rulesets, one after the other, with the same few packets.

Runs as root in a network namespace of its own (unshare -n), which is the router between four hosts on r0 to r3. Their ends of
the links are in one other namespace, which answers nothing. Reads cases from the file that is its argument, and prints a line
for each: whether the programs took the rules, what they list then, and which packets arrived as they were sent. Connection
tracking forgets everything between two cases.
"""

import ctypes
import json
import os
import select
import socket
import struct
import subprocess
import sys

TCP, UDP, ICMP, ICMPV6, GRE, AH = 6, 17, 1, 58, 47, 51
QUIET = 0.004


def sh(command, data=None):
    return subprocess.run(command, shell=True, input=data, text=True, capture_output=True)


def must(command):
    done = sh(command)
    if done.returncode != 0:
        raise RuntimeError(command + ": " + done.stderr)


def sysctl(name, value):
    with open("/proc/sys/net/" + name, "w") as file:
        file.write(value)


def forget():
    """Has connection tracking forget all connections: IPCTNL_MSG_CT_DELETE without a tuple."""
    for family in (socket.AF_INET, socket.AF_INET6):
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12) as netlink:
            netlink.bind((0, 0))
            body = struct.pack("=BBH", family, 0, 0)
            netlink.send(struct.pack("=IHHII", 16 + len(body), 1 << 8 | 2, 5, 1, 0) + body)
            netlink.recv(4096)


def total(data):
    data += b"\0" * (len(data) % 2)
    return sum(struct.unpack("!%dH" % (len(data) // 2), data))


def folded(number):
    while number >> 16:
        number = (number & 0xFFFF) + (number >> 16)
    return 0xFFFF ^ number


def packed(address):
    return socket.inet_pton(socket.AF_INET6 if ":" in address else socket.AF_INET, address)


def packet(index, source, destination, protocol, first, second):
    """An IP packet that carries its index: ports for TCP and UDP, type and code for ICMP."""
    ends = packed(source) + packed(destination)
    if protocol == TCP:
        body = struct.pack("!HHIIBBHHH", first, second, index, 0, 0x50, 2, 1024, 0, 0)
        at = 16
    elif protocol == UDP:
        body = struct.pack("!HHHH", first, second, 16, 0) + bytes(8)
        at = 6
    elif protocol in (ICMP, ICMPV6):
        body = struct.pack("!BBHHH", first, second, 0, index + 1, 1) + bytes(56)
        at = 2
    elif protocol == AH:
        body, at = struct.pack("!BBHIIQI", 59, 4, 0, 1, 1, 0, 0) + bytes(40), None
    else:
        body, at = bytes(32), None
    if at is not None:
        pseudo = 0 if protocol == ICMP else total(ends) + protocol + len(body)
        body = body[:at] + struct.pack("!H", folded(total(body) + pseudo)) + body[at + 2:]
    if ":" in source:
        return struct.pack("!IHBB", 0x60000000 | index + 1, len(body), protocol, 64) + ends + body
    start = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(body), index + 1, 0x4000, 64, protocol, 0)
    return start[:10] + struct.pack("!H", folded(total(start + ends))) + ends + body


def known(frame):
    """The index, the destination and the port or type of a frame: these must be as they were sent."""
    kind, ip = struct.unpack("!H", frame[12:14])[0], frame[14:]
    if kind == 0x0800 and len(ip) >= 24:
        index, protocol, destination, rest = struct.unpack("!H", ip[4:6])[0] - 1, ip[9], ip[16:20], ip[20:24]
    elif kind == 0x86DD and len(ip) >= 44:
        index, protocol = (struct.unpack("!I", ip[:4])[0] & 0xFFFFF) - 1, ip[6]
        destination, rest = ip[24:40], ip[40:44]
    else:
        return -1, None
    what = rest[2:] if protocol in (TCP, UDP) else rest[:2] if protocol in (ICMP, ICMPV6) else b""
    return index, (destination, protocol, what)


class World:
    def __init__(self, hosts, far):
        self.far = far
        while os.readlink("/proc/%d/ns/net" % self.far.pid) == os.readlink("/proc/self/ns/net"):
            pass
        must("ip link set lo up")
        for which in "all", "default":
            sysctl("ipv4/conf/%s/rp_filter" % which, "0")
            sysctl("ipv6/conf/%s/accept_dad" % which, "0")
        sysctl("ipv4/ip_forward", "1")
        sysctl("ipv6/conf/all/forwarding", "1")
        sysctl("ipv4/icmp_ratelimit", "0")
        for number in range(len(hosts)):
            must("ip link add r%d type veth peer name h%d" % (number, number))
            must("ip link set h%d netns %d" % (number, self.far.pid))
        self.sockets = self.open(len(hosts))
        self.macs = []
        for number, addresses in enumerate(hosts):
            must("ip link set r%d up" % number)
            must("ip addr add 10.255.%d.1/24 dev r%d" % (number, number))
            mac = self.sockets[number].getsockname()[4].hex(":")
            for address in addresses:
                must("ip route add %s dev r%d" % (address, number))
                must("ip neigh replace %s lladdr %s dev r%d nud permanent" % (address, mac, number))
            with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as asking:
                asking.bind(("r%d" % number, 0))
                self.macs.append(asking.getsockname()[4])

    def open(self, count):
        libc = ctypes.CDLL(None, use_errno=True)
        with open("/proc/self/ns/net") as own, open("/proc/%d/ns/net" % self.far.pid) as other:
            if libc.setns(other.fileno(), 0) != 0:
                raise OSError(ctypes.get_errno(), "setns")
            sockets = []
            for number in range(count):
                must("ip link set h%d up" % number)
                each = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
                each.bind(("h%d" % number, 3))
                each.setblocking(False)
                sockets.append(each)
            libc.setns(own.fileno(), 0)
        return sockets

    def drain(self, sent, arrived, timeout):
        while True:
            ready, _, _ = select.select(self.sockets, [], [], timeout)
            if not ready:
                return
            for each in ready:
                try:
                    frame, place = each.recvfrom(2048)
                except BlockingIOError:
                    continue
                index, what = known(frame)
                if place[2] != socket.PACKET_OUTGOING and 0 <= index < len(sent) and sent[index] == what:
                    arrived.add(index)

    def send(self, packets, arrived, without):
        sent = [known(bytes(12) + struct.pack("!H", 0x86DD if ":" in source else 0x0800) + data)[1]
                for _, source, data in packets]
        for index, (host, source, data) in enumerate(packets):
            if index not in without:
                kind = 0x86DD if ":" in source else 0x0800
                self.sockets[host].send(self.macs[host] + b"\2\0\0\0\0\1" + struct.pack("!H", kind) + data)
        self.drain(sent, arrived, QUIET)
        self.drain(sent, arrived, QUIET)

    def judge(self, packets):
        self.drain([], set(), 0)
        arrived = set()
        self.send(packets, arrived, set())
        # whatever was lost on the way has another try
        self.send(packets, arrived, set(arrived))
        return "".join("1" if index in arrived else "0" for index in range(len(packets)))


def loaded(case):
    sh("nft flush ruleset")
    if case["kind"] == "nft":
        done = sh("nft -f -", case["rules"])
        return done, "nft -j list ruleset"
    done = sh("iptables-restore", case["rules"])
    if done.returncode == 0:
        done = sh("ip6tables-restore", case["rules6"])
    return done, "{ iptables-save; ip6tables-save; } 2>&1"


def main():
    with open(sys.argv[1]) as file:
        plan = json.load(file)
    far = subprocess.Popen(["unshare", "-n", "sleep", "1000"], stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        world = World(plan["hosts"], far)
        homes = {address: number for number, addresses in enumerate(plan["hosts"]) for address in addresses}
        packets = [(homes[each[0]], each[0], packet(index, *each)) for index, each in enumerate(plan["packets"])]
        for case in plan["cases"]:
            done, command = loaded(case)
            if done.returncode != 0:
                print(json.dumps({"error": done.stderr}))
                continue
            forget()
            listing = sh(command).stdout
            print(json.dumps({"listing": listing, "passed": world.judge(packets)}))
    finally:
        far.kill()


main()

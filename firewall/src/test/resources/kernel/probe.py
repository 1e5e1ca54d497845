"""Sends packets through a firewall of Linux, and tells which of them pass.

Runs as root in a network namespace of its own (unshare -n), which is the router between hosts, or the one host whose
firewall it is. The other hosts are namespaces of processes of their own, joined by veth. Reads a plan from the file that is
its argument, and prints what passed.

A table of nftables behind the firewall records each probe that gets there and drops it, so that nothing answers and
connection tracking keeps nothing. A table right before the firewall, at the same hook, counts, so that no probe is lost
unseen: a sweep of which fewer packets arrive than were sent, or of which one was not recorded, is repeated.
"""

import ctypes
import json
import os
import socket
import struct
import subprocess
import sys

HOPS = 77
TCP, UDP, ICMP, ICMPV6, AH = 6, 17, 1, 58, 51
ATTEMPTS = 5

RECORDER = """
table inet arrivals {
  counter arrived { }
  %(before)s
}
table inet recorder {
  counter unrecorded { }
  set ports4 { type ipv4_addr . ipv4_addr . inet_proto . inet_service . inet_service; flags dynamic; size 8000000; }
  set ports6 { type ipv6_addr . ipv6_addr . inet_proto . inet_service . inet_service; flags dynamic; size 8000000; }
  set icmp4 { type ipv4_addr . ipv4_addr . icmp_type . icmp_code; flags dynamic; size 8000000; }
  set icmp6 { type ipv6_addr . ipv6_addr . icmpv6_type . icmpv6_code; flags dynamic; size 8000000; }
  set other4 { type ipv4_addr . ipv4_addr . inet_proto; flags dynamic; size 8000000; }
  set other6 { type ipv6_addr . ipv6_addr . inet_proto; flags dynamic; size 8000000; }
  chain record {
    meta l4proto { tcp, udp } add @ports4 { ip saddr . ip daddr . meta l4proto . th sport . th dport } drop
    meta l4proto { tcp, udp } add @ports6 { ip6 saddr . ip6 daddr . meta l4proto . th sport . th dport } drop
    meta l4proto icmp add @icmp4 { ip saddr . ip daddr . icmp type . icmp code } drop
    meta l4proto icmpv6 add @icmp6 { ip6 saddr . ip6 daddr . icmpv6 type . icmpv6 code } drop
    meta l4proto != { tcp, udp, icmp, icmpv6 } add @other4 { ip saddr . ip daddr . ip protocol } drop
    meta l4proto != { tcp, udp, icmp, icmpv6 } add @other6 { ip6 saddr . ip6 daddr . ip6 nexthdr } drop
    counter name unrecorded drop
  }
  %(chains)s
}
"""

BEFORE = """
  chain %(hook)s {
    type filter hook %(hook)s priority -10;
    ip ttl { 76, 77 } counter name arrived
    ip6 hoplimit { 76, 77 } counter name arrived
  }
"""

CHAIN = """
  chain %(hook)s {
    type filter hook %(hook)s priority 10;
    ip ttl { 76, 77 } goto record
    ip6 hoplimit { 76, 77 } goto record
  }
"""


def sh(command):
    subprocess.run(command, shell=True, check=True)


def nft(script):
    subprocess.run(["nft", "-f", "-"], input=script, text=True, check=True)


def sysctl(name, value):
    with open("/proc/sys/net/" + name, "w") as file:
        file.write(value)


def prepare():
    """What a namespace needs before it has interfaces."""
    sh("ip link set lo up")
    for family in "ipv4", "ipv6":
        for which in "all", "default":
            if family == "ipv4":
                sysctl("ipv4/conf/%s/rp_filter" % which, "0")
            else:
                sysctl("ipv6/conf/%s/accept_dad" % which, "0")
                sysctl("ipv6/conf/%s/router_solicitations" % which, "0")


def attribute(kind, value):
    return struct.pack("=HH", 4 + len(value), kind) + value + bytes(-len(value) % 4)


def attributes(data):
    found = {}
    while len(data) >= 4:
        length, kind = struct.unpack("=HH", data[:4])
        found[kind & 0x3FFF] = data[4:length]
        data = data[length + -length % 4:]
    return found


def counter(table, name):
    """Asks the kernel for a counter of nftables: nft itself would read all sets before it answers."""
    body = (struct.pack("=BBH", 1, 0, 0)
            + attribute(1, table.encode() + b"\0") + attribute(2, name.encode() + b"\0")
            + attribute(3, struct.pack("!I", 1)))
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12) as asking:
        asking.bind((0, 0))
        asking.send(struct.pack("=IHHII", 16 + len(body), 10 << 8 | 19, 1, 1, 0) + body)
        answer = asking.recv(65536)
    if struct.unpack("=H", answer[4:6])[0] != 10 << 8 | 18:
        raise RuntimeError("no counter " + name)
    return struct.unpack("!Q", attributes(attributes(answer[20:])[4])[2])[0]


class Away:
    """A process in a network namespace of its own, which does what it is told."""

    def __init__(self):
        self.own, other = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            self.own.close()
            try:
                self.serve(other)
            finally:
                os._exit(0)
        other.close()
        self.answers = self.own.makefile("r")
        self.answers.readline()

    def serve(self, pipe):
        if ctypes.CDLL(None, use_errno=True).unshare(0x40000000) != 0:
            raise OSError(ctypes.get_errno(), "unshare")
        prepare()
        pipe.sendall(b"null\n")
        for line in pipe.makefile("r"):
            name, arguments = json.loads(line)
            try:
                answer = globals()[name](*arguments)
            except Exception as error:  # told to the one who asked
                answer = {"error": repr(error)}
            pipe.sendall(json.dumps(answer).encode() + b"\n")

    def start(self, function, *arguments):
        self.own.sendall(json.dumps([function.__name__, arguments]).encode() + b"\n")

    def finish(self):
        answer = json.loads(self.answers.readline())
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(answer["error"])
        return answer

    def do(self, function, *arguments):
        self.start(function, *arguments)
        return self.finish()


def total(data):
    if len(data) % 2:
        data += b"\0"
    return sum(struct.unpack("!%dH" % (len(data) // 2), data))


def folded(number):
    while number >> 16:
        number = (number & 0xFFFF) + (number >> 16)
    return number


def is_ipv6(address):
    return ":" in address


def packed(address):
    return socket.inet_pton(socket.AF_INET6 if is_ipv6(address) else socket.AF_INET, address)


def header(source, destination, protocol, length):
    """The header of an IP packet, and the sum of what the checksums of protocols hold of it."""
    ends = packed(source) + packed(destination)
    pseudo = total(ends) + protocol + length
    if is_ipv6(source):
        return struct.pack("!IHBB", 0x60000000, length, protocol, HOPS) + ends, pseudo
    start = struct.pack("!BBHHHBBH", 0x45, 0, 20 + length, 0, 0, HOPS, protocol, 0)
    check = 0xFFFF ^ folded(total(start + ends))
    return struct.pack("!BBHHHBBH", 0x45, 0, 20 + length, 0, 0, HOPS, protocol, check) + ends, pseudo


class Sender:
    """Sends whole IP packets: as frames to the next hop, or, from the host itself, by way of its own filter."""

    def __init__(self, source, destination, device, next_hop):
        if device:
            self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
            self.socket.bind((device, 0))
            own = self.socket.getsockname()[4]
            kind = 0x86DD if is_ipv6(source) else 0x0800
            self.start = bytes.fromhex(next_hop.replace(":", "")) + own + struct.pack("!H", kind)
        else:
            family = socket.AF_INET6 if is_ipv6(source) else socket.AF_INET
            self.socket = socket.socket(family, socket.SOCK_RAW, socket.IPPROTO_RAW)
            self.socket.connect((destination, 0))
            self.start = b""

    def send(self, packet):
        try:
            self.socket.send(packet)
        except OSError:
            pass  # what is not sent does not arrive, and the sweep is repeated; what the filter drops tells so, too


def sweep_ports(source, destination, protocol, source_port, device, next_hop):
    """Sends a packet to every port."""
    sender = Sender(source, destination, device, next_hop)
    if protocol == TCP:
        body = bytearray(struct.pack("!HHIIBBHHH", source_port, 0, 1, 0, 0x50, 2, 1024, 0, 0))
        at = 16
    else:
        body = bytearray(struct.pack("!HHHH", source_port, 0, 8, 0))
        at = 6
    start, pseudo = header(source, destination, protocol, len(body))
    start = sender.start + start
    packet = bytearray(start + body)
    base = pseudo + total(bytes(body))
    to, check = len(start) + 2, len(start) + at
    pack, send = struct.Struct("!H").pack_into, sender.send
    for port in range(65536):
        pack(packet, to, port)
        pack(packet, check, (0xFFFF ^ folded(base + port)) or 0xFFFF)
        send(packet)
    return 65536


def sweep_icmp(source, destination, codes, device, next_hop):
    """Sends ICMP of every type."""
    sender = Sender(source, destination, device, next_hop)
    protocol = ICMPV6 if is_ipv6(source) else ICMP
    for kind in range(256):
        for code in codes:
            body = struct.pack("!BBHHH", kind, code, 0, 7, 7) + bytes(56)
            start, pseudo = header(source, destination, protocol, len(body))
            check = 0xFFFF ^ folded(total(body) + (pseudo if protocol == ICMPV6 else 0))
            sender.send(sender.start + start + body[:2] + struct.pack("!H", check) + body[4:])
    return 256 * len(codes)


def sweep_protocols(source, destination, device, next_hop):
    """Sends packets of every other protocol, but for headers that only stand before others."""
    sender = Sender(source, destination, device, next_hop)
    without = {TCP, UDP, ICMP, ICMPV6} | ({0, 43, 44, 60} if is_ipv6(source) else set())
    protocols = [number for number in range(256) if number not in without]
    for number in protocols:
        body = bytes(64)
        if number == AH:
            body = struct.pack("!BBHIIQI", 59, 4, 0, 1, 1, 0, 0) + bytes(40)
        start, _ = header(source, destination, number, len(body))
        sender.send(sender.start + start + body)
    return len(protocols)


def address(device, addresses, length4=32, length6=128):
    for each in addresses:
        length = length6 if is_ipv6(each) else length4
        sh("ip addr add %s/%d dev %s%s" % (each, length, device, " nodad" if is_ipv6(each) else ""))


def join(number, addresses):
    """Makes a host: a namespace with its addresses, whose way out is the router."""
    device = "h%d" % number
    sh("ip link set %s up" % device)
    address(device, addresses)
    sh("ip route add default via 10.255.%d.1 dev %s onlink" % (number, device))
    sh("ip -6 route add default via fe80::1 dev %s" % device)


def join_all(device, addresses):
    """Makes the world around a host, where everything is near."""
    sh("ip link set %s up" % device)
    address(device, addresses)
    sh("ip route add 10.0.0.0/8 dev %s" % device)
    sh("ip -6 route add 2001:db8::/32 dev %s" % device)


def mac(device):
    with open("/sys/class/net/%s/address" % device) as file:
        return file.read().strip()


def mac_of(device):
    """Asked of another namespace, whose devices /sys does not show."""
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as asking:
        asking.bind((device, 0))
        return asking.getsockname()[4].hex(":")


class Firewall:
    """A namespace with the rules loaded, and probes around it."""

    def __init__(self, plan, *hooks):
        self.plan = plan
        sh(plan["load"])
        nft(RECORDER % {
            "before": "".join(BEFORE % {"hook": hook} for hook in hooks),
            "chains": "".join(CHAIN % {"hook": hook} for hook in hooks),
        })

    def counters(self):
        return {"arrived": counter("arrivals", "arrived"), "unrecorded": counter("recorder", "unrecorded")}

    def sweep(self, function, *arguments):
        for _ in range(ATTEMPTS):
            before = self.counters()
            sent = function(*arguments)
            after = self.counters()
            if (after["arrived"] - before["arrived"] == sent and after["unrecorded"] == before["unrecorded"]):
                return
        raise RuntimeError("%s: %d packets sent, but the counters were %s and are %s"
                           % (arguments, sent, before, after))

    def run(self):
        for source, destination, protocol, port in self.plan["ports"]:
            self.sweep(self.send, source, sweep_ports, source, destination, protocol, port)
        for source, destination in self.plan["pairs"]:
            self.sweep(self.send, source, sweep_icmp, source, destination, [0, 1, 4])
            self.sweep(self.send, source, sweep_protocols, source, destination)

    def show(self):
        passed = {}
        for name in "ports4", "ports6", "icmp4", "icmp6", "other4", "other6":
            listed = json.loads(subprocess.check_output(["nft", "-j", "-n", "list", "set", "inet", "recorder", name]))
            for each in listed["nftables"]:
                for element in each.get("set", {}).get("elem", []):
                    values = element["elem"]["val"] if "elem" in element else element
                    values = values["concat"]
                    if name.startswith("ports"):
                        key, value = "%s %s %s %s" % tuple(values[:4]), values[4]
                    elif name.startswith("icmp"):
                        key, value = "%s %s icmp -" % tuple(values[:2]), values[2] * 256 + values[3]
                    else:
                        key, value = "%s %s ip -" % tuple(values[:2]), values[2]
                    passed.setdefault(key, []).append(int(value))
        for key in sorted(passed):
            print("passed", key, ",".join(ranges(sorted(passed[key]))))

    def talk(self):
        """Real conversations, without the recorder: (from, to, protocol, port), and whether there was an answer."""
        nft("delete table inet recorder")
        for source, destination, protocol, port in self.plan["talks"]:
            listener = self.at(destination)
            opened = listener(listen, destination, protocol, port) if port else None
            heard = self.at(source)(ask, source, destination, protocol, port)
            if opened:
                listener(close)
            print("talk", source, destination, protocol, port, "answered" if heard else "silent")


def ranges(numbers):
    found = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [str(first) if first == last else "%d-%d" % (first, last) for first, last in found]


SERVER = []


def listen(destination, protocol, port):
    """Answers one question, in a process of its own."""
    family = socket.AF_INET6 if is_ipv6(destination) else socket.AF_INET
    server = socket.socket(family, socket.SOCK_STREAM if protocol == TCP else socket.SOCK_DGRAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((destination, port))
    if protocol == TCP:
        server.listen()
    pid = os.fork()
    if pid == 0:
        if protocol == TCP:
            connection, _ = server.accept()
            connection.sendall(connection.recv(100))
            connection.close()
        else:
            data, who = server.recvfrom(100)
            server.sendto(data, who)
        os._exit(0)
    server.close()
    SERVER.append(pid)
    return True


def close():
    pid = SERVER.pop()
    os.kill(pid, 9)
    os.waitpid(pid, 0)


def ask(source, destination, protocol, port):
    family = socket.AF_INET6 if is_ipv6(source) else socket.AF_INET
    if protocol in (ICMP, ICMPV6):
        kind = 8 if protocol == ICMP else 128
        client = socket.socket(family, socket.SOCK_RAW, protocol)
        question = struct.pack("!BBHHH", kind, 0, 0, 9, 9)
        question = question[:2] + struct.pack("!H", 0xFFFF ^ folded(total(question))) + question[4:]
    else:
        client = socket.socket(family, socket.SOCK_STREAM if protocol == TCP else socket.SOCK_DGRAM)
        question = b"ahoy"
    client.settimeout(1.5)
    client.bind((source, 0))
    try:
        client.connect((destination, port))
        client.send(question)
        return len(client.recv(100)) > 0
    except OSError:
        return False
    finally:
        client.close()


class Router(Firewall):
    def __init__(self, plan):
        prepare()
        sysctl("ipv4/ip_forward", "1")
        sysctl("ipv6/conf/all/forwarding", "1")
        self.hosts = {}
        for number, addresses in enumerate(plan["hosts"]):
            host = Away()
            near, far = "r%d" % number, "h%d" % number
            sh("ip link add %s type veth peer name %s" % (near, far))
            sh("ip link set %s netns %d" % (far, host.pid))
            sh("ip link set %s up" % near)
            address(near, ["10.255.%d.1" % number], 24)
            sh("ip addr add fe80::1/64 dev %s nodad" % near)
            host.do(join, number, addresses)
            far_mac = host.do(mac_of, far)
            for each in addresses:
                sh("ip route add %s/%d dev %s" % (each, 128 if is_ipv6(each) else 32, near))
                sh("ip neigh replace %s lladdr %s dev %s nud permanent" % (each, far_mac, near))
                self.hosts[each] = (host, far, mac_of(near))
        super().__init__(plan, "forward")

    def send(self, source, function, *arguments):
        host, device, next_hop = self.hosts[source]
        return host.do(function, *arguments, device, next_hop)

    def at(self, address):
        return self.hosts[address][0].do


class Host(Firewall):
    def __init__(self, plan):
        prepare()
        self.own = plan["own"]
        self.world = Away()
        sh("ip link add near type veth peer name far")
        sh("ip link set far netns %d" % self.world.pid)
        join_all("near", self.own)
        self.world.do(join_all, "far", [each for host in plan["hosts"] for each in host if each not in self.own])
        self.mac = mac_of("near")
        super().__init__(plan, "input", "output")

    def send(self, source, function, *arguments):
        if source in self.own:
            return function(*arguments, None, None)
        return self.world.do(function, *arguments, "far", self.mac)

    def at(self, address):
        return (lambda function, *arguments: function(*arguments)) if address in self.own else self.world.do


def main():
    with open(sys.argv[1]) as file:
        plan = json.load(file)
    firewall = Host(plan) if plan["own"] else Router(plan)
    firewall.run()
    firewall.show()
    firewall.talk()


main()

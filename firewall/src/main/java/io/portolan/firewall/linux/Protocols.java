package io.portolan.firewall.linux;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.portolan.internal.NumberSet;
import java.util.Map;
import java.util.OptionalInt;

/** Names that programs of Linux print for numbers: those of protocols by {@code /etc/protocols}, and of ICMP. */
final class Protocols {
    private static final ImmutableMap<String, Integer> NUMBERS =
            parse("hopopt=0 icmp=1 igmp=2 ggp=3 ipencap=4 st=5 tcp=6 egp=8 igp=9 pup=12 udp=17 hmp=20"
                    + " xns-idp=22 rdp=27 iso-tp4=29 dccp=33 xtp=36 ddp=37 idpr-cmtp=38 ipv6=41 ipv6-route=43"
                    + " ipv6-frag=44 idrp=45 rsvp=46 gre=47 esp=50 ah=51 skip=57 ipv6-icmp=58 ipv6-nonxt=59"
                    + " ipv6-opts=60 rspf=73 vmtp=81 eigrp=88 ospf=89 ax.25=93 ipip=94 etherip=97 encap=98 pim=103"
                    + " ipcomp=108 vrrp=112 l2tp=115 isis=124 sctp=132 fc=133 mobility-header=135 udplite=136"
                    + " mpls-in-ip=137 manet=138 hip=139 shim6=140 wesp=141 rohc=142 ethernet=143"
                    + " icmpv6=58");

    static final ImmutableMap<String, Integer> ICMP_TYPES = parse("echo-reply=0 pong=0 destination-unreachable=3"
            + " source-quench=4 redirect=5 echo-request=8 ping=8 router-advertisement=9 router-solicitation=10"
            + " time-exceeded=11 ttl-exceeded=11 parameter-problem=12 timestamp-request=13 timestamp-reply=14"
            + " info-request=15 info-reply=16 address-mask-request=17 address-mask-reply=18");

    static final ImmutableMap<String, Integer> ICMPV6_TYPES = parse("destination-unreachable=1 packet-too-big=2"
            + " time-exceeded=3 ttl-exceeded=3 parameter-problem=4 echo-request=128 ping=128 echo-reply=129 pong=129"
            + " mld-listener-query=130 mld-listener-report=131 mld-listener-done=132 mld-listener-reduction=132"
            + " nd-router-solicit=133 router-solicitation=133 nd-router-advert=134 router-advertisement=134"
            + " nd-neighbor-solicit=135 neighbour-solicitation=135 neighbor-solicitation=135 nd-neighbor-advert=136"
            + " neighbour-advertisement=136 neighbor-advertisement=136 nd-redirect=137 redirect=137"
            + " router-renumbering=138 ind-neighbor-solicit=141 ind-neighbor-advert=142 mld2-listener-report=143");

    static final ImmutableMap<String, Integer> ICMP_CODES = parse("net-unreachable=0 host-unreachable=1"
            + " prot-unreachable=2 port-unreachable=3 frag-needed=4 net-prohibited=9 host-prohibited=10"
            + " admin-prohibited=13");

    static final ImmutableMap<String, Integer> ICMPV6_CODES = parse(
            "no-route=0 admin-prohibited=1" + " addr-unreachable=3 port-unreachable=4 policy-fail=5 reject-route=6");

    /** Protocols with ports: TCP, UDP, DCCP, SCTP and UDP-Lite. */
    static final NumberSet WITH_PORTS = NumberSet.of(6)
            .union(NumberSet.of(17))
            .union(NumberSet.of(33))
            .union(NumberSet.of(132))
            .union(NumberSet.of(136));

    private Protocols() {}

    private static ImmutableMap<String, Integer> parse(String text) {
        ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
        Splitter.on(' ')
                .withKeyValueSeparator('=')
                .split(text)
                .forEach((name, number) -> numbers.put(name, Integer.valueOf(number)));
        return numbers.buildOrThrow();
    }

    /** Returns the number of a protocol that is given by name or number, empty if it is neither. */
    static OptionalInt number(String text) {
        return number(text, NUMBERS);
    }

    /** Returns a number from 0 to 255 that is given by name or number, empty if it is neither. */
    static OptionalInt number(String text, Map<String, Integer> names) {
        Integer named = names.get(text);
        if (named != null) {
            return OptionalInt.of(named);
        }
        if (!text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = Integer.parseInt(text);
            return number <= 255 ? OptionalInt.of(number) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}

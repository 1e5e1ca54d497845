package io.portolan.firewall.cisco;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalInt;

/** Names that IOS prints for numbers of protocols, ports and ICMP types, from its command reference. */
final class IosNames {
    static final ImmutableMap<String, Integer> PROTOCOLS = parse("ahp=51 eigrp=88 esp=50 gre=47 icmp=1 igmp=2 ipinip=4"
            + " nos=94 ospf=89 pcp=108 pim=103 sctp=132 tcp=6 udp=17");

    static final ImmutableMap<String, Integer> TCP_PORTS =
            parse("bgp=179 chargen=19 cmd=514 daytime=13 discard=9 domain=53 drip=3949 echo=7 exec=512 finger=79 ftp=21"
                    + " ftp-data=20 gopher=70 hostname=101 ident=113 irc=194 klogin=543 kshell=544 login=513 lpd=515"
                    + " msrpc=135 nntp=119 onep-plain=15001 onep-tls=15002 pim-auto-rp=496 pop2=109 pop3=110 smtp=25"
                    + " sunrpc=111 syslog=514 tacacs=49 talk=517 telnet=23 time=37 uucp=540 whois=43 www=80");

    static final ImmutableMap<String, Integer> UDP_PORTS =
            parse("biff=512 bootpc=68 bootps=67 discard=9 dnsix=195 domain=53 echo=7 isakmp=500 mobile-ip=434"
                    + " nameserver=42 netbios-dgm=138 netbios-ns=137 netbios-ss=139 non500-isakmp=4500 ntp=123"
                    + " pim-auto-rp=496 rip=520 ripv6=521 snmp=161 snmptrap=162 sunrpc=111 syslog=514 tacacs=49"
                    + " talk=517 tftp=69 time=37 who=513 xdmcp=177");

    /** Types in the hundreds of thousands stand for a type and a code: type * 1000 + code + 1, or type * 1000. */
    private static final int TYPE = 1000;

    private static final ImmutableMap<String, Integer> ICMP =
            parse("echo-reply=0 unreachable=3000 net-unreachable=3001 host-unreachable=3002 protocol-unreachable=3003"
                    + " port-unreachable=3004 packet-too-big=3005 source-route-failed=3006 network-unknown=3007"
                    + " host-unknown=3008 host-isolated=3009 dod-net-prohibited=3010 dod-host-prohibited=3011"
                    + " net-tos-unreachable=3012 host-tos-unreachable=3013 administratively-prohibited=3014"
                    + " host-precedence-unreachable=3015 precedence-unreachable=3016 source-quench=4000 redirect=5000"
                    + " net-redirect=5001 host-redirect=5002 net-tos-redirect=5003 host-tos-redirect=5004"
                    + " alternate-address=6000 echo=8000 router-advertisement=9000 router-solicitation=10000"
                    + " time-exceeded=11000 ttl-exceeded=11001 reassembly-timeout=11002 parameter-problem=12000"
                    + " general-parameter-problem=12001 option-missing=12002 no-room-for-option=12003"
                    + " timestamp-request=13000 timestamp-reply=14000 information-request=15000"
                    + " information-reply=16000 mask-request=17000 mask-reply=18000 traceroute=30000"
                    + " conversion-error=31000 mobile-redirect=32000");

    private static final ImmutableMap<String, Integer> ICMPV6 =
            parse("unreachable=1000 no-route=1001 no-admin=1002 beyond-scope=1003 destination-unreachable=1004"
                    + " port-unreachable=1005 packet-too-big=2000 time-exceeded=3000 hop-limit=3001"
                    + " reassembly-timeout=3002 parameter-problem=4000 header=4001 next-header=4002"
                    + " parameter-option=4003 echo-request=128000 echo-reply=129000 mld-query=130000"
                    + " mld-report=131000 mld-reduction=132000 router-solicitation=133000"
                    + " router-advertisement=134000 nd-ns=135000 nd-na=136000 redirect=137000"
                    + " router-renumbering=138000 dhaad-request=144000 dhaad-reply=145000 mpd-solicitation=146000"
                    + " mpd-advertisement=147000 mldv2=143000");

    private IosNames() {}

    /** A type of ICMP, and a code if there is one. */
    record IcmpType(int type, OptionalInt code) {}

    private static ImmutableMap<String, Integer> parse(String text) {
        ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
        Splitter.on(' ')
                .withKeyValueSeparator('=')
                .split(text)
                .forEach((name, number) -> numbers.put(name, Integer.valueOf(number)));
        return numbers.buildOrThrow();
    }

    /** Returns the number that a word stands for; empty if it is neither a name nor a number up to the last. */
    static OptionalInt number(String word, Map<String, Integer> names, int last) {
        Integer named = names.get(word);
        if (named != null) {
            return OptionalInt.of(named);
        }
        if (word.isEmpty() || word.length() > 5 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(word);
        return number <= last ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** Returns the message that a name stands for; null if it is no name. */
    static @org.jspecify.annotations.Nullable IcmpType icmp(String name, boolean ipv6) {
        Integer packed = (ipv6 ? ICMPV6 : ICMP).get(name);
        if (packed == null) {
            return null;
        }
        int code = packed % TYPE;
        return new IcmpType(packed / TYPE, code == 0 ? OptionalInt.empty() : OptionalInt.of(code - 1));
    }
}

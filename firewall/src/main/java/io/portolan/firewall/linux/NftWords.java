package io.portolan.firewall.linux;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;

/** The words of the language of nftables, which no table can be called by. */
public final class NftWords {
    /** What nftables 1.0 knows; older ones take fewer of them for words only in places, so all are refused. */
    private static final String WORDS =
            "a-rwnd abort accept ackseq add addr ah all arp asconf asconf-ack auto-merge avgpkt bridge "
                    + "burst bypass bytes cfi cgroup cgroupv2 chain chains checksum chunk classid code colon "
                    + "comma comment comp constant continue cookie-ack cookie-echo count counter counters cpi "
                    + "cpu create csumcov ct cum-tsn-ack cwr daddr data day dccp define dei delete describe "
                    + "device devices direction dnat doff dport drop dscp dst dup dynamic echo ecn ecne element "
                    + "elements eol error esp ether event exists expectation expiration expires export exthdr "
                    + "fanout fastopen fib flags flow flowlabel flowtable flowtables flush forward-tsn frag "
                    + "frag-off fully-random fwd gateway gc-interval get goto group handle hbh hdrlength "
                    + "heartbeat heartbeat-ack helper helpers hlen hook hooks hoplimit hour htype ibriport "
                    + "ibrname icmp icmpv6 icmpx id igmp iif iifgroup iifname iiftype import in inc include "
                    + "index inet init init-ack init-tag initial-tsn insert interval ip ip6 ipsec jhash json "
                    + "jump junk l3proto label last-entry left length level limit limits list ll log lowest-tsn "
                    + "lsrr map maps mark masquerade max-delay md5sig memory meta meter meters mh minute missing "
                    + "mod monitor more-fragments mptcp mrt mss mtu name netdev new-cum-tsn newline nexthdr "
                    + "nexthop nftrace nh nop notrack num num-dup-tsns num-gap-ack-blocks num-inbound-streams "
                    + "num-outbound-streams number numgen obriport obrname offload offset oif oifgroup oifname "
                    + "oiftype operation option options original osf out over packets param-problem pcp "
                    + "performance persistent pkttype plen policy port position ppid prefix priority proto-dst "
                    + "proto-src protocol ptr ptype queue queue-threshold quota quotas ra random rate redefine "
                    + "redirect reject rename replace reply reqid reserved reserved2 reset return right rr rt "
                    + "rt0 rt2 rtclassid rule rules ruleset sack sack-permitted sack0 sack1 sack2 sack3 saddr "
                    + "sctp secmark secmarks second seed seg-left semicolon seq seqno set sets shutdown "
                    + "shutdown-ack shutdown-complete sid size skgid skuid snaplen snat socket spi spnum sport "
                    + "srh ssn ssrr state status stream string subtype symhash synproxy synproxys table tables "
                    + "tag tcp th time timeout timestamp to tproxy trace transparent tsecr tsn tsval ttl type "
                    + "typeof udp udplite undefine until update urgptr used value version vlan vm vmap vtag week "
                    + "wildcard window with wscale xml xt zone ";

    private static final ImmutableSet<String> RESERVED =
            ImmutableSet.copyOf(Splitter.on(' ').omitEmptyStrings().split(WORDS));

    private NftWords() {}

    /**
     * Refuses a name that is a word of the language.
     *
     * @param name the name of a table
     * @throws IllegalArgumentException if nftables would not read it as a name
     */
    public static void check(String name) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("no table of nftables can be called " + name
                    + ", which is a word of its language; expected another name, such as " + name + "-rules");
        }
    }
}

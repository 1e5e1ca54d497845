package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.sitefile.text.TransportText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads one observed rule. */
final class ObservedRuleReader {
    static final String ID = "id";

    private static final String ACTION = "action";
    private static final String SOURCES = "sources";
    private static final String DESTINATIONS = "destinations";
    private static final String PROTOCOL = "protocol";
    private static final String PORTS = "ports";
    private static final String SOURCE_PORTS = "sourcePorts";
    private static final String ICMP_TYPE = "icmpType";
    private static final String ICMP_CODE = "icmpCode";
    private static final String NOT_UNDERSTOOD = "notUnderstood";
    private static final List<String> KEYS = List.of(
            ID, ACTION, SOURCES, DESTINATIONS, PROTOCOL, PORTS, SOURCE_PORTS, ICMP_TYPE, ICMP_CODE, NOT_UNDERSTOOD);

    private static final String ANY = "any";
    private static final String PEERS = "addresses, prefixes, ranges and names, such as [\"10.0.0.0/24\"], or any";
    private static final int LARGEST_TYPE = 255;

    private final Node.Mapping rule;

    ObservedRuleReader(Node.Mapping rule) {
        this.rule = rule;
    }

    ObservedRule rule() {
        Values.onlyKeys(rule, KEYS);
        String id = textOrNumber(Values.required(rule, ID), "a text or number that no other rule has");
        ObservedRule.Action action = Values.oneOf(Values.required(rule, ACTION), "action", ObservedRulesFile.ACTIONS);
        Peers sources = peers(Values.required(rule, SOURCES));
        Peers destinations = peers(Values.required(rule, DESTINATIONS));
        ImmutableList<Transport> transports = transports();
        Optional<String> notUnderstood = value(NOT_UNDERSTOOD)
                .map(value -> Values.text(value, "a text that says what else the rule asks for, such as \"iif eth1\""));
        return Values.made(
                rule.place(), () -> new ObservedRule(id, action, sources, destinations, transports, notUnderstood));
    }

    private Optional<Node> value(String key) {
        return Optional.ofNullable(rule.entries().get(key)).map(Node.Entry::value);
    }

    private static Peers peers(Node value) {
        if (Values.isText(value, ANY)) {
            return Peers.any();
        }
        AddressSet.Builder addresses = AddressSet.builder();
        List<OutsideName> names = new ArrayList<>();
        Values.each(value, PEERS, text -> {
            Peers peers = Peers.parse(text);
            addresses.addAll(peers.addresses());
            names.addAll(peers.names());
        });
        return Peers.of(addresses.build(), names);
    }

    private ImmutableList<Transport> transports() {
        Node value = Values.required(rule, PROTOCOL);
        if (Values.isText(value, ANY)) {
            refuse("a rule for every protocol", PORTS, SOURCE_PORTS, ICMP_TYPE, ICMP_CODE);
            return ImmutableList.of();
        }
        IpProtocol protocol = protocol(value);
        if (protocol.hasPorts()) {
            refuse(protocol.toString(), ICMP_TYPE, ICMP_CODE);
            return ImmutableList.of(TransportText.withPorts(protocol, ports(PORTS), ports(SOURCE_PORTS)));
        }
        refuse(protocol.toString(), PORTS, SOURCE_PORTS);
        if (protocol != IpProtocol.ICMP && protocol != IpProtocol.ICMPV6) {
            refuse(protocol.toString(), ICMP_TYPE, ICMP_CODE);
        }
        OptionalInt type = number(ICMP_TYPE);
        OptionalInt code = number(ICMP_CODE);
        if (type.isEmpty() && code.isPresent()) {
            throw Values.required(rule, ICMP_CODE).place().error("a code needs a type; add the key " + ICMP_TYPE);
        }
        return ImmutableList.of(TransportText.portless(protocol, type, code));
    }

    private static IpProtocol protocol(Node value) {
        String text = textOrNumber(value, "a protocol, such as tcp, udp, icmp, icmpv6, vrrp, 112 or any");
        return Values.made(value.place(), () -> IpProtocol.parse(text));
    }

    private static String textOrNumber(Node value, String expected) {
        return value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER
                ? scalar.text()
                : Values.text(value, expected);
    }

    private void refuse(String what, String... keys) {
        for (String key : keys) {
            Node.Entry entry = rule.entries().get(key);
            if (entry != null) {
                throw entry.key().error(what + " has none; leave the key out");
            }
        }
    }

    /** Returns the ports under a key; a rule that names none means all. */
    private PortSet ports(String key) {
        Function<Node, PortSet> read = value -> {
            String text = textOrNumber(value, "ports, such as 443 or \"80,8000-8099\"");
            PortSet ports = Values.made(value.place(), () -> PortSet.parse(text));
            if (ports.isEmpty()) {
                throw value.place().error("there is no port; for every port leave the key out");
            }
            return ports;
        };
        return value(key).map(read).orElse(PortSet.all());
    }

    private OptionalInt number(String key) {
        Optional<Node> value = value(key);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Values.number(value.get(), LARGEST_TYPE));
    }
}

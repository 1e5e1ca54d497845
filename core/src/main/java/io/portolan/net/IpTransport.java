package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import org.immutables.value.Value;

/** Every packet of one IP protocol of which no ports are modeled, such as VRRP or GRE; see {@link Transport#ip}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class IpTransport implements Transport {
    IpTransport() {}

    @Override
    @Value.Parameter
    public abstract IpProtocol protocol();

    @Value.Check
    void check() {
        checkArgument(
                !protocol().hasPorts(),
                "%s has ports: use Transport.%s(PortSet.all()) if all of them are meant",
                protocol(),
                protocol());
        checkArgument(
                protocol() != IpProtocol.ICMP && protocol() != IpProtocol.ICMPV6,
                "%s has types: use Transport.icmp() or Transport.icmpV6()",
                protocol());
    }

    /** Returns the protocol, such as {@code vrrp} or {@code ip:200}. */
    @Override
    public String toString() {
        return protocol().toString();
    }
}

package io.portolan.benchmarks.ports;

import io.portolan.net.PortSet;

/** The port sets of this library. */
final class Portolan implements PortSets<PortSet> {
    @Override
    public PortSet build(Ranges ranges) {
        PortSet.Builder builder = PortSet.builder();
        for (int i = 0; i < ranges.size(); i++) {
            builder.addRange(ranges.firsts().get(i), ranges.lasts().get(i));
        }
        return builder.build();
    }

    @Override
    public PortSet union(PortSet left, PortSet right) {
        return left.union(right);
    }

    @Override
    public PortSet intersection(PortSet left, PortSet right) {
        return left.intersection(right);
    }

    @Override
    public PortSet difference(PortSet left, PortSet right) {
        return left.difference(right);
    }

    @Override
    public boolean contains(PortSet set, int port) {
        return set.contains(port);
    }

    @Override
    public boolean containsAll(PortSet set, PortSet others) {
        return set.contains(others);
    }
}

package io.portolan.draft;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the columns of a document's tables, told by a person.
 *
 * <pre>{@code
 * TableLayout.builder().fromColumn("Client").toColumn("Server").serviceColumn("Protocol").portsColumn("Port")
 *         .protocol(IpProtocol.TCP).build()
 * TableLayout.builder().from("member").to("domain-controller").serviceColumn("Service").portsColumn("Server Port").build()
 * TableLayout.builder().partiesColumn("Description").service("unknown").udpColumn("UDP").tcpColumn("TCP").build()
 * }</pre>
 *
 * <p>Names of columns are compared without regard to case. A table without one of the named columns is passed over, and told
 * among what is undecided.
 */
public final class TableLayout {
    private final Source from;
    private final Source to;
    private final Source service;
    private final @Nullable String partiesColumn;
    private final ImmutableList<PortsColumn> ports;
    private final @Nullable IpProtocol protocol;

    private TableLayout(Builder builder) {
        this.from = builder.from;
        this.to = builder.to;
        this.service = builder.service;
        this.partiesColumn = builder.partiesColumn;
        this.ports = ImmutableList.copyOf(builder.ports);
        this.protocol = builder.protocol;
    }

    /** Where a part of a row comes from: a column, or a word that holds for all rows. */
    record Source(@Nullable String column, @Nullable String word) {
        static final Source UNTOLD = new Source(null, null);
    }

    /** A column of ports, whose protocol is told by the column, or by its cells. */
    record PortsColumn(String name, @Nullable IpProtocol protocol) {}

    /**
     * Starts a builder. Required are a column of ports, and a column or a word for the service; and for the parties either
     * both ends or a column in whose words they stand.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Source from() {
        return from;
    }

    Source to() {
        return to;
    }

    Source service() {
        return service;
    }

    Optional<String> partiesColumn() {
        return Optional.ofNullable(partiesColumn);
    }

    ImmutableList<PortsColumn> ports() {
        return ports;
    }

    Optional<IpProtocol> protocol() {
        return Optional.ofNullable(protocol);
    }

    /** Returns the columns that a table must have. */
    ImmutableList<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (Source source : List.of(from, to, service)) {
            if (source.column() != null) {
                columns.add(source.column());
            }
        }
        partiesColumn().ifPresent(columns::add);
        ports.forEach(column -> columns.add(column.name()));
        return ImmutableList.copyOf(columns);
    }

    /** Builds layouts. */
    public static final class Builder {
        private Source from = Source.UNTOLD;
        private Source to = Source.UNTOLD;
        private Source service = Source.UNTOLD;
        private @Nullable String partiesColumn;
        private final List<PortsColumn> ports = new ArrayList<>();
        private @Nullable IpProtocol protocol;

        private Builder() {}

        /**
         * Says who opens the connections of all rows.
         *
         * @param endpoint the identifier of shared infrastructure, or any name, of which a role is made
         * @return this builder
         */
        public Builder from(String endpoint) {
            from = new Source(null, endpoint);
            return this;
        }

        /**
         * Says in which column it stands who opens the connection.
         *
         * @param column the name of a column
         * @return this builder
         */
        public Builder fromColumn(String column) {
            from = new Source(column, null);
            return this;
        }

        /**
         * Says to whom the connections of all rows are opened.
         *
         * @param endpoint the identifier of shared infrastructure, or any name, of which a role is made
         * @return this builder
         */
        public Builder to(String endpoint) {
            to = new Source(null, endpoint);
            return this;
        }

        /**
         * Says in which column it stands to whom the connection is opened: a name, of which a role is made, or a host name or
         * address, of which an outside site is made.
         *
         * @param column the name of a column
         * @return this builder
         */
        public Builder toColumn(String column) {
            to = new Source(column, null);
            return this;
        }

        /**
         * Says in which column a sentence tells both parties as "from the client to the server".
         *
         * @param column the name of a column
         * @return this builder
         */
        public Builder partiesColumn(String column) {
            partiesColumn = column;
            return this;
        }

        /**
         * Says what the packets of all rows carry.
         *
         * @param name the name of an application protocol
         * @return this builder
         */
        public Builder service(String name) {
            service = new Source(null, name);
            return this;
        }

        /**
         * Says in which column it stands what the packets carry.
         *
         * @param column the name of a column
         * @return this builder
         */
        public Builder serviceColumn(String column) {
            service = new Source(column, null);
            return this;
        }

        /**
         * Adds a column of ports that names the protocol with them, or none where {@link #protocol} says it for all.
         *
         * @param column the name of a column
         * @return this builder
         */
        public Builder portsColumn(String column) {
            ports.add(new PortsColumn(column, null));
            return this;
        }

        /**
         * Adds a column of TCP ports.
         *
         * @param column the name of a column
         * @return this builder
         */
        public Builder tcpColumn(String column) {
            ports.add(new PortsColumn(column, IpProtocol.TCP));
            return this;
        }

        /**
         * Adds a column of UDP ports.
         *
         * @param column the name of a column
         * @return this builder
         */
        public Builder udpColumn(String column) {
            ports.add(new PortsColumn(column, IpProtocol.UDP));
            return this;
        }

        /**
         * Says the protocol of ports whose row names none.
         *
         * @param protocol TCP or UDP
         * @return this builder
         * @throws IllegalArgumentException if it is another
         */
        public Builder protocol(IpProtocol protocol) {
            checkArgument(protocol.hasPorts(), "the protocol %s has no ports; expected tcp or udp", protocol);
            this.protocol = protocol;
            return this;
        }

        /**
         * Checks everything and returns the layout.
         *
         * @return the layout
         * @throws IllegalArgumentException if something required was not told, or parties were told twice
         */
        public TableLayout build() {
            boolean ends = !from.equals(Source.UNTOLD) && !to.equals(Source.UNTOLD);
            boolean oneEnd = !from.equals(Source.UNTOLD) || !to.equals(Source.UNTOLD);
            checkArgument(
                    partiesColumn == null ? ends : !oneEnd,
                    "expected who opens and to whom, each as a word or a column, or else one column for both");
            checkArgument(!service.equals(Source.UNTOLD), "expected what the packets carry, as a word or a column");
            checkArgument(!ports.isEmpty(), "expected a column of ports");
            return new TableLayout(this);
        }
    }
}

package io.portolan.flowlogs;

import io.portolan.catalog.Infrastructure;
import io.portolan.catalogs.Catalogs;
import io.portolan.flowlogs.synthetic.LogWriter;
import io.portolan.flowlogs.synthetic.MadeRecord;
import io.portolan.flowlogs.synthetic.SyntheticTraffic;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.rds.Rds;
import io.portolan.site.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small site with Remote Desktop Services, in both families. */
final class Quay {
    static final Policy POLICY = Planner.plan(
            Topology.builder()
                    .add(Place.host("gw1")
                            .address("10.0.0.10")
                            .address("2001:db8::10")
                            .endpoint(Rds.Role.GATEWAY)
                            .build())
                    .add(Place.host("cb1")
                            .address("10.0.0.11")
                            .address("2001:db8::11")
                            .endpoint(Rds.Role.CONNECTION_BROKER)
                            .build())
                    .add(Place.host("sh1")
                            .address("10.0.0.12")
                            .address("2001:db8::12")
                            .endpoint(Rds.Role.SESSION_HOST)
                            .build())
                    .add(Place.host("sh2")
                            .address("10.0.0.13")
                            .endpoint(Rds.Role.SESSION_HOST)
                            .build())
                    .add(Place.host("dc1")
                            .address("10.0.0.2")
                            .address("2001:db8::2")
                            .endpoint(Infrastructure.DOMAIN_CONTROLLER, Infrastructure.DNS_SERVER)
                            .build())
                    .add(Place.network("clients")
                            .address("10.0.8.0/22")
                            .address("2001:db8:8::/64")
                            .endpoint(Rds.Role.CLIENT)
                            .build())
                    .build(),
            Site.empty().resolve(Catalogs.rds()));

    private Quay() {}

    static List<MadeRecord> records(LogFormat format, int count, long seed) {
        SyntheticTraffic traffic = new SyntheticTraffic(POLICY, seed);
        List<MadeRecord> records = new ArrayList<>();
        while (records.size() < count) {
            MadeRecord made = traffic.next();
            if (LogWriter.canHold(format, made)) {
                records.add(made);
            }
        }
        return records;
    }

    static List<FlowRecord> read(LogOptions options, LogProgress progress, byte[] log) {
        List<FlowRecord> records = new ArrayList<>();
        try {
            new FlowLogReader(options, progress).read("log", new ByteArrayInputStream(log), records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    static List<FlowRecord> read(LogFormat format, LogProgress progress, String log) {
        return read(LogOptions.of(format), progress, log.getBytes(StandardCharsets.UTF_8));
    }

    /** The one record of a log. */
    static FlowRecord one(LogFormat format, String log) {
        LogProgress progress = new LogProgress();
        List<FlowRecord> records = read(format, progress, log);
        if (records.size() != 1 || progress.broken() != 0) {
            throw new AssertionError(records + " " + progress.shown());
        }
        return records.get(0);
    }

    /** Why the one record of a log is broken. */
    static String broken(LogFormat format, String log) {
        LogProgress progress = new LogProgress();
        List<FlowRecord> records = read(format, progress, log);
        if (!records.isEmpty() || progress.broken() != 1) {
            throw new AssertionError(records + " " + progress.shown());
        }
        return progress.shown().get(0).toString();
    }
}

package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Flow;
import io.portolan.catalogs.Catalogs;
import io.portolan.internal.Shown;
import io.portolan.json.ChangesJson;
import io.portolan.planner.EditionDiff;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.SiteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan changes}: what a later edition of a catalog states differently, and which hosts it touches. */
@Command(
        name = "changes",
        description =
                "Compares two editions of a catalog: flows that were added, removed or changed, and with a site file"
                        + " the places that they touch.")
final class ChangesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "CATALOG",
            description = "The catalog, such as rds.",
            converter = CatalogArgument.class)
    private Catalog<?> catalog;

    @Option(
            names = "--from",
            paramLabel = "VERSION",
            description = "The version of the earlier edition; the one before the latest if not given.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "The version of the later edition; the latest if not given.")
    private @Nullable String to;

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "A site file with a topology, to list the places that the changes touch.")
    private @Nullable String site;

    @Mixin
    private SiteFormatOption format;

    @Override
    public void run() {
        List<Catalog<?>> editions = Catalogs.editions(catalog.id());
        Catalog<?> after = edition(editions, to, editions.size() - 1);
        Catalog<?> before = edition(editions, from, Math.max(0, editions.indexOf(after) - 1));
        EditionDiff diff = EditionDiff.between(before, after);
        Optional<Topology> topology = topology();
        String text = switch (format.get()) {
            case TABLE -> table(before, after, diff, topology);
            case CSV -> csv(diff, topology);
            case JSON -> ChangesJson.of(before, after, diff, topology);
            case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
        };
        spec.commandLine().getOut().print(text);
    }

    private static Catalog<?> edition(List<Catalog<?>> editions, @Nullable String version, int otherwise) {
        if (version == null) {
            return editions.get(otherwise);
        }
        return editions.stream()
                .filter(edition -> edition.edition().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("there is no edition " + Shown.quote(version) + " of "
                        + editions.get(0).id() + "; expected one of "
                        + editions.stream()
                                .map(edition -> edition.edition().version())
                                .collect(Collectors.joining(", "))));
    }

    private Optional<Topology> topology() {
        if (site == null) {
            return Optional.empty();
        }
        Optional<Topology> topology = SiteFile.read(FileText.path(site)).topology();
        if (topology.isEmpty()) {
            throw new CommandFailure(
                    site + ": the file has no topology, whose places could be touched; add the key topology");
        }
        return topology;
    }

    private String table(Catalog<?> before, Catalog<?> after, EditionDiff diff, Optional<Topology> topology) {
        StringBuilder text =
                new StringBuilder(after.title() + ": edition " + before.edition() + " => " + after.edition() + "\n");
        if (diff.isEmpty()) {
            return text.append("nothing changed\n").toString();
        }
        diff.added().forEach(flow -> text.append("+ ").append(flow).append('\n'));
        diff.removed().forEach(flow -> text.append("- ").append(flow).append('\n'));
        for (EditionDiff.Change change : diff.changed()) {
            text.append("~ ").append(change.after().id()).append('\n');
            change.differences()
                    .forEach(
                            difference -> text.append("    ").append(difference).append('\n'));
        }
        text.append(diff.added().size() + " added, " + diff.removed().size() + " removed, "
                + diff.changed().size() + " changed, of these "
                + diff.changed().stream()
                        .filter(EditionDiff.Change::isOfPackets)
                        .count()
                + " in their packets\n");
        topology.ifPresent(
                places -> text.append("touched: ").append(touched(diff, places)).append('\n'));
        return text.toString();
    }

    private static String touched(EditionDiff diff, Topology topology) {
        String names = diff.touched(topology).stream().map(Place::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "no place" : names;
    }

    private static String csv(EditionDiff diff, Optional<Topology> topology) {
        List<List<String>> lines = new ArrayList<>();
        diff.added().forEach(flow -> lines.add(line("added", flow, topology)));
        diff.removed().forEach(flow -> lines.add(line("removed", flow, topology)));
        for (EditionDiff.Change change : diff.changed()) {
            for (EditionDiff.Difference difference : change.differences()) {
                lines.add(List.of(
                        "changed",
                        change.after().id(),
                        difference.what(),
                        difference.before(),
                        difference.after(),
                        change.isOfPackets() ? places(change.after(), topology) : ""));
            }
        }
        return CsvText.of(List.of("change", "id", "what", "before", "after", "touched"), lines);
    }

    private static List<String> line(String change, Flow flow, Optional<Topology> topology) {
        String stated = flow.traffic() + ", " + flow.necessity().id();
        boolean added = change.equals("added");
        return List.of(change, flow.id(), "flow", added ? "" : stated, added ? stated : "", places(flow, topology));
    }

    private static String places(Flow flow, Optional<Topology> topology) {
        return topology.stream()
                .flatMap(places -> places.places().stream())
                .filter(place -> place.placements().stream()
                        .anyMatch(placement -> placement.endpoint().equals(flow.source())
                                || placement.endpoint().equals(flow.destination())))
                .map(Place::name)
                .collect(Collectors.joining(";"));
    }
}

package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.internal.Nearest;
import io.portolan.planner.Deployment;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The section {@code deployments}: installations of products by name, each with the answers that are its own. */
final class DeploymentsSection {
    static final String CATALOG = "catalog";
    static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    static final int LONGEST_NAME = 60;

    private final Map<String, Catalog<?>> catalogs = new LinkedHashMap<>();
    private final List<Placed> own = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private boolean allKnown = true;

    /** A deployment with its own answers alone, and where it stands. */
    private record Placed(FilePosition place, String name, Catalog<?> catalog, Site site) {}

    DeploymentsSection(CatalogSet known) {
        known.catalogs().forEach(catalog -> catalogs.put(catalog.id(), catalog));
    }

    void read(Node value) {
        Problems problems = new Problems();
        Node.Mapping mapping = problems.made(() -> Values.mapping(value, "deployments"))
                .orElseGet(() -> new Node.Mapping(value.place(), ImmutableMap.of()));
        allKnown = !mapping.entries().isEmpty();
        mapping.entries().forEach((name, entry) -> {
            if (!problems.attempt(() -> deployment(name, entry))) {
                broken.add(name);
            }
        });
        problems.finish();
    }

    /** Returns the names of deployments with which something is wrong, so that what refers to them cannot be judged. */
    Set<String> broken() {
        return broken;
    }

    /** Tells whether the names of all deployments are known. */
    boolean allKnown() {
        return allKnown;
    }

    /** Returns the deployments, each with the common answers where it has none of its own. */
    ImmutableList<Deployment> deployments(Site common, Problems problems) {
        ImmutableList.Builder<Deployment> merged = ImmutableList.builder();
        for (Placed placed : own) {
            boolean fits = problems.attempt(() -> {
                try {
                    merged.add(new Deployment(
                            placed.name(), common.mergedWith(placed.site()).resolve(placed.catalog())));
                } catch (IllegalArgumentException e) { // answers that contradict each other
                    throw placed.place().error(String.valueOf(e.getMessage()));
                }
            });
            if (!fits) {
                broken.add(placed.name());
            }
        }
        return merged.build();
    }

    private void deployment(String name, Node.Entry entry) {
        if (!NAME_PATTERN.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw entry.key()
                    .error("the name of a deployment is of lower-case letters, digits and single hyphens, such as"
                            + " farm-north, and at most " + LONGEST_NAME + " characters long");
        }
        if (!(entry.value() instanceof Node.Mapping mapping)) {
            throw entry.value()
                    .place()
                    .error(
                            "expected a mapping of answers, or {} for a deployment without answers of its own, but found "
                                    + entry.value().description());
        }
        if (name.equals(OwnFlows.NAME)) {
            throw entry.key().error("flows of the site's own have this name; expected another name for the deployment");
        }
        Catalog<?> catalog = catalog(name, entry.key(), mapping);
        Site.Builder site = Site.builder();
        Sections sections = CommonAnswers.of(catalog, site);
        new CatalogAnswers(catalog, site)
                .addTo(sections)
                .add(CATALOG, told -> {})
                .read(mapping);
        own.add(new Placed(entry.key(), name, catalog, site.build()));
    }

    private Catalog<?> catalog(String name, FilePosition place, Node.Mapping mapping) {
        Catalog<?> named = catalogs.get(name);
        Node.Entry told = mapping.entries().get(CATALOG);
        if (told == null) {
            if (named == null) {
                throw place.error(Nearest.unknown(CATALOG, name, catalogs.keySet())
                        + "; a deployment by another name tells its catalog under the key catalog");
            }
            return named;
        }
        Catalog<?> catalog = Values.oneOf(told.value(), CATALOG, catalogs);
        if (named != null && named != catalog) {
            throw told.value()
                    .place()
                    .error("a deployment that is named like the catalog " + name + " cannot be of another; expected "
                            + name + ", or another name for the deployment");
        }
        return catalog;
    }
}

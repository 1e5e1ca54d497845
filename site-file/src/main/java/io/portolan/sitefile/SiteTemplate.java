package io.portolan.sitefile;

import com.google.common.base.Splitter;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.WindowsEstate;
import io.portolan.site.Decision;
import io.portolan.site.Question;
import io.portolan.site.Site;
import io.portolan.sitefile.text.FeatureAnswers;
import java.util.List;
import java.util.Optional;

/**
 * A site file to begin with: everything that a site can decide, explained, and at its default.
 *
 * <p>What has no default is a comment that begins with {@code # ?}. So the file says nothing that the documents do not, and
 * resolves to the same flows as no file at all.
 */
final class SiteTemplate {
    private static final int WIDTH = 110;
    private static final String OPEN = "# ? ";

    private final StringBuilder yaml = new StringBuilder();

    private SiteTemplate() {}

    /**
     * Returns a site file for deployments.
     *
     * @param catalogs the catalogs of the deployments, each once
     * @return a YAML document
     */
    static String of(List<Catalog<?>> catalogs) {
        SiteTemplate template = new SiteTemplate();
        template.introduction();
        template.commonAnswers(catalogs);
        template.yaml.append('\n');
        template.line("", SiteFile.DEPLOYMENTS + ":");
        catalogs.forEach(template::deployment);
        template.topology(catalogs.get(0));
        return template.yaml.toString();
    }

    private void introduction() {
        comment("", "The answers of a site, which 'portolan resolve FILE' takes.");
        comment("", "");
        comment(
                "",
                "Each line has the default of the documents. A line that begins with '# ?' has none, so that flows wait"
                        + " for the answer: take '# ?' away, there and from the key above it, and answer. What stands at"
                        + " the top is for all deployments; each deployment can repeat it, and its own wins.");
        comment("", "'portolan schema' prints a schema with which editors complete and explain this file.");
    }

    private void commonAnswers(List<Catalog<?>> catalogs) {
        int windows = waitingFor(Decision.windows(), catalogs);
        if (windows > 0) {
            yaml.append('\n');
            comment(
                    "",
                    "The generations of Windows that listen, and with them the dynamic range: modern, mixed or legacy;"
                            + " modern is Windows Server 2008 and later.");
            line("", HostAnswers.WINDOWS + ": " + WindowsEstate.MODERN.id());
            comment("", "Where hosts were given another dynamic range, or RPC alone ports of its own:");
            comment("", HostAnswers.DYNAMIC_PORTS + ": 50000-50999");
            comment("", HostAnswers.DYNAMIC_PORTS + ": rpc:5001-5100");
            comment("", "Where that is so on the hosts of one endpoint alone:");
            line("", "# " + CommonAnswers.ENDPOINTS + ":");
            line("", "#   domain-controller:");
            line("", "#     " + HostAnswers.DYNAMIC_PORTS + ": 50000-50999");
        }
        int optional = waitingFor(Decision.optionalFlows(), catalogs);
        if (optional > 0) {
            yaml.append('\n');
            comment(
                    "",
                    "Whether flows that the product can do without are wanted. " + optional
                            + " flows wait for it; a deployment can also answer for each by its id, under '"
                            + CatalogAnswers.FLOWS + "'.");
            line("", OPEN + CommonAnswers.OPTIONAL_FLOWS + ": true or false");
        }
    }

    private static int waitingFor(Decision<?> decision, List<Catalog<?>> catalogs) {
        int flows = 0;
        for (Catalog<?> catalog : catalogs) {
            for (Question question : Site.empty().resolve(catalog).questions()) {
                flows += question.decision().equals(decision) ? question.flows().size() : 0;
            }
        }
        return flows;
    }

    private void deployment(Catalog<?> catalog) {
        yaml.append('\n');
        String indent = "    ";
        comment("  ", catalog.title() + ", edition " + catalog.edition());
        line("  ", catalog.id() + ":");
        line(indent, DeploymentsSection.CATALOG + ": " + catalog.id());
        List<PortSetting> settings = catalog.settings();
        if (!settings.isEmpty()) {
            boolean anyDefault =
                    settings.stream().anyMatch(setting -> setting.defaultPort().isPresent());
            yaml.append('\n');
            line(indent, (anyDefault ? "" : OPEN) + CatalogAnswers.SETTINGS + ":");
            settings.forEach(setting -> setting(indent + "  ", setting));
            for (PortCoupling coupling : catalog.couplings()) {
                yaml.append('\n');
                comment(indent + "  ", coupling + " [" + coupling.citation() + "]");
            }
        }
        List<Feature> features = catalog.features();
        if (!features.isEmpty()) {
            boolean anyDefault =
                    features.stream().anyMatch(feature -> defaultOf(feature).isPresent());
            yaml.append('\n');
            line(indent, (anyDefault ? "" : OPEN) + CatalogAnswers.FEATURES + ":");
            features.forEach(feature -> feature(indent + "  ", feature));
        }
    }

    /** An example in comments: what lives where is nothing that a document knows. */
    private void topology(Catalog<?> catalog) {
        yaml.append('\n');
        comment(
                "",
                "Where everything lives, which 'portolan plan' needs: hosts, networks, outside sites, and zones of these.");
        line("", "# " + SiteFile.TOPOLOGY + ":");
        line("", "#   " + TopologySection.HOSTS + ":");
        line("", "#     server1:");
        line("", "#       " + PlaceReader.ADDRESSES + ": [192.0.2.10, \"2001:db8::10\"]");
        line(
                "",
                "#       " + Placements.ROLES + ": {" + catalog.id() + ": ["
                        + catalog.roles().iterator().next().id() + "]}");
        line("", "#       " + Placements.ENDPOINTS + ": [dns-server]");
        line("", "#   " + TopologySection.NETWORKS + ":");
        line("", "#     office:");
        line("", "#       " + PlaceReader.ADDRESSES + ": [198.51.100.0/24]");
        line("", "#       " + Placements.ENDPOINTS + ": [admin-workstation]");
    }

    private void setting(String indent, PortSetting setting) {
        yaml.append('\n');
        comment(indent, CatalogSchema.describe(setting) + "; " + setting.allowed());
        citation(indent, setting.citation());
        String port = setting.defaultPort().isPresent()
                ? setting.id() + ": " + setting.defaultPort().getAsInt()
                : OPEN + setting.id() + ": " + setting.allowed();
        line(indent, port);
    }

    private void feature(String indent, Feature feature) {
        yaml.append('\n');
        comment(indent, FeatureAnswers.statement(feature));
        citation(indent, feature.citation());
        line(
                indent,
                defaultOf(feature)
                        .map(answer -> feature.id() + ": " + answer)
                        .orElseGet(() -> OPEN + feature.id() + ": " + answers(feature)));
    }

    private static Optional<String> defaultOf(Feature feature) {
        return feature instanceof Toggle toggle
                ? toggle.enabledByDefault().map(String::valueOf)
                : ((Choice<?>) feature).defaultOption().map(FeatureOption::id);
    }

    private static String answers(Feature feature) {
        return feature instanceof Choice ? String.join(" or ", FeatureAnswers.all(feature)) : "true or false";
    }

    private void citation(String indent, Citation citation) {
        comment(indent, "[" + citation + "]");
    }

    private void comment(String indent, String comment) {
        String prefix = indent + "# ";
        StringBuilder line = new StringBuilder(prefix);
        for (String word : Splitter.on(' ').split(comment)) {
            boolean first = line.length() == prefix.length();
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                yaml.append(line).append('\n');
                line = new StringBuilder(prefix);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        yaml.append(line.toString().stripTrailing()).append('\n');
    }

    private void line(String indent, String line) {
        yaml.append(indent).append(line).append('\n');
    }
}

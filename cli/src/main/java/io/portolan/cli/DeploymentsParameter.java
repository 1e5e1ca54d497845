package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalogs.Catalogs;
import io.portolan.internal.Nearest;
import io.portolan.planner.Deployment;
import io.portolan.site.Site;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.SiteFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parameters of commands about a site: which deployments, and the file of its answers. */
final class DeploymentsParameter {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "CATALOG",
            description = "The catalogs, such as rds. With --site also deployments of the file; all of them if none is"
                    + " named.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description =
                    "The answers of the site, in YAML, or in JSON if the name ends in .json; 'portolan init' writes"
                            + " a file to begin with. Nothing is answered if not given.")
    private @Nullable String file;

    /** Returns the deployments, each once, in the order in which they are named. */
    List<Deployment> get() {
        if (file != null) {
            return ofFile(SiteFile.read(FileText.path(file)));
        }
        if (names.isEmpty()) {
            throw wrongUsage("name a catalog, or give a site file by --site");
        }
        return named(Site.empty(), List.of());
    }

    private List<Deployment> ofFile(SiteFile site) {
        if (!names.isEmpty()) {
            return named(site.common(), site.deployments());
        }
        if (site.deployments().isEmpty()) {
            throw wrongUsage("name a catalog, for the site file has answers, but no deployments");
        }
        return site.deployments();
    }

    /** A name means the deployment of that name, else all deployments of that catalog, else that catalog with common answers. */
    private List<Deployment> named(Site common, List<Deployment> deployments) {
        Map<String, Catalog<?>> catalogs = new LinkedHashMap<>();
        Catalogs.all().catalogs().forEach(catalog -> catalogs.put(catalog.id(), catalog));
        Map<String, Deployment> byName = new LinkedHashMap<>();
        deployments.forEach(deployment -> byName.put(deployment.name(), deployment));
        Set<Deployment> named = new LinkedHashSet<>();
        for (String name : names) {
            Optional<Deployment> deployment = Optional.ofNullable(byName.get(name));
            Catalog<?> catalog = catalogs.get(name);
            if (deployment.isPresent()) {
                named.add(deployment.get());
            } else if (catalog == null) {
                Set<String> known = new LinkedHashSet<>(byName.keySet());
                known.addAll(catalogs.keySet());
                throw wrongUsage(
                        Nearest.unknown(deployments.isEmpty() ? "catalog" : "deployment or catalog", name, known));
            } else {
                List<Deployment> ofCatalog = of(catalog, deployments);
                named.addAll(ofCatalog.isEmpty() ? List.of(new Deployment(name, common.resolve(catalog))) : ofCatalog);
            }
        }
        return List.copyOf(named);
    }

    private static List<Deployment> of(Catalog<?> catalog, List<Deployment> deployments) {
        List<Deployment> ofCatalog = new ArrayList<>(deployments);
        ofCatalog.removeIf(deployment -> deployment.resolution().catalog() != catalog);
        return ofCatalog;
    }

    private ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

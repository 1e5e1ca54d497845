package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalogs.Catalogs;
import io.portolan.internal.Nearest;
import io.portolan.planner.Deployment;
import io.portolan.site.Site;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.SiteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parameters of commands about the answers of a site: its file, and which deployments of it, or catalogs alone. */
final class DeploymentsParameter {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SITE",
            description =
                    "The site file with the answers, in YAML, or in JSON if its name ends in .json, and which of its"
                            + " deployments, all if none is named; or catalogs, such as rds, of which nothing is answered."
                            + " 'portolan init' writes a file to begin with.")
    private List<String> words = new ArrayList<>();

    /** Returns the deployments, each once, in the order in which they are named. */
    List<Deployment> get() {
        if (Catalogs.all().catalog(words.get(0)).isPresent()) {
            return named(words, Site.empty(), List.of());
        }
        if (InputFile.isStandardInput(words.get(0))) {
            return ofFile(InputFile.site(words.get(0)), words.subList(1, words.size()));
        }
        Path path = FileText.path(words.get(0));
        if (!Files.exists(path) && !words.get(0).contains(".") && !words.get(0).contains("/")) {
            List<String> ids =
                    Catalogs.all().catalogs().stream().map(Catalog::id).toList();
            throw wrongUsage(Nearest.unknown("site file or catalog", words.get(0), ids));
        }
        return ofFile(SiteFile.read(path), words.subList(1, words.size()));
    }

    private List<Deployment> ofFile(SiteFile site, List<String> names) {
        if (!names.isEmpty()) {
            return named(names, site.common(), site.deployments());
        }
        if (site.deployments().isEmpty()) {
            throw wrongUsage("name a catalog, for the site file has answers, but no deployments");
        }
        return site.deployments();
    }

    /** A name means the deployment of that name, else all deployments of that catalog, else that catalog with common answers. */
    private List<Deployment> named(List<String> names, Site common, List<Deployment> deployments) {
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

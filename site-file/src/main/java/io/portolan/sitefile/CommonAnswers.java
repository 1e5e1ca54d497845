package io.portolan.sitefile;

import com.google.common.collect.ImmutableSetMultimap;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Endpoint;
import io.portolan.site.Answer;
import io.portolan.site.Decision;
import io.portolan.site.Site;
import java.util.function.Supplier;

/** The answers that a file can give for all deployments at its top, and again for each deployment. */
final class CommonAnswers {
    static final String OPTIONAL_FLOWS = "optional-flows";
    static final String ENDPOINTS = "endpoints";

    private CommonAnswers() {}

    /** Returns the keys of the answers for all deployments. */
    static Sections ofAllDeployments(CatalogSet catalogs, Site.Builder site) {
        return into(
                site,
                () -> EndpointNames.shared(catalogs),
                "; roles of a deployment are answered below the deployment");
    }

    /** Returns the keys of the same answers for one deployment. */
    static Sections of(Catalog<?> catalog, Site.Builder site) {
        return into(site, () -> EndpointNames.of(catalog), "");
    }

    /**
     * Returns the keys of these answers, to which others can be added.
     *
     * @param site takes the answers
     * @param endpoints returns the endpoints that can be spoken of, when they are first needed
     * @param hint what else to say of an endpoint that is none of these
     */
    private static Sections into(
            Site.Builder site, Supplier<ImmutableSetMultimap<String, Endpoint>> endpoints, String hint) {
        return HostAnswers.ofAllHosts(site)
                .add(OPTIONAL_FLOWS, entry -> {
                    Approved given = Approved.of(entry);
                    site.answer(Answer.of(Decision.optionalFlows(), Values.yesOrNo(given.value()))
                            .approved(given.approval()));
                })
                .add(ENDPOINTS, entry -> endpoints(entry.value(), site, endpoints.get(), hint));
    }

    private static void endpoints(
            Node value, Site.Builder site, ImmutableSetMultimap<String, Endpoint> endpoints, String hint) {
        Sections sections = new Sections("endpoint", hint);
        endpoints
                .asMap()
                .forEach((id, namesakes) -> sections.add(
                        id,
                        entry -> HostAnswers.ofEndpoint(site, namesakes)
                                .read(Values.mapping(entry.value(), "answers about its hosts"))));
        sections.read(Values.mapping(value, "endpoints"));
    }
}

package io.portolan.catalog;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The flows of one product, as its documents state them.
 *
 * <p>A catalog is typed by the roles of its product, so that asking it for a role of another does not compile. It is
 * immutable, its flows are in the order of its documents, and its indexes are built when a question first needs them.
 *
 * <p>What a site decided plays no part here: ports may be settings or the dynamic range, and conditions are only named.
 *
 * @param <R> the enum of the product's roles
 */
public final class Catalog<R extends ProductRole> implements FlowQueries<R> {
    private final String id;
    private final String title;
    private final Edition edition;
    private final ImmutableList<R> roles;
    private final ImmutableList<PortSetting> settings;
    private final ImmutableList<PortCoupling> couplings;
    private final ImmutableList<Feature> features;
    private final ImmutableList<Erratum> errata;
    private final Supplier<ImmutableList<Erratum>> laterErrata;
    private final ImmutableList<String> remarks;
    private final FlowSet<R> flows;

    Catalog(
            String id,
            String title,
            Edition edition,
            ImmutableList<R> roles,
            ImmutableList<PortSetting> settings,
            ImmutableList<PortCoupling> couplings,
            ImmutableList<Feature> features,
            ImmutableList<Erratum> errata,
            Supplier<ImmutableList<Erratum>> laterErrata,
            ImmutableList<String> remarks,
            ImmutableList<Flow> flows) {
        this.id = id;
        this.title = title;
        this.edition = edition;
        this.roles = roles;
        this.settings = settings;
        this.couplings = couplings;
        this.features = features;
        this.errata = errata;
        this.laterErrata = Suppliers.memoize(laterErrata::get);
        this.remarks = remarks;
        this.flows = FlowSet.all(flows);
    }

    /**
     * Starts a catalog.
     *
     * @param <R> the enum of the product's roles
     * @param id the stable identifier, with which the identifiers of its flows begin
     * @param title the name of the product
     * @param roles the enum of the product's roles
     * @return a builder
     * @throws IllegalArgumentException if the identifier is malformed
     */
    public static <R extends Enum<R> & ProductRole> CatalogBuilder<R> builder(String id, String title, Class<R> roles) {
        return new CatalogBuilder<>(id, title, roles);
    }

    /**
     * Returns the stable identifier.
     *
     * @return lower-case letters, digits and hyphens, such as {@code rds}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name of the product.
     *
     * @return the name for people
     */
    public String title() {
        return title;
    }

    /**
     * Returns which state of the world the catalog describes.
     *
     * @return the edition, with its documents
     */
    public Edition edition() {
        return edition;
    }

    /**
     * Returns the roles of the product.
     *
     * @return every role, in the order of the enum
     */
    public ImmutableList<R> roles() {
        return roles;
    }

    /**
     * Returns the endpoints that occur in flows.
     *
     * @return roles and other endpoints, each once, in the order in which flows name them
     */
    public ImmutableList<Endpoint> endpoints() {
        return flows.endpoints();
    }

    /**
     * Returns the ports that a site may change.
     *
     * @return every setting, in the order of the document
     */
    public ImmutableList<PortSetting> settings() {
        return settings;
    }

    /**
     * Returns the rules by which one setting decides another.
     *
     * @return every coupling, mostly none
     */
    public ImmutableList<PortCoupling> couplings() {
        return couplings;
    }

    /**
     * Returns the questions about the site on which flows depend.
     *
     * @return every feature, in the order of the document
     */
    public ImmutableList<Feature> features() {
        return features;
    }

    /**
     * Returns where the documents err or disagree.
     *
     * @return every erratum, in the order in which flows name them, and then those that concern no flow
     */
    public ImmutableList<Erratum> errata() {
        ImmutableList<Erratum> later = laterErrata.get();
        return later.isEmpty()
                ? errata
                : ImmutableList.<Erratum>builder().addAll(errata).addAll(later).build();
    }

    /** Returns the errata that are known without looking for any. */
    ImmutableList<Erratum> declaredErrata() {
        return errata;
    }

    /**
     * Returns what whoever uses the catalog must know before, such as what its document warns of.
     *
     * @return sentences, mostly none
     */
    public ImmutableList<String> remarks() {
        return remarks;
    }

    /**
     * Returns the documents that are cited: those that the catalog carries, and those that only errata hold against them.
     *
     * @return documents, each once, in one edition, those of the {@link #edition()} first
     */
    public ImmutableList<Document> documents() {
        Map<String, Document> documents = new LinkedHashMap<>();
        edition.documents().forEach(document -> documents.put(document.id(), document));
        for (Erratum erratum : errata()) {
            for (Reading reading : erratum.readings()) {
                Document document = reading.citation().document();
                documents.putIfAbsent(document.id(), document);
            }
        }
        return ImmutableList.copyOf(documents.values());
    }

    @Override
    public FlowSet<R> flows() {
        return flows;
    }

    /**
     * Returns the endpoint with an identifier, for programs that read it from a user; {@link FlowSet#fromEndpoint} and its
     * siblings ask for what it returns.
     *
     * @param id an identifier, such as {@code gateway} or {@code domain-controller}
     * @return a role of the product or another endpoint that occurs in its flows, empty if there is none
     */
    public Optional<Endpoint> endpoint(String id) {
        for (Endpoint role : roles) {
            if (role.id().equals(id)) {
                return Optional.of(role);
            }
        }
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.id().equals(id)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the setting with an identifier.
     *
     * @param id an identifier
     * @return the setting, empty if there is none
     */
    public Optional<PortSetting> setting(String id) {
        for (PortSetting setting : settings) {
            if (setting.id().equals(id)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the feature with an identifier.
     *
     * @param id an identifier
     * @return the feature, empty if there is none
     */
    public Optional<Feature> feature(String id) {
        for (Feature feature : features) {
            if (feature.id().equals(id)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }

    /** Returns identifier, title and edition in one line. */
    @Override
    public String toString() {
        return id + ": " + title + ", edition " + edition;
    }
}

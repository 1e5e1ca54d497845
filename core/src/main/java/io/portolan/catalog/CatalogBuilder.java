package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a catalog, of a product that Portolan ships or of one of your own.
 *
 * <pre>{@code
 * Catalog<Role> catalog = Catalog.builder("shop", "Web shop", Role.class)
 *         .edition(edition)
 *         .section(SERVERS.section(
 *                 row(1, flow(Role.FRONT_END, Role.DATABASE)
 *                         .tcp(Service.of("postgresql", "PostgreSQL"), DATABASE_PORT)
 *                         .purpose("reads and writes orders"))))
 *         .build();
 * }</pre>
 *
 * <p>The settings, features and errata that flows use are collected from them, in the order of first use. Only what no flow
 * uses is declared, and comes after. Documents are those of the edition. {@link #build()} refuses a wrong catalog and names
 * the flow.
 *
 * @param <R> the enum of the product's roles
 */
public final class CatalogBuilder<R extends Enum<R> & ProductRole> {
    private final String id;
    private final String title;
    private final Class<R> roles;
    private final List<PortSetting> settings = new ArrayList<>();
    private final List<PortCoupling> couplings = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private final List<Erratum> errata = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<PlacedDraft> drafts = new ArrayList<>();
    private Supplier<ImmutableList<Erratum>> laterErrata = ImmutableList::of;
    private @Nullable Edition edition;

    CatalogBuilder(String id, String title, Class<R> roles) {
        this.id = Ids.check("catalog", id);
        this.title = checkNotNull(title, "title");
        this.roles = checkNotNull(roles, "roles");
    }

    /**
     * Says which state of the world the catalog describes; required.
     *
     * @param edition the edition
     * @return this builder
     */
    public CatalogBuilder<R> edition(Edition edition) {
        this.edition = edition;
        return this;
    }

    /**
     * Declares settings that no flow uses, such as one that only decides another.
     *
     * @param settings settings, in the order in which they are listed after those of flows
     * @return this builder
     */
    public CatalogBuilder<R> settings(PortSetting... settings) {
        this.settings.addAll(Arrays.asList(settings));
        return this;
    }

    /**
     * Declares the rules by which one setting decides another.
     *
     * @param couplings rules between settings of the catalog
     * @return this builder
     */
    public CatalogBuilder<R> couplings(PortCoupling... couplings) {
        this.couplings.addAll(Arrays.asList(couplings));
        return this;
    }

    /**
     * Declares features on which no flow depends.
     *
     * @param features features, in the order in which they are listed after those of flows
     * @return this builder
     */
    public CatalogBuilder<R> features(Feature... features) {
        this.features.addAll(Arrays.asList(features));
        return this;
    }

    /**
     * Declares errata that concern no flow.
     *
     * @param errata errata, in the order in which they are listed after those of flows
     * @return this builder
     */
    public CatalogBuilder<R> errata(Erratum... errata) {
        this.errata.addAll(Arrays.asList(errata));
        return this;
    }

    /**
     * Declares errata that concern no flow and are costly to find, such as the differences between two tables. They are
     * found when {@link Catalog#errata()} is first asked for.
     *
     * @param errata gives errata whose identifiers no other has
     * @return this builder
     */
    public CatalogBuilder<R> errata(Supplier<ImmutableList<Erratum>> errata) {
        this.laterErrata = checkNotNull(errata, "errata");
        return this;
    }

    /**
     * Adds what whoever uses the catalog must know before, such as what its document warns of.
     *
     * @param remark sentences in words of your own
     * @return this builder
     */
    public CatalogBuilder<R> remark(String remark) {
        remarks.add(checkNotNull(remark, "remark"));
        return this;
    }

    /**
     * Adds a section of a document.
     *
     * @param section the section
     * @return this builder
     */
    public CatalogBuilder<R> section(Section section) {
        drafts.addAll(section.drafts());
        return this;
    }

    /**
     * Adds flows that say themselves where they are stated.
     *
     * @param drafts drafts with a {@link FlowDraft#cite citation} each
     * @return this builder
     */
    public CatalogBuilder<R> flows(FlowDraft... drafts) {
        for (FlowDraft draft : drafts) {
            this.drafts.add(new PlacedDraft(draft, ImmutableList.of()));
        }
        return this;
    }

    /**
     * Checks everything and returns the catalog.
     *
     * @return the catalog
     * @throws IllegalArgumentException if there is no edition; an identifier is malformed or taken; or a flow lacks
     *     traffic, purpose or citation, gives ports to a protocol that has none, or refers to a role of another product or
     *     to a document that is not of the edition
     */
    public Catalog<R> build() {
        try {
            checkArgument(edition != null, "it has no edition; say which documents it carries, as of which day");
            ImmutableList.Builder<Flow> built = ImmutableList.builder();
            for (PlacedDraft draft : drafts) {
                built.addAll(draft.build(id));
            }
            ImmutableList<Flow> flows = ofThisEdition(built.build());
            Catalog<R> catalog = new Catalog<>(
                    id,
                    title,
                    edition,
                    ImmutableList.copyOf(roles.getEnumConstants()),
                    collect(flows.stream().flatMap(flow -> flow.setting().stream()), settings),
                    ImmutableList.copyOf(couplings),
                    collect(
                            flows.stream()
                                    .flatMap(flow -> flow.conditions().stream())
                                    .flatMap(condition -> condition.feature().stream()),
                            features),
                    collect(flows.stream().flatMap(flow -> flow.errata().stream()), errata),
                    laterErrata,
                    ImmutableList.copyOf(remarks),
                    flows);
            new CatalogCheck(catalog).run();
            return catalog;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("catalog " + id + ": " + e.getMessage(), e);
        }
    }

    /**
     * Lets flows cite the documents of this edition. An earlier edition is written with the headings of the latest, and has
     * its documents by the same identifiers.
     */
    private ImmutableList<Flow> ofThisEdition(ImmutableList<Flow> flows) {
        Map<String, Document> documents = new HashMap<>();
        checkNotNull(edition).documents().forEach(document -> documents.put(document.id(), document));
        return flows.stream()
                .map(flow -> {
                    ImmutableList<Citation> citations = flow.citations().stream()
                            .map(citation -> citation.in(
                                    documents.getOrDefault(citation.document().id(), citation.document())))
                            .collect(toImmutableList());
                    return citations.equals(flow.citations())
                            ? flow
                            : new ImmutableFlow.Builder()
                                    .from(flow)
                                    .citations(citations)
                                    .build();
                })
                .collect(toImmutableList());
    }

    /** Returns what flows use, in the order of first use, and what was declared besides; each once. */
    private static <T> ImmutableList<T> collect(Stream<? extends T> used, List<T> declared) {
        return Stream.<T>concat(used, declared.stream()).distinct().collect(toImmutableList());
    }
}

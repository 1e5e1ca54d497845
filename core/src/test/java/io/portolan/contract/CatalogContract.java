package io.portolan.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every catalog keeps. A catalog brings two text files beside a short class:
 *
 * <pre>{@code
 * class ShopTest extends CatalogContract {
 *     ShopTest() {
 *         super(Shop.catalog());
 *     }
 * }
 * }</pre>
 *
 * <p>{@code shop-ledger.txt} has the facts of the document, one a line, written by reading the document, never exported from
 * the catalog; see {@link Ledger} for its notation. {@code shop-flow-ids.txt} has every identifier that was ever published:
 * new ones are added, none is changed or taken out.
 */
public abstract class CatalogContract {
    private static final int SHORTEST_COPY = 25;
    private static final int LONGEST_PURPOSE = 120;

    private final Catalog<?> catalog;
    private final String name;

    /**
     * Makes the test of a catalog whose files are named by its identifier.
     *
     * @param catalog the catalog
     */
    protected CatalogContract(Catalog<?> catalog) {
        this(catalog, catalog.id());
    }

    /**
     * Makes the test of a catalog.
     *
     * @param catalog the catalog
     * @param name how the names of its files begin, for one edition of several
     */
    protected CatalogContract(Catalog<?> catalog, String name) {
        this.catalog = catalog;
        this.name = name;
    }

    /**
     * Returns copies of the documents, which are not published with the catalog.
     *
     * @return files that may be absent, in which case the test that nothing is copied from them is skipped
     */
    protected List<Path> copiesOfDocuments() {
        return List.of();
    }

    /**
     * Returns what is listed though no flow uses it, such as an erratum about a row without a flow.
     *
     * @return identifiers of roles, settings, features and errata
     */
    protected Set<String> usedByNoFlow() {
        return Set.of();
    }

    /** Everything that the document states is in the catalog, in its order, and nothing else is. */
    @Test
    void catalogAndLedgerHoldTheSameFactsInTheSameOrder() {
        assertThat(Facts.of(catalog)).containsExactlyElementsOf(ledger().facts());
    }

    @Test
    void catalogAndLedgerHoldTheSameRemarks() {
        assertThat(Facts.remarksOf(catalog)).containsExactlyInAnyOrderElementsOf(ledger().remarks());
    }

    @Test
    void ledgerHasNoFactTwice() {
        assertThat(ledger().facts()).doesNotHaveDuplicates();
        assertThat(ledger().remarks()).doesNotHaveDuplicates();
    }

    private Ledger ledger() {
        return Ledger.read(getClass(), "/" + name + "-ledger.txt");
    }

    @Test
    void everyIdentifierThatWasPublishedIsKnown() {
        List<String> published = published();
        assertThat(published).doesNotHaveDuplicates();
        assertThat(published)
                .allSatisfy(id -> assertThat(catalog.flow(id)).as(id).isPresent());
    }

    @Test
    void everyIdentifierIsPublished() {
        assertThat(catalog.flows().stream().flatMap(flow -> Stream.concat(Stream.of(flow.id()), former(flow))))
                .isSubsetOf(published());
    }

    private static Stream<String> former(Flow flow) {
        return flow.formerIds().stream();
    }

    private List<String> published() {
        return Ledger.lines(getClass(), "/" + name + "-flow-ids.txt").stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void everythingIsUsedByAFlow() {
        ImmutableSet.Builder<String> used = ImmutableSet.builder();
        for (Flow flow : catalog.flows()) {
            used.add(flow.source().id(), flow.destination().id());
            flow.setting().ifPresent(setting -> used.add(setting.id()));
            flow.conditions().forEach(condition -> condition.feature().ifPresent(feature -> used.add(feature.id())));
            flow.errata().forEach(erratum -> used.add(erratum.id()));
        }
        Set<String> listed = new TreeSet<>();
        catalog.roles().stream().map(Endpoint::id).forEach(listed::add);
        catalog.settings().forEach(setting -> listed.add(setting.id()));
        catalog.features().forEach(feature -> listed.add(feature.id()));
        catalog.errata().forEach(erratum -> listed.add(erratum.id()));
        listed.removeAll(used.build());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(usedByNoFlow());
    }

    @Test
    void purposesAreShortPhrases() {
        assertThat(catalog.flows())
                .allSatisfy(flow -> assertThat(flow.purpose())
                        .as(flow.id())
                        .hasSizeLessThanOrEqualTo(LONGEST_PURPOSE)
                        .doesNotEndWith("."));
    }

    @Test
    void noTextIsCopiedFromTheDocuments() throws IOException {
        List<Path> copies = copiesOfDocuments().stream().filter(Files::exists).toList();
        assumeTrue(!copies.isEmpty(), "no copy of the documents of " + catalog.id() + " here");
        for (Path copy : copies) {
            String text = folded(Files.readString(copy, UTF_8));
            assertThat(sentences())
                    .filteredOn(sentence -> sentence.length() >= SHORTEST_COPY)
                    .allSatisfy(sentence -> assertThat(text).doesNotContain(folded(sentence)));
        }
    }

    private List<String> sentences() {
        List<String> ours = new ArrayList<>(catalog.remarks());
        for (Flow flow : catalog.flows()) {
            ours.add(flow.purpose());
            ours.addAll(flow.notes());
        }
        for (Erratum erratum : catalog.errata()) {
            ours.add(erratum.taken());
            ours.add(erratum.reason());
            erratum.readings().stream().map(Reading::says).forEach(ours::add);
        }
        return ours.stream().distinct().collect(Collectors.toList());
    }

    /** Returns a text without the differences of line ends and letter case that hide a copy. */
    private static String folded(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
    }
}

package io.portolan.cli.file;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.Topology;
import io.portolan.site.Site;
import java.util.Optional;

/**
 * What a site answers, for each product that it has, and where it all lives.
 *
 * <p>The keys of the file are the identifiers of settings, features, endpoints and flows. Answers at the top are for all
 * products; a product can repeat each, and its own wins.
 *
 * <pre>{@code
 * windows: modern
 * products:
 *   rds:
 *     features:
 *       nps: true
 *   farm-north:
 *     catalog: ras
 *     windows: mixed
 * topology:
 *   hosts:
 *     gw1:
 *       addresses: [192.0.2.10]
 *       roles: {rds: [gateway]}
 * }</pre>
 */
public final class SiteFile {
    static final String PRODUCTS = "products";
    static final String TOPOLOGY = "topology";

    private static final NodeParser.Contents CONTENTS =
            new NodeParser.Contents("answers", "; 'portolan init CATALOG' writes a site file to begin with");

    private final String name;
    private final Site common;
    private final ImmutableList<Product> products;
    private final Optional<Topology> topology;

    private SiteFile(String name, Site common, ImmutableList<Product> products, Optional<Topology> topology) {
        this.name = name;
        this.common = common;
        this.products = products;
        this.topology = topology;
    }

    /**
     * Reads a file: JSON if its name ends in {@code .json}, else YAML.
     *
     * @param name the path of the file, as the user gave it
     * @return what the file says
     * @throws FileException if there is no such file, or it is no site file; the message tells the place and what
     *     would be right
     */
    public static SiteFile read(String name) {
        return parse(name, FileText.read(name));
    }

    /** Reads the text of a file. */
    static SiteFile parse(String name, String text) {
        Node root = NodeParser.parse(name, text, CONTENTS);
        Site.Builder site = Site.builder();
        ProductsSection products = new ProductsSection();
        TopologySection topology = new TopologySection();
        CommonAnswers.ofAllProducts(site)
                .add(PRODUCTS, entry -> products.read(entry.value()))
                .add(TOPOLOGY, topology::keep)
                .read(Values.mapping(root, "answers"));
        Site common = site.build();
        ImmutableList<Product> merged = products.products(common);
        return new SiteFile(name, common, merged, topology.topology(merged));
    }

    /**
     * Returns the name of the file.
     *
     * @return the path, as the user gave it
     */
    public String name() {
        return name;
    }

    /**
     * Returns the answers for all products.
     *
     * @return what stands at the top of the file
     */
    public Site common() {
        return common;
    }

    /**
     * Returns the products.
     *
     * @return each installation with its own answers and the common ones, in the order of the file; empty if the file
     *     has only common answers
     */
    public ImmutableList<Product> products() {
        return products;
    }

    /**
     * Returns which endpoints live where. Roles are placed for the product by whose name they stand, which is the name of
     * the deployment.
     *
     * @return the topology, empty if the file has none
     */
    public Optional<Topology> topology() {
        return topology;
    }

    /**
     * Returns the product with a name.
     *
     * @param productName a name, such as {@code rds} or {@code farm-north}
     * @return the product, empty if the file has none
     */
    public Optional<Product> product(String productName) {
        for (Product product : products) {
            if (product.name().equals(productName)) {
                return Optional.of(product);
            }
        }
        return Optional.empty();
    }
}

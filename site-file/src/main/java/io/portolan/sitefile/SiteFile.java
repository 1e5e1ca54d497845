package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalogs.Catalogs;
import io.portolan.planner.Deployment;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.site.Answer;
import io.portolan.site.OpenQuestions;
import io.portolan.site.OpenQuestionsException;
import io.portolan.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a site answers, for each deployment of a product that it has, and where it all lives.
 *
 * <p>The keys of the file are the identifiers of settings, features, endpoints and flows. Answers at the top are for all
 * deployments; a deployment can repeat each, and its own wins.
 *
 * <pre>{@code
 * windows: modern
 * deployments:
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
 *   networks:
 *     admins:
 *       addresses: [198.51.100.0/28]
 * own-flows:
 *   admin-ssh:
 *     from: admins
 *     to: gw1
 *     traffic: tcp/22
 *     purpose: administers the gateway
 *     owner: Platform team
 * }</pre>
 *
 * <p>A program reads and plans one in a line:
 *
 * <pre>{@code
 * Policy policy = SiteFile.read(Path.of("site.yaml")).plan();
 * }</pre>
 */
public final class SiteFile {
    static final String DEPLOYMENTS = "deployments";
    static final String TOPOLOGY = "topology";

    private static final NodeParser.Contents CONTENTS =
            new NodeParser.Contents("answers", "; 'portolan init CATALOG' writes a site file to begin with");
    private static final String UNNAMED = "site.yaml";

    private final String name;
    private final Site common;
    private final ImmutableList<Deployment> deployments;
    private final Optional<Topology> topology;
    private final ImmutableList<OwnFlow> ownFlows;

    private SiteFile(
            String name,
            Site common,
            ImmutableList<Deployment> deployments,
            Optional<Topology> topology,
            ImmutableList<OwnFlow> ownFlows) {
        this.name = name;
        this.common = common;
        this.deployments = deployments;
        this.topology = topology;
        this.ownFlows = ownFlows;
    }

    /**
     * Reads a file about products of the catalogs that come with Portolan.
     *
     * @param file the file: JSON if its name ends in {@code .json}, else YAML
     * @return what the file says
     * @throws InvalidFileException if there is no such file, or it is no site file; with the places, and what would be
     *     right
     */
    public static SiteFile read(Path file) {
        return read(file, Catalogs.all());
    }

    /**
     * Reads a file about products of any catalogs.
     *
     * @param file the file: JSON if its name ends in {@code .json}, else YAML
     * @param catalogs the catalogs of which the file can speak
     * @return what the file says
     * @throws InvalidFileException if there is no such file, or it is no site file; with the places, and what would be
     *     right
     */
    public static SiteFile read(Path file, CatalogSet catalogs) {
        return parse(file.toString(), FileText.read(file), date(file), catalogs);
    }

    /**
     * Reads the text of a file about products of the catalogs that come with Portolan.
     *
     * @param text YAML, of which JSON is a part; problems and citations call it {@code site.yaml}
     * @return what the text says
     * @throws InvalidFileException if it is no site file; with the places, and what would be right
     */
    public static SiteFile parse(String text) {
        return parse(text, Catalogs.all());
    }

    /**
     * Reads the text of a file about products of any catalogs.
     *
     * @param text YAML, of which JSON is a part; problems and citations call it {@code site.yaml}
     * @param catalogs the catalogs of which the text can speak
     * @return what the text says
     * @throws InvalidFileException if it is no site file; with the places, and what would be right
     */
    public static SiteFile parse(String text, CatalogSet catalogs) {
        return parse(UNNAMED, text, LocalDate.now(ZoneOffset.UTC), catalogs);
    }

    /** Returns the day on which a file was changed last, or today where the system does not tell. */
    private static LocalDate date(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (IOException e) {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    /** Reads the text of a file with a name, as of a day. */
    static SiteFile parse(String name, String text, LocalDate date, CatalogSet catalogs) {
        Node root = NodeParser.parse(name, text, CONTENTS);
        Site.Builder site = Site.builder();
        DeploymentsSection deployments = new DeploymentsSection(catalogs);
        TopologySection topology = new TopologySection(catalogs);
        OwnFlowsSection ownFlows = new OwnFlowsSection();
        Problems problems = new Problems();
        problems.attempt(() -> CommonAnswers.ofAllDeployments(catalogs, site)
                .add(DEPLOYMENTS, entry -> deployments.read(entry.value()))
                .add(TOPOLOGY, topology::keep)
                .add(OwnFlows.NAME, entry -> ownFlows.read(entry.value()))
                .read(Values.mapping(root, "answers")));
        Site common = site.build();
        ImmutableList.Builder<Deployment> merged = ImmutableList.builder();
        merged.addAll(deployments.deployments(common, problems));
        boolean placed = problems.attempt(() -> topology.read(merged.build(), deployments));
        if (placed && !ownFlows.flows().isEmpty()) {
            problems.attempt(() -> merged.add(topology.ownFlows(name, date, ownFlows.flows())));
        }
        Optional<Topology> places =
                placed ? problems.made(topology::topology).flatMap(found -> found) : Optional.empty();
        problems.finish();
        return new SiteFile(
                name,
                common,
                merged.build(),
                places,
                ownFlows.flows().stream().map(OwnFlowsSection.Stated::flow).collect(ImmutableList.toImmutableList()));
    }

    /**
     * Returns a site file to begin with: everything that a site can decide, explained, and at its default.
     *
     * @param catalogs the catalogs of the products, each once
     * @return a YAML document
     */
    public static String template(List<Catalog<?>> catalogs) {
        return SiteTemplate.of(catalogs);
    }

    /**
     * Returns the JSON Schema of site files, so that editors complete the keys and explain them.
     *
     * <p>What it refuses, {@link #read} refuses. Not the other way round: a schema cannot tell that YAML has an anchor, or
     * that two ports contradict each other.
     *
     * @param catalogs the catalogs of which site files can speak
     * @return a JSON document of draft 2020-12
     */
    public static String schema(CatalogSet catalogs) {
        return SiteSchema.of(catalogs);
    }

    /**
     * Returns the name of the file.
     *
     * @return the path, as it was given; {@code site.yaml} for a text
     */
    public String name() {
        return name;
    }

    /**
     * Returns the answers for all deployments.
     *
     * @return what stands at the top of the file
     */
    public Site common() {
        return common;
    }

    /**
     * Returns the deployments, with the documents' defaults where the site did not answer.
     *
     * @return each deployment with its own answers and the common ones, in the order of the file, and last the flows of the
     *     site's own, if it has any, as the deployment {@code own-flows}; empty if the file has only common answers
     */
    public ImmutableList<Deployment> deployments() {
        return deployments;
    }

    /**
     * Returns the deployments.
     *
     * @param openQuestions what becomes of flows that wait for an answer which the site did not give
     * @return each deployment with its own answers and the common ones, in the order of the file
     * @throws OpenQuestionsException if something is open and nothing may be
     */
    public ImmutableList<Deployment> deployments(OpenQuestions openQuestions) {
        ImmutableList.Builder<Deployment> resolved = ImmutableList.builder();
        for (Deployment deployment : deployments) {
            resolved.add(new Deployment(
                    deployment.name(),
                    deployment
                            .resolution()
                            .site()
                            .resolve(deployment.resolution().catalog(), openQuestions)));
        }
        return resolved.build();
    }

    /**
     * Returns the deployment with a name.
     *
     * @param deployment a name, such as {@code rds} or {@code farm-north}
     * @return the deployment, empty if the file has none
     */
    public Optional<Deployment> deployment(String deployment) {
        return deployments.stream()
                .filter(candidate -> candidate.name().equals(deployment))
                .findFirst();
    }

    /**
     * Returns which endpoints live where. Roles are placed for the deployment by whose name they stand.
     *
     * @return the topology, empty if the file has none
     */
    public Optional<Topology> topology() {
        return topology;
    }

    /**
     * Returns the flows that no document states, but the site itself.
     *
     * @return the flows, in the order of the file
     */
    public ImmutableList<OwnFlow> ownFlows() {
        return ownFlows;
    }

    /**
     * Returns what the site decided and somebody answers for: answers and flows of its own with an approval.
     *
     * @return decisions with approvals that say something, in the order of the file
     */
    public ImmutableList<ApprovedDecision> approvals() {
        ImmutableList.Builder<ApprovedDecision> approvals = ImmutableList.builder();
        addApprovals(approvals, "", common, Site.empty());
        for (Deployment deployment : deployments) {
            addApprovals(
                    approvals,
                    " of " + deployment.name(),
                    deployment.resolution().site(),
                    common);
        }
        for (OwnFlow flow : ownFlows) {
            if (!flow.approval().isEmpty()) {
                approvals.add(new ApprovedDecision("own flow " + flow.name(), flow.approval()));
            }
        }
        return approvals.build();
    }

    private static void addApprovals(
            ImmutableList.Builder<ApprovedDecision> approvals, String whose, Site site, Site inherited) {
        for (Answer<?> answer : site.answers()) {
            boolean isOwn = inherited.answers().stream().noneMatch(other -> other == answer);
            if (isOwn && !answer.approval().isEmpty()) {
                approvals.add(new ApprovedDecision("answer " + answer + whose, answer.approval()));
            }
        }
    }

    /**
     * Plans the policy of the site, with the documents' defaults where the site did not answer.
     *
     * @return the policy
     * @throws IllegalStateException if the file has no topology or no deployments
     */
    public Policy plan() {
        return plan(OpenQuestions.DEFAULTS);
    }

    /**
     * Plans the policy of the site.
     *
     * @param openQuestions what becomes of flows that wait for an answer which the site did not give
     * @return the policy
     * @throws IllegalStateException if the file has no topology or no deployments
     * @throws OpenQuestionsException if something is open and nothing may be
     */
    public Policy plan(OpenQuestions openQuestions) {
        Topology places = topology.orElseThrow(() ->
                new IllegalStateException(name + ": the file has no topology to plan for; add the key " + TOPOLOGY));
        if (deployments.isEmpty()) {
            throw new IllegalStateException(
                    name + ": the file has no deployments whose flows could be planned; add the key " + DEPLOYMENTS);
        }
        return Planner.plan(places, deployments(openQuestions));
    }

    /**
     * Starts a site file that says nothing, for programs that write one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the file as text.
     *
     * @return YAML; {@code parse(write())} says the same, if it is given the same catalogs
     */
    public String write() {
        return SiteFileText.of(this);
    }

    /** Builds site files. */
    public static final class Builder {
        private final List<Deployment> deployments = new ArrayList<>();
        private final List<OwnFlow> ownFlows = new ArrayList<>();
        private Site common = Site.empty();
        private Optional<Topology> topology = Optional.empty();

        private Builder() {}

        /**
         * Sets the answers for all deployments.
         *
         * @param site the answers; none about settings and features, which are of one deployment
         * @return this builder
         */
        public Builder common(Site site) {
            common = site;
            return this;
        }

        /**
         * Adds a deployment.
         *
         * @param name lower-case letters, digits and single hyphens, such as {@code farm-north}; what is called like a catalog
         *     is of that catalog
         * @param catalog what is deployed
         * @param site the answers of its own; the common ones hold, too
         * @return this builder
         */
        public Builder deployment(String name, Catalog<?> catalog, Site site) {
            deployments.add(new Deployment(name, site.resolve(catalog)));
            return this;
        }

        /**
         * Sets which endpoints live where.
         *
         * @param places the topology, whose roles are placed for deployments by name
         * @return this builder
         */
        public Builder topology(Topology places) {
            topology = Optional.of(places);
            return this;
        }

        /**
         * Adds a flow that no document states, but the site itself.
         *
         * @param flow the flow
         * @return this builder
         */
        public Builder ownFlow(OwnFlow flow) {
            ownFlows.add(flow);
            return this;
        }

        /**
         * Checks everything, as reading does, and returns the file.
         *
         * @return the file, called {@code site.yaml}
         * @throws InvalidFileException if a site file cannot say this; with what would be right
         */
        public SiteFile build() {
            Set<Catalog<?>> catalogs = new LinkedHashSet<>();
            deployments.forEach(
                    deployment -> catalogs.add(deployment.resolution().catalog()));
            SiteFile draft = new SiteFile(
                    UNNAMED, common, ImmutableList.copyOf(deployments), topology, ImmutableList.copyOf(ownFlows));
            return parse(SiteFileText.of(draft), CatalogSet.of(catalogs.toArray(new Catalog<?>[0])));
        }
    }
}

package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.Deployment;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.site.OpenQuestions;
import io.portolan.sitefile.ApprovedDecision;
import io.portolan.sitefile.SiteFile;
import java.util.List;

/**
 * What a site file makes: the policy for its deployments and its topology.
 *
 * @param file the name of the file, as the user gave it
 * @param policy the policy
 * @param approvals what the site decided and somebody answers for
 */
record PlannedSite(String file, Policy policy, ImmutableList<ApprovedDecision> approvals) {
    /** Reads a file and plans it. */
    static PlannedSite of(String name, OpenQuestions open, Progress progress) {
        progress.say("reading " + name);
        SiteFile file = InputFile.site(name);
        Topology topology = file.topology()
                .orElseThrow(() -> new CommandFailure(
                        name + ": the file has no topology, so that nothing lives anywhere; add the key topology"));
        if (file.deployments().isEmpty()) {
            throw new CommandFailure(name + ": the file has no deployments, whose flows could be planned");
        }
        progress.say("resolving " + ResolutionTable.count(file.deployments().size(), "deployment"));
        List<Deployment> deployments = OpenAnswers.resolve(file.deployments(), open);
        progress.say("planning "
                + ResolutionTable.count(
                        deployments.stream()
                                .mapToInt(deployment ->
                                        deployment.resolution().flows().size())
                                .sum(),
                        "flow"));
        try {
            return new PlannedSite(name, Planner.plan(topology, deployments), file.approvals());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(name + ": " + e.getMessage());
        }
    }
}

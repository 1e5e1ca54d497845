package io.portolan.firewall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.AwsJson;
import io.portolan.firewall.AwsReader;
import io.portolan.firewall.AwsTerraform;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderOptions.OverBudget;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.groups.SmallSite;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.firewall.hcl.HclParser;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Security groups against what AWS documents of how they decide. */
class SecurityGroupsPropertyTest {
    /** Every type of ICMP but one code takes 510 rules. */
    private static final RenderOptions PLENTY =
            RenderOptions.builder().ruleBudget(2000).build();

    @Property(tries = 150)
    void allowExactlyThePolicyButForWhatTheySay(@ForAll long seed) {
        SmallSite site = new SmallSite(seed);
        Rendering rendering = AwsJson.render(site.policy(), PLENTY);
        AwsModel model = AwsModel.ofJson(rendering);
        assertThat(rendering.excess()).isEmpty();
        for (Probe probe : site.probes()) {
            boolean wanted = site.policy().allows(probe.packet());
            boolean unsaid = rendering.limitations().stream().anyMatch(each -> probe.isIn(each.rule()));
            if (unsaid) {
                assertThat(wanted).as("%s is of the policy", probe).isTrue();
            }
            // a limitation may name packets that another rule says, but then those are not lost
            if (model.allows(probe) != wanted) {
                assertThat(wanted && unsaid).as("%s", probe).isTrue();
            }
        }
    }

    @Property(tries = 60)
    void mergeIntoTheBudgetAndTellExactlyWhatThatOpens(@ForAll long seed) {
        SmallSite site = new SmallSite(seed);
        int needed = AwsModel.ofJson(AwsJson.render(site.policy(), PLENTY)).most();
        for (int budget : new int[] {needed - 1, needed / 2}) {
            if (budget < 1) {
                return;
            }
            RenderOptions options = RenderOptions.builder()
                    .ruleBudget(budget)
                    .overBudget(OverBudget.MERGE)
                    .build();
            Rendering rendering;
            try {
                rendering = AwsJson.render(site.policy(), options);
            } catch (RuleBudgetException e) {
                // one rule for each protocol is the least
                assertThat(budget).isLessThan(6);
                return;
            }
            AwsModel model = AwsModel.ofJson(rendering);
            assertThat(model.most()).isLessThanOrEqualTo(budget);
            for (Probe probe : site.probes()) {
                boolean wanted = site.policy().allows(probe.packet());
                boolean excess = rendering.excess().stream().anyMatch(each -> probe.isIn(each.rule()));
                boolean unsaid = rendering.limitations().stream().anyMatch(each -> probe.isIn(each.rule()));
                assertThat(excess).as("%s in excess", probe).isEqualTo(!wanted && model.allows(probe));
                if (wanted && !model.allows(probe)) {
                    assertThat(unsaid).as("%s", probe).isTrue();
                }
            }
        }
    }

    @Property(tries = 100)
    void readBackAreThePolicy(@ForAll long seed) {
        SmallSite site = new SmallSite(seed);
        Rendering rendering = AwsJson.render(site.policy(), PLENTY);
        ReadOptions options =
                ReadOptions.forCloud(CloudOptions.of(site.policy()).build());
        AuditReport report = Audit.compare(site.policy(), AwsReader.read(AwsListing.of(rendering), options));
        assertThat(report.of(Finding.Kind.EXCESS)).isEmpty();
        // what passes between two ends without a group is for no listing of groups to tell
        assertThat(report.of(Finding.Kind.UNKNOWN))
                .allSatisfy(finding -> assertThat(finding.detail().orElse("")).contains("that no listed group guards"));
        if (rendering.limitations().isEmpty() && report.of(Finding.Kind.UNKNOWN).isEmpty()) {
            assertThat(report.isClean()).as("%s", report).isTrue();
        }
    }

    @Test
    @JudgedBy(Judge.HCL)
    void saysTheSameForTerraform() {
        List<Rendering> renderings = new ArrayList<>();
        List<Rendering> jsons = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            renderings.add(AwsTerraform.render(new SmallSite(seed).policy()));
            jsons.add(AwsJson.render(new SmallSite(seed).policy()));
        }
        List<JsonNode> parsed = HclParser.parse(renderings.stream()
                .map(rendering -> rendering.files().get(0).text())
                .toList());
        for (int i = 0; i < parsed.size(); i++) {
            assertThat(AwsModel.ofTerraform(renderings.get(i), parsed.get(i)).rules())
                    .isEqualTo(AwsModel.ofJson(jsons.get(i)).rules());
        }
    }
}

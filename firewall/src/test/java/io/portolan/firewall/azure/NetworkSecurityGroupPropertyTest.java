package io.portolan.firewall.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import io.portolan.firewall.AzureArm;
import io.portolan.firewall.AzureReader;
import io.portolan.firewall.AzureTerraform;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderOptions.OverBudget;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.groups.Prefixes;
import io.portolan.firewall.groups.SmallSite;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.firewall.hcl.HclParser;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.Place;
import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Network security groups against what Azure documents of how they decide. */
class NetworkSecurityGroupPropertyTest {
    /** Whether an address is of a host or network, by the text of its prefixes. */
    private static boolean isInside(SmallSite site, String address) {
        for (Place place : site.policy().topology().places()) {
            if (place.kind() != Place.Kind.OUTSIDE) {
                for (String prefix : place.peers().addresses().toString().split(",", -1)) {
                    if (Prefixes.has(prefix, address)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Property(tries = 150)
    void allowExactlyThePolicyButForWhatTheySay(@ForAll long seed, @ForAll boolean groups) {
        SmallSite site = new SmallSite(seed);
        Rendering rendering = AzureArm.render(
                site.policy(), RenderOptions.builder().applicationGroups(groups).build());
        AzureModel model = AzureModel.ofTemplate(rendering);
        assertThat(rendering.excess()).isEmpty();
        for (Probe probe : site.probes()) {
            boolean wanted = site.policy().allows(probe.packet());
            boolean unsaid = rendering.limitations().stream().anyMatch(each -> probe.isIn(each.rule()));
            boolean allowed = model.allows(probe, isInside(site, probe.source()), isInside(site, probe.destination()));
            if (allowed != wanted) {
                assertThat(wanted && unsaid).as("%s", probe).isTrue();
            }
        }
    }

    @Property(tries = 60)
    void mergeIntoTheBudgetAndTellExactlyWhatThatOpens(@ForAll long seed) {
        SmallSite site = new SmallSite(seed);
        int needed =
                AzureModel.ofTemplate(AzureArm.render(site.policy())).rules().size();
        for (int budget = needed - 1; budget > 3; budget -= 2) {
            RenderOptions options = RenderOptions.builder()
                    .ruleBudget(budget)
                    .overBudget(OverBudget.MERGE)
                    .build();
            Rendering rendering;
            try {
                rendering = AzureArm.render(site.policy(), options);
            } catch (RuleBudgetException e) {
                // one rule for each protocol, family and direction is the least, and the two that deny
                assertThat(budget).isLessThan(2 + 4 * 2 * 2);
                return;
            }
            AzureModel model = AzureModel.ofTemplate(rendering);
            assertThat(model.rules()).hasSizeLessThanOrEqualTo(budget);
            for (Probe probe : site.probes()) {
                boolean wanted = site.policy().allows(probe.packet());
                boolean allowed =
                        model.allows(probe, isInside(site, probe.source()), isInside(site, probe.destination()));
                boolean excess = rendering.excess().stream().anyMatch(each -> probe.isIn(each.rule()));
                assertThat(excess).as("%s in excess", probe).isEqualTo(allowed && !wanted);
                if (wanted && !allowed) {
                    assertThat(rendering.limitations()).anyMatch(each -> probe.isIn(each.rule()));
                }
            }
        }
    }

    @Property(tries = 100)
    void keepTheFormOfAzure(@ForAll long seed) {
        AzureModel model = AzureModel.ofTemplate(AzureArm.render(new SmallSite(seed).policy()));
        for (String direction : List.of("Inbound", "Outbound")) {
            assertThat(model.rules().stream()
                            .filter(rule -> rule.direction().toString().equals(direction))
                            .map(SecurityRuleInner::priority))
                    .doesNotHaveDuplicates()
                    .allMatch(priority -> priority >= 100 && priority <= 4096);
        }
        assertThat(model.rules()).allSatisfy(rule -> {
            assertThat(rule.name()).matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,78}[A-Za-z0-9_]");
            assertThat(rule.description()).hasSizeLessThanOrEqualTo(140);
        });
        assertThat(model.rules()).extracting(SecurityRuleInner::name).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void readBackAreThePolicy(@ForAll long seed) {
        SmallSite site = new SmallSite(seed);
        Rendering rendering = AzureArm.render(site.policy());
        AuditReport report = Audit.compare(
                site.policy(),
                AzureReader.read(
                        AzureListing.of(rendering),
                        ReadOptions.forCloud(CloudOptions.of(site.policy()).build())));
        assertThat(report.of(Finding.Kind.EXCESS)).isEmpty();
        assertThat(report.of(Finding.Kind.UNKNOWN)).isEmpty();
        if (rendering.limitations().isEmpty()) {
            assertThat(report.isClean()).as("%s", report).isTrue();
        }
    }

    @Test
    @JudgedBy(Judge.HCL)
    void saysTheSameForTerraform() {
        List<String> files = new ArrayList<>();
        List<AzureModel> models = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            files.add(AzureTerraform.render(new SmallSite(seed).policy())
                    .files()
                    .get(0)
                    .text());
            models.add(AzureModel.ofTemplate(AzureArm.render(new SmallSite(seed).policy())));
        }
        List<JsonNode> parsed = HclParser.parse(files);
        for (int i = 0; i < parsed.size(); i++) {
            assertThat(AzureModel.terraform(parsed.get(i)))
                    .isEqualTo(models.get(i).texts());
        }
    }
}

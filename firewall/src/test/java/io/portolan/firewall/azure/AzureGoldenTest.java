package io.portolan.firewall.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import io.portolan.firewall.AzureArm;
import io.portolan.firewall.AzureTerraform;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.groups.Golden;
import io.portolan.firewall.groups.Harbour;
import io.portolan.firewall.hcl.HclParser;
import io.portolan.planner.Policy;
import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.util.List;
import org.junit.jupiter.api.Test;

class AzureGoldenTest {
    private static final Policy POLICY = Harbour.policy();
    private static final RenderOptions PREFIXES =
            RenderOptions.builder().applicationGroups(false).build();

    @Test
    void rendersTheHarbourAsATemplate() {
        Golden.check("azure-arm", AzureArm.render(POLICY));
    }

    @Test
    void rendersTheHarbourAsATemplateOfPrefixes() {
        Golden.check("azure-arm-prefixes", AzureArm.render(POLICY, PREFIXES));
    }

    @Test
    void rendersTheHarbourForTerraform() {
        Golden.check("azure-terraform", AzureTerraform.render(POLICY));
    }

    @Test
    void saysWhatItCannotSay() {
        assertThat(AzureArm.render(POLICY).limitations())
                .extracting(Limitation::kind)
                .containsExactlyInAnyOrder(Limitation.Kind.NAME, Limitation.Kind.ICMP_TYPE, Limitation.Kind.PROTOCOL);
    }

    @Test
    void writesAServiceTagAloneInItsRule() {
        assertThat(AzureModel.ofTemplate(AzureArm.render(POLICY)).rules())
                .filteredOn(rule -> "AzureMonitor".equals(rule.destinationAddressPrefix()))
                .hasSize(1)
                .allSatisfy(rule -> assertThat(rule.direction()).hasToString("Outbound"));
    }

    @Test
    void deniesTheRestBeforeTheRulesOfAzure() {
        assertThat(AzureModel.ofTemplate(AzureArm.render(POLICY)).rules())
                .filteredOn(rule -> rule.access().toString().equals("Deny"))
                .hasSize(2)
                .extracting(SecurityRuleInner::priority)
                .containsOnly(4096);
    }

    @Test
    @JudgedBy(Judge.HCL)
    void isWhatTerraformReads() {
        String file = AzureTerraform.render(POLICY, PREFIXES).files().get(0).text();
        assertThat(AzureModel.terraform(HclParser.parse(List.of(file)).get(0)))
                .isEqualTo(
                        AzureModel.ofTemplate(AzureArm.render(POLICY, PREFIXES)).texts());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> AzureArm.render(
                        POLICY, RenderOptions.builder().ruleBudget(5).build()))
                .isInstanceOf(RuleBudgetException.class)
                .hasMessageContaining("rules of network security group portolan");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AzureTerraform.render(
                        POLICY,
                        RenderOptions.forHost(POLICY.topology().place("store").orElseThrow())))
                .withMessageContaining("not for the host store");
    }
}

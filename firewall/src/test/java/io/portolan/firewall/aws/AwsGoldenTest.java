package io.portolan.firewall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.firewall.AwsJson;
import io.portolan.firewall.AwsTerraform;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.groups.Golden;
import io.portolan.firewall.groups.Harbour;
import io.portolan.firewall.hcl.HclParser;
import io.portolan.planner.Policy;
import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsGoldenTest {
    private static final Policy POLICY = Harbour.policy();

    @Test
    void rendersTheHarbourForTerraform() {
        Golden.check("aws-terraform", AwsTerraform.render(POLICY));
    }

    @Test
    void rendersTheHarbourForTheCommandLine() {
        Golden.check("aws-json", AwsJson.render(POLICY));
    }

    @Test
    void rendersTheSameTwice() {
        assertThat(AwsTerraform.render(Harbour.policy()))
                .hasToString(AwsTerraform.render(POLICY).toString());
    }

    @Test
    void saysWhatItCannotSay() {
        assertThat(AwsTerraform.render(POLICY).limitations())
                .extracting(Limitation::kind)
                .containsExactly(Limitation.Kind.NAME, Limitation.Kind.NAME, Limitation.Kind.SOURCE_PORTS);
    }

    @Test
    @JudgedBy(Judge.HCL)
    void isWhatTerraformReads() {
        Rendering rendering = AwsTerraform.render(POLICY);
        assertThat(AwsModel.ofTerraform(
                                rendering,
                                HclParser.parse(List.of(rendering.files().get(0).text()))
                                        .get(0))
                        .rules())
                .isEqualTo(AwsModel.ofJson(AwsJson.render(POLICY)).rules());
    }

    @Test
    void refusesWhatDoesNotFit() {
        RenderOptions few = RenderOptions.builder().ruleBudget(3).build();
        assertThatThrownBy(() -> AwsTerraform.render(POLICY, few))
                .isInstanceOf(RuleBudgetException.class)
                .hasMessageContaining("security group portolan-harbour-");
    }

    @Test
    void refusesOptionsOfOtherFirewalls() {
        RenderOptions host =
                RenderOptions.forHost(POLICY.topology().place("store").orElseThrow());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AwsTerraform.render(POLICY, host))
                .withMessageContaining("not of the host store");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AwsJson.render(
                        POLICY, RenderOptions.builder().name("sg-x").build()))
                .withMessageContaining("sg-");
    }
}

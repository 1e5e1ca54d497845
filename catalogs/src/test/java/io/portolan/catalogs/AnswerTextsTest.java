package io.portolan.catalogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.configmgr.ConfigMgr;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import io.portolan.rds.Rds;
import io.portolan.site.Site;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Answers from what a program already has: texts, maps and properties. */
class AnswerTextsTest {
    @Test
    void aTextAnswersLikeATypedCall() {
        Site typed = Site.builder()
                .set(Rds.Ports.RDP, 3390)
                .enable(Rds.Features.NPS)
                .windows(WindowsEstate.MIXED)
                .windows(Rds.Role.SESSION_HOST, WindowsEstate.LEGACY)
                .dynamicPorts(Infrastructure.DOMAIN_CONTROLLER, DynamicPorts.rpcOnly(PortSet.parse("5001-5100,6000")))
                .staticRpc(RpcService.NTDS, 50_001)
                .optionalFlows(false)
                .build();
        Site texts = Site.builder()
                .answer(Rds.catalog(), "rdp-port", "3390")
                .answer(Rds.catalog(), "nps", "yes")
                .answer(Rds.catalog(), "windows", "mixed")
                .answer(Rds.catalog(), "windows@session-host", "legacy")
                .answer(Rds.catalog(), "dynamic-ports@domain-controller", "rpc:5001-5100,6000")
                .answer(Rds.catalog(), "static-rpc.ntds", "50001")
                .answer(Rds.catalog(), "optional-flows", "false")
                .build();
        assertThat(texts).isEqualTo(typed);
        assertThat(Site.parse(typed.toString(), Rds.catalog())).isEqualTo(typed);
        assertThat(Site.parse("[]", Rds.catalog())).isEqualTo(Site.empty());
    }

    @Test
    void choicesAreAnsweredByTheirForms() {
        Site site = Site.builder()
                .answers(ConfigMgr.catalog(), Map.of("cmg-channel", "https"))
                .build();
        assertThat(Site.parse(site.toString(), ConfigMgr.catalog(), Rds.catalog()))
                .isEqualTo(site);
    }

    @Test
    void propertiesAnswerAndUnknownKeysNameTheNearest() {
        Properties properties = new Properties();
        properties.setProperty("nsp", "yes");
        properties.setProperty("rdp-port", "70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.builder().answers(Rds.catalog(), properties))
                .withMessageContaining("unknown answer 'nsp'; did you mean nps?")
                .withMessageContaining("70000");
        properties.remove("nsp");
        properties.setProperty("rdp-port", "3391");
        assertThat(Site.builder().answers(Rds.catalog(), properties).build())
                .isEqualTo(Site.builder().set(Rds.Ports.RDP, 3391).build());
    }

    @Test
    void whatIsNoAnswerIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.builder().answer(Rds.catalog(), "nps", "maybe"))
                .withMessage("not an answer to nps: \"maybe\"; expected yes or no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.parse("nps=yes", Rds.catalog()))
                .withMessageContaining("expected answers in brackets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.parse("[nps]", Rds.catalog()))
                .withMessageContaining("such as rdp-port=3390");
    }
}

package io.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SiteInfrastructureTest {
    private static SiteInfrastructure of(String id, String title) {
        return SiteInfrastructure.builder().id(id).title(title).build();
    }

    @Test
    void hasIdentifierAndTitle() {
        assertThat(of("syslog-server", "Syslog server")).hasToString("syslog-server");
        assertThat(of("syslog-server", "Syslog server").title()).isEqualTo("Syslog server");
    }

    @Test
    void isOneEndpointWhoeverDeclaresIt() {
        assertThat(of("proxy", "Web proxy"))
                .isEqualTo(of("proxy", "Proxy server"))
                .hasSameHashCodeAs(of("proxy", "Proxy server"))
                .isNotEqualTo(of("proxies", "Web proxy"))
                .isNotEqualTo(OutsideSite.of("proxy", "Web proxy"));
    }

    @Test
    void refusesWhatExists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("dns-server", "DNS"))
                .withMessage("infrastructure dns-server exists; use Infrastructure.DNS_SERVER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("localhost", "This host"))
                .withMessage("infrastructure localhost exists; use SameHost.LOCALHOST");
    }

    @Test
    void refusesWhatIsMalformedOrMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("Syslog Server", "Syslog server"))
                .withMessageContaining("\"Syslog Server\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("syslog-server", " "))
                .withMessage("infrastructure syslog-server has no title; expected a short name for people");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SiteInfrastructure.builder().id("proxy").build())
                .withMessage("infrastructure needs an id and a title, but has proxy and null");
    }
}

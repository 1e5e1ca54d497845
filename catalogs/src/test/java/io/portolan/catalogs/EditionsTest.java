package io.portolan.catalogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The editions that the catalogs carry, and the catalogs by their accessors. */
class EditionsTest {
    @Test
    void ofSomeCatalogsAreTwoAndTheNewestIsTheLast() {
        assertThat(Catalogs.editions("rds")).hasSize(2).last().isSameAs(Catalogs.rds());
        assertThat(Catalogs.editions("configmgr")).hasSize(2).last().isSameAs(Catalogs.configMgr());
    }

    @Test
    void ofOtherCatalogsAreOne() {
        assertThat(Catalogs.editions("ras")).singleElement().isSameAs(Catalogs.ras());
        assertThat(Catalogs.editions("windows")).singleElement().isSameAs(Catalogs.windows());
        assertThat(Catalogs.editions("ad")).singleElement().isSameAs(Catalogs.activeDirectory());
        assertThat(Catalogs.editions("identity")).singleElement().isSameAs(Catalogs.identity());
    }

    @Test
    void ofAnUnknownCatalogAreRefused() {
        assertThatThrownBy(() -> Catalogs.editions("sharepoint"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sharepoint");
    }
}

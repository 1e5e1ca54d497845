package io.portolan.catalogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Infrastructure;
import io.portolan.net.IpProtocol;
import io.portolan.rds.Rds;
import io.portolan.rds.Rds.Role;
import org.junit.jupiter.api.Test;

class CatalogsTest {
    @Test
    void frontDoorLeadsToTheCatalogs() {
        assertThat(Catalogs.rds()).isSameAs(Rds.catalog());
        assertThat(Catalogs.all()).isSameAs(Catalogs.all());
        assertThat(Catalogs.all().catalogs())
                .extracting(Catalog::id)
                .containsExactly("rds", "ras", "configmgr", "windows", "ad", "identity");
        assertThat(Catalogs.all().catalog("rds")).get().isSameAs(Catalogs.rds());
    }

    @Test
    void allCatalogsAnswerTogether() {
        assertThat(Catalogs.all().flowsOn(IpProtocol.TCP, 3389))
                .extracting(Flow::id)
                .contains("rds.gateway.session-host.rdp-tcp");
        assertThat(Catalogs.all().flowsTo(Infrastructure.DOMAIN_CONTROLLER).from(Role.GATEWAY))
                .isEqualTo(
                        Catalogs.rds().flowsTo(Infrastructure.DOMAIN_CONTROLLER).from(Role.GATEWAY));
    }

    @Test
    void identifiersBeginWithTheirCatalogAndAreUnique() {
        assertThat(Catalogs.all().flows()).extracting(Flow::id).doesNotHaveDuplicates();
        for (Catalog<?> catalog : Catalogs.all().catalogs()) {
            assertThat(catalog.flows())
                    .extracting(Flow::id)
                    .allSatisfy(id -> assertThat(id).startsWith(catalog.id() + "."));
        }
    }
}

package io.portolan.sitefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Approval;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Feature;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.WindowsEstate;
import io.portolan.catalogs.Catalogs;
import io.portolan.net.DynamicPorts;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.rds.Rds;
import io.portolan.site.Answer;
import io.portolan.site.Decision;
import io.portolan.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as what it was. */
class SiteFileWriteTest {
    private static final String[] NAMES = {
        "gw1",
        "GW 1",
        "true",
        "10",
        "~",
        "a: b",
        "\"q\"",
        "'",
        "#x",
        "- y",
        "\u00e4\u6f22",
        "null",
        "1e3",
        "{",
        "x\\n",
        "no",
        "2027-03-31",
        "&a",
        "*b",
        "!c",
        "%d",
        "@e",
        "`f",
        "|",
        ">",
        "?",
        "a#b",
        "=",
        "<<"
    };

    /** Everything that a site file says, without the places in it. */
    private static String said(SiteFile file) {
        StringBuilder said = new StringBuilder(file.common().toString());
        file.common().answers().forEach(answer -> said.append('\n').append(answer.approval()));
        file.deployments().forEach(deployment -> {
            said.append('\n')
                    .append(deployment)
                    .append(' ')
                    .append(deployment.resolution().catalog().id());
            deployment.resolution().site().answers().stream()
                    .map(answer -> answer + " " + answer.approval())
                    .sorted()
                    .forEach(answer -> said.append('\n').append(answer));
        });
        file.topology().ifPresent(topology -> {
            topology.places().stream()
                    .map(place -> place.kind() + " " + place + " " + place.addresses() + " " + place.peers() + " "
                            + place.placements().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList())
                    .sorted()
                    .forEach(place -> said.append('\n').append(place));
            topology.zones()
                    .forEach((name, members) -> said.append('\n').append(name).append(members));
        });
        file.ownFlows()
                .forEach(flow ->
                        said.append('\n').append(flow).append(flow.purpose()).append(flow.approval()));
        return said.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"company.yaml", "branch.yaml", "branch-next.yaml", "farm.json"})
    void examplesReadBack(String name) throws IOException {
        SiteFile file =
                SiteFile.read(Path.of("src", "test", "resources", "site").resolve(name));
        SiteFile back = SiteFile.parse(file.write());
        assertThat(said(back)).isEqualTo(said(file));
        assertThat(back.write()).isEqualTo(file.write());
        if (file.topology().isPresent()) {
            assertThat(back.plan().diff(file.plan()).isEmpty()).isTrue();
        }
    }

    @Property(tries = 150)
    void whateverIsBuiltReadsBack(@ForAll long seed) {
        SiteFile file = random(new Random(seed));
        assertThat(said(SiteFile.parse(file.write()))).isEqualTo(said(file));
    }

    private static SiteFile random(Random random) {
        SiteFile.Builder file =
                SiteFile.builder().common(hosts(random, Site.builder()).build());
        Topology.Builder topology = Topology.builder();
        List<String> names = new ArrayList<>(List.of(NAMES));
        Collections.shuffle(names, random);
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            placed.add(names.get(i));
            Place.Builder place = i % 2 == 0 ? Place.host(names.get(i)) : Place.network(names.get(i));
            place.address(i % 2 == 0 ? "10.0.0." + i : "10.1." + i + ".0-10.1." + i + ".77");
            place.address("2001:db8::" + i);
            topology.add(place.endpoint(List.of(Infrastructure.values()).get(random.nextInt(5)))
                    .endpointIn(
                            "farm-" + random.nextInt(2),
                            List.of(Rds.Role.values()).get(random.nextInt(4)))
                    .build());
        }
        topology.zone(names.get(10), placed);
        for (int i = 0; i < 2; i++) {
            file.deployment("farm-" + i, Rds.catalog(), answers(random, Rds.catalog()));
        }
        file.deployment("configmgr", Catalogs.configMgr(), answers(random, Catalogs.configMgr()));
        file.topology(topology.build());
        for (int i = 0; i < random.nextInt(3); i++) {
            file.ownFlow(new OwnFlow(
                    "flow-" + i,
                    ImmutableList.of(placed.get(random.nextInt(placed.size()))),
                    ImmutableList.of(names.get(10)),
                    ImmutableList.of(
                            Transport.tcp(PortSet.of(22, 443)), Transport.icmp(8), Transport.ip(IpProtocol.VRRP)),
                    names.get(11).isBlank() ? "x" : names.get(11),
                    approval(random)));
        }
        return file.build();
    }

    private static Site.Builder hosts(Random random, Site.Builder site) {
        if (random.nextBoolean()) {
            site.answer(Answer.of(
                            Decision.windows(), List.of(WindowsEstate.values()).get(random.nextInt(3)))
                    .approved(approval(random)));
        }
        if (random.nextBoolean()) {
            site.dynamicPorts(DynamicPorts.rpcOnly(PortSet.ofRange(5000, 5000 + random.nextInt(100))));
        }
        if (random.nextBoolean()) {
            site.staticRpc(Infrastructure.DOMAIN_CONTROLLER, RpcService.NTDS, 1 + random.nextInt(65_535));
        }
        return site;
    }

    private static Site answers(Random random, Catalog<?> catalog) {
        Site.Builder site = hosts(random, Site.builder());
        for (PortSetting setting : catalog.settings()) {
            if (random.nextInt(3) == 0 && catalog.couplings().isEmpty()) {
                site.answer(Answer.of(Decision.of(setting), setting.allowed().first())
                        .approved(approval(random)));
            }
        }
        for (Feature feature : catalog.features()) {
            if (random.nextInt(3) == 0) {
                if (feature instanceof Toggle toggle) {
                    site.answer(
                            Answer.of(Decision.of(toggle), random.nextBoolean()).approved(approval(random)));
                } else {
                    site.answer(
                            catalog,
                            feature.id(),
                            ((Choice<?>) feature).options().get(0).id());
                }
            }
        }
        for (Flow flow : catalog.flows()) {
            if (flow.necessity() == Necessity.OPTIONAL && random.nextInt(4) == 0) {
                site.optionalFlow(flow, random.nextBoolean());
            }
        }
        return site.build();
    }

    private static Approval approval(Random random) {
        Approval approval = Approval.none();
        if (random.nextBoolean()) {
            approval = approval.owner(NAMES[random.nextInt(NAMES.length)]).ticket("4711");
        }
        if (random.nextBoolean()) {
            approval = approval.expires(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000)))
                    .review(LocalDate.of(2026, 1, 1));
        }
        return random.nextBoolean() ? approval.approvedBy("J. Doe") : approval;
    }

    @Test
    void whatASiteFileCannotSayIsRefused() {
        assertThatThrownBy(() -> SiteFile.builder()
                        .deployment("Farm 1", Rds.catalog(), Site.empty())
                        .build())
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("the name of a deployment is of lower-case letters");
        assertThatThrownBy(() -> SiteFile.builder().build()).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void ownCatalogsAreReadAlone() throws IOException {
        SiteFile file = SiteFile.parse("deployments: {rds: {}}", CatalogSet.of(Rds.catalog()));
        assertThat(file.deployments()).hasSize(1);
        assertThatThrownBy(() -> SiteFile.parse("deployments: {ras: {}}", CatalogSet.of(Rds.catalog())))
                .hasMessageContaining("unknown catalog 'ras'");
        Path written = Files.createTempFile("site", ".yaml");
        Files.writeString(written, file.write(), UTF_8);
        assertThat(said(SiteFile.read(written))).isEqualTo(said(file));
        Files.delete(written);
    }
}

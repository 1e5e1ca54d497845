package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of what a site says and of what is made of it, against files that are read and JSON that is printed. */
class SiteSchemasTest {
    private static final Path EXAMPLES = Path.of("..", "site-file", "src", "test", "resources", "site");

    private static List<Error> siteFile(String text) throws IOException {
        return Schemas.of("site.schema.json").validate(text, InputFormat.YAML);
    }

    private static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> !file.endsWith("errors.txt")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreAsTheSchemaSays(Path example) throws IOException {
        assertThat(siteFile(Files.readString(example, UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rds", "ras", "configmgr", "windows", "rds ras configmgr windows"})
    void whatInitWritesIsAsTheSchemaSays(String catalogs) throws IOException {
        assertThat(siteFile(Run.portolan(("init " + catalogs).split(" ", -1)).out()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "window: modern",
                "windows: vista",
                "windows:",
                "dynamic-ports: 50000",
                "dynamic-ports: auto",
                "static-rpc: {ntsd: 50000}",
                "static-rpc: {ntds: 0}",
                "static-rpc: {}",
                "optional-flows: yes",
                "optional-flows: 'true'",
                "endpoints: {session-host: {windows: modern}}",
                "endpoints: {domain-controller: {}}",
                "endpoints: {domain-controller: {rdp-port: 1}}",
                "deployments: {}",
                "deployments: [rds]",
                "deployments: {rdx: {}}",
                "deployments: {rds: }",
                "deployments: {rds: {catalog: ras}}",
                "deployments: {farm: {catalog: rdx}}",
                "deployments: {farm: {settings: {rdp-port: 3390}}}",
                "deployments: {farm: {catalog: ras, settings: {rdp-port: 3390}}}",
                "deployments: {Farm North: {catalog: ras}}",
                "deployments: {rds: {setting: {rdp-port: 3390}}}",
                "deployments: {rds: {settings: {}}}",
                "deployments: {rds: {settings: {rdp: 3390}}}",
                "deployments: {rds: {settings: {rdp-port: 70000}}}",
                "deployments: {rds: {settings: {rdp-port: '3390'}}}",
                "deployments: {rds: {features: {nsp: true}}}",
                "deployments: {rds: {features: {nps: on}}}",
                "deployments: {configmgr: {features: {cmg-channel: http}}}",
                "deployments: {rds: {endpoints: {gatewy: {windows: legacy}}}}",
                "deployments: {rds: {flows: {rds.gateway.dns-server.dns-udp: false}}}",
                "topology: {}",
                "topology: {host: {gw1: {addresses: [10.0.0.1]}}}",
                "topology: {hosts: {}}",
                "topology: {hosts: {gw1: {}}}",
                "topology: {hosts: {gw1: {roles: {rds: [gateway]}}}}",
                "topology: {hosts: {gw1: {addresses: 10.0.0.1}}}",
                "topology: {hosts: {gw1: {addresses: []}}}",
                "topology: {hosts: {gw1: {addresses: any}}}",
                "topology: {hosts: {gw1: {addresses: [10.0.0.1], names: [a.example.com]}}}",
                "topology: {hosts: {gw1: {addresses: [10.0.0.1], roles: {rds: [gatewy]}}}}",
                "topology: {hosts: {gw1: {addresses: [10.0.0.1], endpoints: [gateway]}}}",
                "topology: {networks: {lan: {addresses: Any}}}",
                "topology: {outside: {cloud: {endpoints: [internet]}}}",
                "topology: {outside: {cloud: {names: a.example.com}}}",
                "topology: {hosts: {gw1: {addresses: [10.0.0.1]}}, zones: {dmz: []}}",
            })
    void schemaRefusesWhatTheReaderRefuses(String text) throws IOException {
        assertThat(siteFile(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resolve rds ras configmgr windows",
                "resolve rds ras configmgr windows --open permissive",
                "resolve ../site-file/src/test/resources/site/company.yaml",
                "resolve ../site-file/src/test/resources/site/farm.json",
                "questions rds ras configmgr windows",
                "questions ../site-file/src/test/resources/site/company.yaml",
            })
    void jsonIsAsTheSchemaSays(String command) throws IOException {
        Run run = Run.portolan((command + " --format json").split(" ", -1));
        assertThat(run.err()).isEmpty();
        assertThat(Schemas.of("resolution.schema.json").validate(run.out(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ports\" : \"3389\" -> \"ports\" : \"80|8530\"",
                "\"ports\" : \"49152-65535\" -> \"ports\" : \"rpc-dynamic\"",
                "\"basis\" : \"default\" -> \"basis\" : \"guess\"",
                "\"open\" : \"defaults\" -> \"open\" : \"lax\"",
                "\"deployment\" : \"rds\", -> ",
                "\"waiting\" : -> \"waits\" :",
            })
    void schemaRefusesWhatNoResolutionSays(String change) throws IOException {
        String[] parts = change.split(" -> ?", -1);
        String out = Run.portolan("resolve", "rds", "--format", "json").out();
        assertThat(out).contains(parts[0]);
        assertThat(Schemas.of("resolution.schema.json").validate(out.replace(parts[0], parts[1]), InputFormat.JSON))
                .isNotEmpty();
    }
}

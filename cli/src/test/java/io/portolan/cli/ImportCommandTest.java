package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Site files of inventories on the command line. */
class ImportCommandTest {
    @TempDir
    private Path folder;

    private Run run(String inventory, String mapping) throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts.csv"), inventory, UTF_8);
        Path rules = Files.writeString(folder.resolve("mapping.yaml"), mapping, UTF_8);
        return Run.portolan("import", "--from", "csv", "--mapping", rules.toString(), hosts.toString());
    }

    @Test
    void makesASiteFile() throws IOException {
        Run run = run(
                "name,addresses,groups\ngw1,192.0.2.10,gateways\nx,10.0.0.9,\n",
                "deployments: {rds: {}}\nmapping: [{group: gateways, roles: {rds: [gateway]}}]\n");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualToNormalizingNewlines("portolan import: no rule of the mapping is for host x\n");
        assertThat(run.out()).isEqualTo("""
                        deployments:
                          rds: {}
                        topology:
                          hosts:
                            gw1:
                              addresses: ["192.0.2.10"]
                              roles:
                                rds: [gateway]
                            x:
                              addresses: ["10.0.0.9"]
                        """);
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        assertThat(run("name,addresses\na,10.0.0.1\n", "mapping: [{group: x, roles: {rds: [y]}}]\n")
                        .status())
                .isZero();
        Run run = run("name,addresses\na,10.0.0.1\n", "mapping: [{name: a, roles: {rds: [gateway]}}]\n");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("unknown deployment 'rds'");
    }
}

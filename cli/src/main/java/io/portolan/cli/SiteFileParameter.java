package io.portolan.cli;

import picocli.CommandLine.Parameters;

/** The parameter of commands about the topology of a site. */
final class SiteFileParameter {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description =
                    "The site file with deployments and a topology, in YAML, or in JSON if the name ends in .json.")
    private String file;

    String get() {
        return file;
    }
}

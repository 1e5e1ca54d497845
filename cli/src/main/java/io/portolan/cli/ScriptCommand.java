package io.portolan.cli;

import io.portolan.firewall.WindowsFirewallReader;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan script}: a script that lists what a firewall has. */
@Command(name = "script", description = "Prints a script that lists the rules of a firewall, for 'portolan audit'.")
final class ScriptCommand implements Runnable {
    /** The scripts that there are. */
    enum Script {
        WINDOWS_RULES("windows-rules");

        private final String id;

        Script(String id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** Reads which script is asked for. */
    static final class ScriptArgument extends IdArgument<Script> {
        ScriptArgument() {
            super("script", List.of(Script.values()), Script::toString);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCRIPT",
            description =
                    "${COMPLETION-CANDIDATES}: for PowerShell, lists what is in force on a host with Windows Firewall"
                            + " for '--reader windows'. It changes nothing.",
            completionCandidates = ScriptArgument.class,
            converter = ScriptArgument.class)
    private Script script;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .print(
                        switch (script) {
                            case WINDOWS_RULES -> WindowsFirewallReader.script();
                        });
    }
}

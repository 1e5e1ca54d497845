package io.portolan.cli;

import com.google.common.base.Ascii;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan completion}: the script that completes commands, options and their values in a shell. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands, options and identifiers in bash or zsh. Load it with"
                + " 'source <(portolan completion bash)', or put it into the folder of completions.")
final class CompletionCommand implements Runnable {
    /** The shells for which there is a script. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return Ascii.toLowerCase(name());
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "The shell: ${COMPLETION-CANDIDATES}; the same script serves both.")
    @SuppressWarnings("UnusedVariable") // set by picocli; checked, but the script serves both
    private Shell shell;

    @Override
    public void run() {
        CommandLine all = new CommandLine(spec.root().userObject());
        Subcommands.addTo(all);
        spec.commandLine().getOut().print(AutoComplete.bash("portolan", all));
    }
}

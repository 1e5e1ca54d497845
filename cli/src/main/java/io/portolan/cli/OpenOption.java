package io.portolan.cli;

import io.portolan.site.OpenQuestions;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The option {@code --open} of commands that resolve what a site answers. */
final class OpenOption {
    /** Reads what becomes of open questions. */
    static final class OpenArgument extends IdArgument<OpenQuestions> {
        OpenArgument() {
            super("policy", Arrays.asList(OpenQuestions.values()), OpenQuestions::id);
        }
    }

    @Option(
            names = "--open",
            paramLabel = "POLICY",
            defaultValue = "defaults",
            description = "What becomes of what the site did not say: strict fails and lists it, defaults takes the"
                    + " document's default, permissive takes every documented answer at once; ${DEFAULT-VALUE} if not"
                    + " given.",
            converter = OpenArgument.class)
    private OpenQuestions open;

    OpenQuestions get() {
        return open;
    }
}

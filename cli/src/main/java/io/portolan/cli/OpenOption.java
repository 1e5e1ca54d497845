package io.portolan.cli;

import io.portolan.cli.text.Nearest;
import io.portolan.site.OpenQuestions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --open} of commands that resolve what a site answers. */
final class OpenOption {
    /** Reads what becomes of open questions. */
    static final class OpenArgument implements ITypeConverter<OpenQuestions> {
        @Override
        public OpenQuestions convert(String text) {
            List<String> known = new ArrayList<>();
            for (OpenQuestions policy : OpenQuestions.values()) {
                if (policy.id().equals(text)) {
                    return policy;
                }
                known.add(policy.id());
            }
            throw new TypeConversionException(Nearest.unknown("policy", text, known));
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
    @SuppressWarnings("NullAway.Init") // set by picocli
    private OpenQuestions open;

    OpenQuestions get() {
        return open;
    }
}

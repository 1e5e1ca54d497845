package io.portolan.cli;

import io.portolan.cli.file.Product;
import io.portolan.cli.text.Nearest;
import io.portolan.site.OpenQuestions;
import io.portolan.site.OpenQuestionsException;
import io.portolan.site.Question;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code portolan resolve}: the flows that a site needs. */
@Command(
        name = "resolve",
        description = "Lists the flows that a site needs, with every port in numbers and the answers that made it so;"
                + " what answers rule out, and what waits for one.",
        footer = {
            "",
            "CSV has the columns of 'flows' and a last column 'answers', joined by semicolons. If there are several"
                    + " products, one more column 'product' tells them apart. What is ruled out or waits is in JSON and in"
                    + " the table."
        })
final class ResolveCommand implements Runnable {
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

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ProductsParameter products;

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

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private SiteFormatOption format;

    @Override
    public void run() {
        List<ProductResolution> resolved = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (Product product : products.get()) {
            try {
                resolved.add(
                        new ProductResolution(product.name(), product.site().resolve(product.catalog(), open)));
            } catch (OpenQuestionsException e) {
                for (Question question : e.questions()) {
                    questions.add(product.name() + ": " + question);
                }
            }
        }
        if (!questions.isEmpty()) {
            throw new CommandFailure(
                    "the site leaves " + ResolutionTable.count(questions.size(), "question") + " open:", questions);
        }
        String text = switch (format.get()) {
            case TABLE -> ResolutionTable.format(resolved, Portolan.width(spec));
            case CSV -> FlowCsv.resolved(resolved);
            case JSON -> ResolutionJson.resolved(resolved);
            case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
        };
        spec.commandLine().getOut().print(text);
    }
}

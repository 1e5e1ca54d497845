package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands below {@code portolan}.
 *
 * <p>Only the one that is called is made, as reading the options of all takes longer than most of their answers. Help and
 * mistakes need all of them.
 */
final class Subcommands {
    static final ImmutableList<String> NAMES = ImmutableList.of(
            "catalogs",
            "flows",
            "roles",
            "port",
            "settings",
            "features",
            "errata",
            "export",
            "init",
            "import",
            "questions",
            "resolve",
            "plan",
            "explain",
            "diff",
            "changes",
            "audit",
            "traffic",
            "review",
            "render",
            "script",
            "schema",
            "completion",
            "man",
            "help");

    private Subcommands() {}

    /** Adds the command that the arguments call, or all of them if they call none by its name or ask for help. */
    static void addTo(CommandLine line, String... args) {
        if (args.length > 0 && NAMES.contains(args[0]) && !args[0].equals("help")) {
            line.addSubcommand(make(args[0]));
        } else {
            NAMES.forEach(name -> line.addSubcommand(make(name)));
        }
    }

    /** Makes a command; its own annotation gives it the same name. */
    static Object make(String name) {
        return switch (name) {
            case "catalogs" -> new CatalogsCommand();
            case "flows" -> new FlowsCommand();
            case "roles" -> new RolesCommand();
            case "port" -> new PortCommand();
            case "settings" -> new SettingsCommand();
            case "features" -> new FeaturesCommand();
            case "errata" -> new ErrataCommand();
            case "export" -> new ExportCommand();
            case "init" -> new InitCommand();
            case "import" -> new ImportCommand();
            case "questions" -> new QuestionsCommand();
            case "resolve" -> new ResolveCommand();
            case "plan" -> new PlanCommand();
            case "explain" -> new ExplainCommand();
            case "diff" -> new DiffCommand();
            case "changes" -> new ChangesCommand();
            case "audit" -> new AuditCommand();
            case "traffic" -> new TrafficCommand();
            case "review" -> new ReviewCommand();
            case "render" -> new RenderCommand();
            case "script" -> new ScriptCommand();
            case "schema" -> new SchemaCommand();
            case "completion" -> new CompletionCommand();
            case "man" -> new ManCommand();
            case "help" -> new HelpCommand();
            default -> throw new IllegalArgumentException("not a command: " + name);
        };
    }
}

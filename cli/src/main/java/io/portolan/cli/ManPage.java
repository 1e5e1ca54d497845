package io.portolan.cli;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A page of the manual for a command, in the language of {@code man}. */
final class ManPage {
    private final CommandSpec command;
    private final StringBuilder text = new StringBuilder();

    private ManPage(CommandSpec command) {
        this.command = command;
    }

    /** Returns the name of the page, such as {@code portolan-plan}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /** Returns the page of a command. */
    static String of(CommandSpec command) {
        return new ManPage(command).write();
    }

    private String write() {
        UsageMessageSpec usage = command.usageMessage();
        String description = Joiner.on(' ').join(usage.description());
        line(".TH \"" + Ascii.toUpperCase(name(command)) + "\" \"1\" \"\" \"Portolan\" \"Portolan Manual\"");
        line(".nh");
        line(".ad l");
        section("NAME");
        line(escape(name(command)) + " \\- " + escape(firstSentence(description)));
        section("SYNOPSIS");
        line(escape(new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .strip()
                .replaceAll("\\s+", " ")));
        section("DESCRIPTION");
        line(escape(description));
        if (!command.positionalParameters().isEmpty()) {
            section("ARGUMENTS");
            command.positionalParameters().forEach(this::argument);
        }
        if (!command.options().isEmpty()) {
            section("OPTIONS");
            command.options().stream().filter(option -> !option.hidden()).forEach(this::option);
        }
        if (!command.subcommands().isEmpty()) {
            section("COMMANDS");
            for (CommandLine each : command.subcommands().values()) {
                item(
                        name(each.getCommandSpec()) + "(1)",
                        each.getCommandSpec().usageMessage().description());
            }
        }
        section("EXIT STATUS");
        usage.exitCodeList().forEach((code, meaning) -> item(code.strip(), meaning));
        if (command.parent() != null) {
            section("SEE ALSO");
            line(escape(name(command.parent())) + "(1)");
        }
        return text.toString();
    }

    private void argument(PositionalParamSpec argument) {
        item(argument.paramLabel(), argument.description());
    }

    private void option(OptionSpec option) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        String label = option.typeInfo().isBoolean() ? "" : " " + option.paramLabel();
        item(Joiner.on(", ").join(names) + label, option.description());
    }

    private void section(String title) {
        line(".SH \"" + title + "\"");
    }

    private void item(String term, String... description) {
        line(".TP");
        line("\\fB" + escape(term) + "\\fR");
        line(escape(Joiner.on(' ').join(description)));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String firstSentence(String description) {
        int end = description.indexOf(". ");
        String first = end < 0 ? description : description.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** Returns a text as one line in which nothing is taken for a command of {@code man}. */
    private static String escape(String words) {
        String escaped = words.replace("%n", " ")
                .replaceAll("\\s+", " ")
                .replace("\\", "\\e")
                .replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}

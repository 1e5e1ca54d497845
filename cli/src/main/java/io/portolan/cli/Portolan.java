package io.portolan.cli;

import com.google.common.base.Ascii;
import io.portolan.internal.Shown;
import io.portolan.sitefile.InvalidFileException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code portolan}.
 *
 * <p>Exit status: 0 if it did what was asked, 2 for wrong usage, 1 for any other failure. Where a command asks whether
 * something is as it ought to be, and it is not, it is {@value #NO}. What is wrong is said in one line on standard error,
 * and where it is a list, in one more indented line for each entry; then nothing is on standard output.
 */
@Command(
        name = "portolan",
        description = "Charts the network ports that server products need: who opens a connection to whom, over what,"
                + " when, and which document says so.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Portolan.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {" 0:done", " 2:wrong usage", " 1:any other failure"})
public final class Portolan implements Runnable {
    /** The exit status of a command that did what was asked, where the answer is no. */
    static final int NO = 3;

    private static final int LONGEST_MESSAGE = 2000;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    Portolan(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param args the arguments, of which {@code --help} tells
     */
    public static void main(String[] args) {
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        int status = run(new PrintWriter(out), err, Terminal.detect(), args);
        try (OutputStream standardOut = new FileOutputStream(FileDescriptor.out)) {
            // UTF-8 whatever the locale of the machine, and all at once: a command that fails prints nothing
            standardOut.write(out.toString().getBytes(StandardCharsets.UTF_8));
        } catch (OutOfMemoryError e) {
            status = sayOutOfMemory(err);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) { // a reader such as head that has seen enough is no trouble
                err.println("portolan: cannot write to standard output: " + e.getMessage());
            }
            status = ExitCode.SOFTWARE;
        }
        System.exit(status);
    }

    /** Runs the command for a terminal, and returns its exit status. */
    static int run(PrintWriter out, PrintWriter err, Terminal terminal, String... args) {
        try {
            return execute(out, err, terminal, args);
        } catch (OutOfMemoryError e) {
            return sayOutOfMemory(err);
        }
    }

    private static int sayOutOfMemory(PrintWriter err) {
        err.println(
                "portolan: out of memory; give Java more, such as by JAVA_TOOL_OPTIONS=-Xmx4g, or audit fewer rules at"
                        + " a time");
        err.flush();
        return ExitCode.SOFTWARE;
    }

    private static int execute(PrintWriter out, PrintWriter err, Terminal terminal, String... args) {
        CommandLine line = new CommandLine(new Portolan(terminal));
        Subcommands.addTo(line, args);
        return line.setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Portolan::sayWrongUsage)
                .setExecutionExceptionHandler(Portolan::sayFailure)
                .execute(args);
    }

    /** Returns how many characters a line of a table may have, for a command of this program. */
    static int width(CommandSpec command) {
        return terminal(command).width();
    }

    /** Returns a line that tells what a command is at, which only a terminal shows. */
    static Progress progress(CommandSpec command) {
        return new Progress(command.commandLine().getErr(), terminal(command).showsProgress());
    }

    private static Terminal terminal(CommandSpec command) {
        return ((Portolan) command.root().userObject()).terminal;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing; expected "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    private static int sayWrongUsage(ParameterException e, String[] args) {
        StringBuilder message = new StringBuilder(String.valueOf(e.getMessage()));
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                message.append("; did you mean ").append(suggestions.get(0)).append('?');
            }
        }
        say(e.getCommandLine(), message.toString());
        return ExitCode.USAGE;
    }

    private static int sayFailure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof InvalidFileException invalid && invalid.problems().size() > 1) {
            say(command, invalid.problems().size() + " problems:");
            invalid.problems().forEach(problem -> command.getErr().println("  " + line(problem.toString())));
            command.getErr().flush();
            return ExitCode.SOFTWARE;
        }
        say(command, e.getMessage() == null ? e.toString() : e.getMessage());
        if (e instanceof CommandFailure failure) {
            for (String detail : failure.details()) {
                command.getErr().println("  " + line(detail));
            }
            command.getErr().flush();
        }
        return ExitCode.SOFTWARE;
    }

    /** Says what is wrong in one line, whatever the arguments held. */
    private static void say(CommandLine command, String message) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line(message));
        command.getErr().flush();
    }

    /** Returns a text as one line of bounded length that does nothing to a terminal. */
    static String line(String message) {
        return Ascii.truncate(Shown.plain(message), LONGEST_MESSAGE, "...");
    }

    /** Reads the version from the manifest of the program. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Portolan.class.getPackage().getImplementationVersion();
            return new String[] {"portolan " + (version == null ? "(not packaged)" : version)};
        }
    }
}

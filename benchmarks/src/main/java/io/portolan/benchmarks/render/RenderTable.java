package io.portolan.benchmarks.render;

import com.google.common.base.Splitter;
import io.portolan.benchmarks.Estate;
import io.portolan.benchmarks.Measuring;
import io.portolan.firewall.Nftables;
import io.portolan.firewall.NftablesReader;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Audit;
import io.portolan.planner.Deployment;
import io.portolan.planner.Finding;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Prints how long it takes to plan a site and to render it for nftables, and how long Capirca takes for the same flows; how
 * many rules each writes; and what each opens that no flow asks for, as the kernel lists it and our audit finds it.
 */
public final class RenderTable {
    private static final double MILLION = 1e6;
    private static final int LONGEST_SECONDS = 120;
    private static final int LARGEST_AUDITED = 100;
    private static final int ALL_PORTS = 65_536;

    private RenderTable() {}

    /**
     * Measures, and prints a table in Markdown.
     *
     * @param arguments {@code quick} for up to 1,000 hosts, each once
     * @throws IOException if a program cannot be run
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean quick = Measuring.isQuick(arguments);
        int runs = quick ? 1 : 5;
        for (int i = 0; i < 20; i++) {
            render(Estate.of(50), Estate.products()); // the first runs are those of the compiler
        }
        System.out.println("| hosts | Portolan, ms | Portolan as a program, ms | Capirca, ms | Capirca / Portolan"
                + " | rules, Portolan | rules, Capirca | excess, Portolan | excess, Capirca |");
        System.out.println("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (int hosts : Measuring.sizes(quick)) {
            Path folder = Files.createTempDirectory("render");
            Path ours = folder.resolve("ours.nft");
            Path theirs = folder.resolve("out/site.nft");
            Files.createDirectories(folder.resolve("out"));
            Topology topology = Estate.of(hosts);
            List<Deployment> products = Estate.products();
            CapircaInput.write(Planner.plan(topology, products), folder);
            double warm = median(2 * runs - 1, () -> Files.writeString(ours, render(topology, products)));
            double cold = median(runs, () -> run(folder, "java.txt", program(hosts)));
            double capirca = median(hosts > 1000 ? 1 : runs, () -> run(folder, "capirca.txt", capirca()));
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f | %s | %s | %d | %s | %s | %s |",
                    hosts,
                    warm,
                    cold,
                    (Files.exists(theirs) ? "" : "more than ") + String.format(Locale.ROOT, "%.0f", capirca),
                    (Files.exists(theirs) ? "" : "more than ") + String.format(Locale.ROOT, "%.0f", capirca / warm),
                    rules(ours),
                    Files.exists(theirs) ? Long.toString(rules(theirs)) : "-",
                    hosts > LARGEST_AUDITED ? "" : excess(hosts, folder, ours),
                    hosts > LARGEST_AUDITED || !Files.exists(theirs) ? "" : excess(hosts, folder, theirs)));
        }
    }

    private static String render(Topology topology, List<Deployment> products) {
        return Nftables.render(Planner.plan(topology, products)).files().get(0).text();
    }

    private static List<String> program(int hosts) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                RenderMain.class.getName(),
                Integer.toString(hosts));
    }

    /** Returns the class path for a program that runs in another folder. */
    private static String classPath() {
        return Splitter.on(File.pathSeparatorChar)
                .splitToStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> capirca() {
        return List.of(
                "aclgen",
                "--base_directory=.",
                "--policy_file=pol/site.pol",
                "--definitions_directory=def",
                "--output_directory=out");
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double median(int runs, Work work) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / MILLION);
        }
        Collections.sort(times);
        return times.get(runs / 2);
    }

    /** Runs a program until it ends, or for two minutes. */
    private static void run(Path folder, String output, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        } else if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(folder.resolve(output)));
        }
    }

    private static long rules(Path text) throws IOException {
        return Files.readAllLines(text).stream()
                .filter(line -> line.contains(" accept") && !line.contains("established"))
                .count();
    }

    /** Returns how many pairs of destination and port are open and no flow asks for, as the kernel understands a text. */
    private static String excess(int hosts, Path folder, Path text) throws IOException, InterruptedException {
        Path forwarding = folder.resolve("forwarding.nft");
        List<String> lines = Files.readAllLines(text);
        // Capirca asks for the protocol of IPv4 in packets of IPv6, which nft refuses
        lines.removeIf(line -> line.contains("ip6 saddr") && line.contains("ip protocol"));
        lines.replaceAll(line -> line.replace("hook input", "hook forward"));
        Files.write(forwarding, lines);
        run(
                folder,
                "listing.json",
                List.of("unshare", "-n", "sh", "-c", "nft -f forwarding.nft && nft -j list ruleset"));
        Policy policy = Planner.plan(Estate.of(hosts), Estate.products());
        long pairs = 0;
        for (Finding finding : Audit.compare(
                        policy,
                        NftablesReader.read(Files.readString(folder.resolve("listing.json")), ReadOptions.none()))
                .of(Finding.Kind.EXCESS)) {
            pairs += (long) finding.rule().destinations().addresses().prefixes().size()
                    * ports(finding.rule().transport());
        }
        return String.format(Locale.ROOT, "%,d", pairs);
    }

    private static int ports(Transport transport) {
        return transport instanceof PortTransport ports
                ? Math.min(ports.destinationPorts().size(), ALL_PORTS)
                : 1;
    }
}

package io.portolan.firewall.hcl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import io.portolan.testing.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** HashiCorp's own parser of HCL, which a test asks for by {@link Judge#HCL}. */
public final class HclParser {
    private static final Path PROGRAMS = Judge.nodeHome();
    private static final String SCRIPT = """
            const { parse } = require('@cdktn/hcl2json');
            const fs = require('fs');
            (async () => {
              const texts = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
              const parsed = [];
              for (const text of texts) {
                parsed.push(await parse('test.tf', text));
              }
              fs.writeFileSync(process.argv[3], JSON.stringify(parsed));
            })().catch(error => { console.error(String(error)); process.exit(1); });
            """;

    private HclParser() {}

    /** Parses texts, all of which have to be right. */
    public static List<JsonNode> parse(List<String> texts) {
        try {
            Path folder = Files.createTempDirectory(PROGRAMS, "parse");
            Path script = PROGRAMS.resolve("parse.js");
            Path input = folder.resolve("in.json");
            Path output = folder.resolve("out.json");
            Files.writeString(script, SCRIPT, UTF_8);
            Files.writeString(input, json(texts), UTF_8);
            Process process = new ProcessBuilder("node", script.toString(), input.toString(), output.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                fail(said);
            }
            return new ArrayList<>(
                    JsonNode.parser().parse(Files.readString(output, UTF_8)).asArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(List<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() == 1 ? "\"" : ",\"");
            for (int i = 0; i < text.length(); i++) {
                json.append(String.format("\\u%04x", (int) text.charAt(i)));
            }
            json.append('"');
        }
        return json.append(']').toString();
    }
}

package io.portolan.json.text;

import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON as Portolan writes it: two blanks a level and line feeds, the same on every machine. */
public final class JsonText {
    private static final int VERSION = 1;

    private JsonText() {}

    /**
     * Returns a JSON document.
     *
     * @param body writes the document
     * @return the document, with a line feed at its end
     */
    public static String of(Consumer<JsonGenerator> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), text)) {
            body.accept(json);
        }
        return text.append('\n').toString();
    }

    /**
     * Writes the property {@code version} of a document: it changes when a property goes or means something else, not when
     * one is added.
     *
     * @param json where to
     */
    public static void version(JsonGenerator json) {
        json.writeNumberProperty("version", VERSION);
    }

    /**
     * Writes a property that is a list of ranges, each with its first and last port as numbers.
     *
     * @param json where to
     * @param name the name of the property
     * @param ports the ports
     */
    public static void ranges(JsonGenerator json, String name, PortSet ports) {
        json.writeArrayPropertyStart(name);
        for (PortRange range : ports.ranges()) {
            json.writeStartObject();
            json.writeNumberProperty("first", range.first());
            json.writeNumberProperty("last", range.last());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Writes a property that is a list of texts.
     *
     * @param json where to
     * @param name the name of the property
     * @param values the texts
     */
    public static void strings(JsonGenerator json, String name, Iterable<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}

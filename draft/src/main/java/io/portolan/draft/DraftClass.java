package io.portolan.draft;

import com.google.common.collect.ImmutableMap;
import io.portolan.catalog.Document;
import io.portolan.catalog.Service;
import io.portolan.draft.DraftedRow.DraftedFlow;
import io.portolan.net.PortRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the class of a draft, in the shape that CONTRIBUTING asks of a catalog. */
final class DraftClass {
    private static final ImmutableMap<Service, String> KNOWN = ImmutableMap.<Service, String>builder()
            .put(Service.DNS, "DNS")
            .put(Service.FTP, "FTP")
            .put(Service.HTTP, "HTTP")
            .put(Service.HTTPS, "HTTPS")
            .put(Service.KERBEROS, "KERBEROS")
            .put(Service.LDAP, "LDAP")
            .put(Service.LDAPS, "LDAPS")
            .put(Service.RADIUS, "RADIUS")
            .put(Service.RDP, "RDP")
            .put(Service.RPC_ENDPOINT_MAPPER, "RPC_ENDPOINT_MAPPER")
            .put(Service.SMB, "SMB")
            .put(Service.WINRM, "WINRM")
            .put(Service.WMI, "WMI")
            .buildOrThrow();

    private final DraftTitle title;
    private final List<DraftedRow> rows;
    private final Map<String, Party> roles = new LinkedHashMap<>();
    private final Map<String, Party> outside = new LinkedHashMap<>();
    private final Map<String, Integer> times = new HashMap<>();

    DraftClass(DraftTitle title, List<DraftedRow> rows) {
        this.title = title;
        this.rows = rows;
        for (DraftedRow row : rows) {
            for (DraftedFlow flow : row.flows()) {
                gather(flow.source());
                gather(flow.destination());
                times.merge(parties(flow), 1, Integer::sum);
            }
        }
    }

    private void gather(Party party) {
        if (party.kind() == Party.Kind.ROLE) {
            roles.putIfAbsent(party.id(), party);
        } else if (party.kind() == Party.Kind.OUTSIDE) {
            outside.putIfAbsent(party.id(), party);
        }
    }

    /** Returns the service with a name: one of core if it knows it by this name. */
    static Service service(String name) {
        for (Service known : KNOWN.keySet()) {
            if (known.title().equalsIgnoreCase(name)) {
                return known;
            }
        }
        return Service.of(Party.id(name, "service"), name);
    }

    String source() {
        Document document = title.document();
        StringBuilder text = new StringBuilder();
        text.append("package " + title.packageName() + ";\n\n")
                .append("import static io.portolan.catalog.FlowDraft.flow;\n")
                .append("import static io.portolan.catalog.Row.row;\n\n");
        for (String each : List.of(
                "Catalog",
                "Document",
                "Edition",
                "Infrastructure",
                "OutsideSite",
                "PortSpec",
                "ProductRole",
                "Section",
                "Service")) {
            text.append("import io.portolan.catalog." + each + ";\n");
        }
        text.append("import io.portolan.net.PortSet;\n")
                .append("import java.time.LocalDate;\n\n")
                .append("/**\n * " + comment(title.catalogTitle()) + ": a draft, made from the tables of "
                        + comment(document.title())
                        + ".\n * Decide what its list names, and say what each flow is for.\n"
                        + " */\n")
                .append("public final class " + title.className() + " {\n")
                .append("    private static final Document DOCUMENT = Document.builder()\n")
                .append("            .id(" + quoted(document.id()) + ")\n")
                .append("            .title(" + quoted(document.title()) + ")\n")
                .append("            .publisher(" + quoted(document.publisher()) + ")\n")
                .append("            .address(" + quoted(document.address()) + ")\n")
                .append("            .date(LocalDate.parse("
                        + quoted(document.date().toString()) + "))\n")
                .append("            .build();\n\n")
                .append("    private " + title.className() + "() {}\n\n")
                .append("    /** Returns the catalog. */\n")
                .append("    public static Catalog<Role> catalog() {\n        return Lazy.CATALOG;\n    }\n\n");
        appendRoles(text);
        appendOutside(text);
        appendSections(text);
        return text.append("}\n").toString();
    }

    private void appendRoles(StringBuilder text) {
        text.append("    /** The roles of the product. */\n    public enum Role implements ProductRole {\n");
        text.append(roles.values().stream()
                .map(role -> "        " + constant(role) + "(" + quoted(role.name()) + ")")
                .collect(Collectors.joining(",\n", "", ";\n\n")));
        text.append("        private final String title;\n\n")
                .append("        Role(String title) {\n            this.title = title;\n        }\n\n")
                .append("        @Override\n        public String title() {\n            return title;\n        }\n")
                .append("    }\n\n");
    }

    private void appendOutside(StringBuilder text) {
        if (outside.isEmpty()) {
            return;
        }
        text.append("    /** The sites outside. */\n    public static final class Outside {\n");
        for (Party site : outside.values()) {
            text.append("        /** " + comment(site.name()) + ". */\n        public static final OutsideSite "
                    + constant(site)
                    + " = OutsideSite.builder()\n                .id(" + quoted(site.id())
                    + ")\n                .title("
                    + quoted(site.name()) + ")\n                .address(" + quoted(site.name())
                    + ")\n                .build();\n\n");
        }
        text.append("        private Outside() {}\n    }\n\n");
    }

    private void appendSections(StringBuilder text) {
        Map<String, List<DraftedRow>> sections = new LinkedHashMap<>();
        rows.forEach(row -> sections.computeIfAbsent(row.heading(), first -> new ArrayList<>())
                .add(row));
        text.append("    private static final class Lazy {\n")
                .append("        static final Catalog<Role> CATALOG = Catalog.builder(" + quoted(title.catalogId())
                        + ", " + quoted(title.catalogTitle()) + ", Role.class)\n")
                .append("                .edition(Edition.builder()\n                        .version(\"1\")\n")
                .append("                        .asOf(DOCUMENT.date())\n")
                .append("                        .addDocuments(DOCUMENT)\n")
                .append("                        .build())\n");
        for (int i = 1; i <= sections.size(); i++) {
            text.append("                .section(section" + i + "())\n");
        }
        text.append("                .build();\n    }\n");
        int number = 0;
        for (Map.Entry<String, List<DraftedRow>> section : sections.entrySet()) {
            number++;
            text.append("\n    private static Section section" + number + "() {\n        return DOCUMENT.heading("
                    + quoted(section.getKey()) + ").section(");
            appendRows(text, number, section.getValue());
            text.append(");\n    }\n");
        }
    }

    private void appendRows(StringBuilder text, int section, List<DraftedRow> members) {
        StringBuilder undecided = new StringBuilder();
        String separator = "";
        for (DraftedRow row : members) {
            if (row.flows().isEmpty()) {
                undecided.append("\n                // row " + row.number() + " is to be decided");
                continue;
            }
            text.append(separator)
                    .append(undecided)
                    .append("\n                row(\n                        " + row.number());
            undecided.setLength(0);
            separator = ",";
            for (DraftedFlow flow : row.flows()) {
                text.append(",\n                        flow(" + reference(flow.source()) + ", "
                        + reference(flow.destination()) + ")\n                                ."
                        + flow.protocol() + "(" + serviceReference(flow.service()) + ", " + ports(flow) + ")"
                        + variant(flow, section, row.number())
                        + "\n                                .purpose(\"TODO: say what it is for\")");
            }
            text.append(")");
        }
        text.append(undecided);
        if (undecided.length() > 0) {
            text.append("\n                ");
        }
    }

    /** Tells flows with the same parties, service and protocol apart. */
    private String variant(DraftedFlow flow, int section, int row) {
        return times.getOrDefault(parties(flow), 0) > 1 ? ".variant(\"section-" + section + "-row-" + row + "\")" : "";
    }

    private static String parties(DraftedFlow flow) {
        return flow.source().id() + " " + flow.destination().id() + " "
                + service(flow.service()).id() + " " + flow.protocol();
    }

    private static String ports(DraftedFlow flow) {
        if (flow.ports().ranges().size() == 1) {
            PortRange only = flow.ports().ranges().get(0);
            if (only.first() == only.last()) {
                return String.valueOf(only.first());
            }
        }
        return "PortSpec.of(PortSet.parse(" + quoted(flow.ports().toString()) + "))";
    }

    private static String reference(Party party) {
        return switch (party.kind()) {
            case INFRASTRUCTURE -> "Infrastructure." + constant(party);
            case OUTSIDE -> "Outside." + constant(party);
            case ROLE -> "Role." + constant(party);
        };
    }

    private static String serviceReference(String name) {
        Service service = service(name);
        String known = KNOWN.get(service);
        return known != null && service.title().equals(knownTitle(service))
                ? "Service." + known
                : "Service.of(" + quoted(service.id()) + ", " + quoted(service.title()) + ")";
    }

    private static String knownTitle(Service service) {
        return KNOWN.keySet().stream()
                .filter(service::equals)
                .findFirst()
                .map(Service::title)
                .orElse("");
    }

    private static String constant(Party party) {
        return party.id().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns a string literal, whatever the document holds. */
    private static String quoted(String words) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** Returns words that end no comment and begin no escape. */
    private static String comment(String words) {
        return words.replace("*/", "* /").replace('\\', '/').replaceAll("[\\p{Cntrl}<>&@]", " ");
    }
}

package io.portolan.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.draft.DraftedRow.DraftedFlow;
import io.portolan.draft.TableLayout.PortsColumn;
import io.portolan.draft.TableLayout.Source;
import io.portolan.net.IpProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row of a table by its layout, and keeps what it does not understand. */
final class RowReader {
    private static final Pattern FROM_TO = Pattern.compile(
            "\\bfrom (?<from>[^,.()]+?) to (?<to>[^,.()]+?)(?=$|[,.(]|\\s(?:when|if|for|that|which|by|over|on)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSPORT = Pattern.compile("tcp|udp", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if|when|unless|only|except|optional(?:ly)?|recommended|not required|depends)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile("\\bor\\b|\\band\\b|[/()]", Pattern.CASE_INSENSITIVE);

    private final DocumentTable table;
    private final TableLayout layout;
    private final ImmutableList<Cell> row;
    private final Set<String> doubts = new LinkedHashSet<>();
    private boolean blocked;

    private RowReader(DocumentTable table, TableLayout layout, ImmutableList<Cell> row) {
        this.table = table;
        this.layout = layout;
        this.row = row;
    }

    static DraftedRow read(DocumentTable table, TableLayout layout, ImmutableList<Cell> row, int number) {
        RowReader reader = new RowReader(table, layout, row);
        ImmutableList<DraftedFlow> flows = reader.flows();
        reader.doubtFootnotesAndConditions();
        return new DraftedRow(
                table.heading(),
                number,
                row.stream().map(Cell::text).collect(ImmutableList.toImmutableList()),
                reader.blocked ? ImmutableList.of() : flows,
                ImmutableList.copyOf(reader.doubts));
    }

    static int indexOf(DocumentTable table, String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    private ImmutableList<DraftedFlow> flows() {
        List<Party> parties = parties();
        String service = word(layout.service(), "service").orElse("");
        if (layout.service().column() != null && SEVERAL.matcher(service).find()) {
            doubt("\"" + service + "\" may be one service or several");
        } else if (layout.service().column() != null
                && TRANSPORT.matcher(service).matches()) {
            doubt("\"" + service + "\" is a transport; what do the packets carry?");
        }
        ImmutableList.Builder<DraftedFlow> flows = ImmutableList.builder();
        boolean saysPorts = false;
        for (PortsColumn column : layout.ports()) {
            Optional<Cell> cell = cell(column.name());
            PortsCell ports = PortsCell.parse(cell.map(Cell::text).orElse(""));
            ports.doubts().forEach(this::block);
            saysPorts |= ports.ports().isPresent() || !ports.doubts().isEmpty();
            if (ports.ports().isEmpty()) {
                continue;
            }
            for (IpProtocol protocol : protocols(column, ports)) {
                if (parties.size() == 2) {
                    flows.add(new DraftedFlow(
                            parties.get(0),
                            parties.get(1),
                            service,
                            protocol,
                            ports.ports().get()));
                }
            }
        }
        if (!saysPorts) {
            block("the row gives no ports");
        }
        return flows.build();
    }

    private ImmutableSet<IpProtocol> protocols(PortsColumn column, PortsCell ports) {
        if (column.protocol() != null) {
            boolean agrees =
                    ports.protocols().isEmpty() || ports.protocols().equals(ImmutableSet.of(column.protocol()));
            if (!agrees) {
                block("the column " + column.name() + " is of " + column.protocol() + ", but the cell names "
                        + ports.protocols());
            }
            return ImmutableSet.of(column.protocol());
        }
        if (!ports.protocols().isEmpty()) {
            return ports.protocols();
        }
        if (layout.protocol().isPresent()) {
            return ImmutableSet.of(layout.protocol().get());
        }
        block("neither TCP nor UDP is named");
        return ImmutableSet.of();
    }

    /** Returns source and destination, or nothing if one of them is unknown. */
    private List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        if (layout.partiesColumn().isPresent()) {
            String sentence = cell(layout.partiesColumn().get()).map(Cell::text).orElse("");
            Matcher fromTo = FROM_TO.matcher(sentence);
            if (!fromTo.find()) {
                block("the sentence does not say who opens the connection to whom");
                return parties;
            }
            parties.add(party(fromTo.group("from")));
            parties.add(party(fromTo.group("to")));
            return parties;
        }
        for (Source source : List.of(layout.from(), layout.to())) {
            Optional<String> name = word(source, "party");
            name.ifPresent(words -> parties.add(source.column() == null ? Party.of(words) : party(words)));
        }
        return parties;
    }

    /** A party in the words of the document, which may mean several, or one in a certain state. */
    private Party party(String words) {
        Party party = Party.of(words);
        if (party.kind() == Party.Kind.ROLE && SEVERAL.matcher(words).find()) {
            doubt("\"" + words + "\" may be one party, several, or one under a condition");
        }
        return party;
    }

    private Optional<String> word(Source source, String what) {
        if (source.column() == null) {
            return Optional.ofNullable(source.word());
        }
        Optional<String> text = cell(source.column()).map(Cell::text).filter(words -> !words.isBlank());
        if (text.isEmpty()) {
            block("the column " + source.column() + " names no " + what);
        }
        return text;
    }

    /** Returns the cell of a column; a row that ends before it has none. */
    private Optional<Cell> cell(String column) {
        int index = indexOf(table, column);
        @Nullable Cell cell = index >= 0 && index < row.size() ? row.get(index) : null;
        if (cell == null) {
            block("the row has no cell in the column " + column);
            return Optional.empty();
        }
        if (cell.merged()) {
            doubt("the cell \"" + cell.text() + "\" of the column " + column
                    + " is merged: for each row, or for all together?");
        }
        return Optional.of(cell);
    }

    /** Notes what can change the meaning of a row, in whatever column it stands. */
    private void doubtFootnotesAndConditions() {
        for (int i = 0; i < row.size(); i++) {
            String column = i < table.columns().size() ? table.columns().get(i) : String.valueOf(i + 1);
            for (String footnote : row.get(i).footnotes()) {
                doubt("footnote " + footnote + " at the column " + column);
            }
            Matcher condition = CONDITION.matcher(row.get(i).text());
            if (condition.find()) {
                doubt("\"" + condition.group() + "\" in the column " + column + ": a condition, or optional?");
            }
        }
    }

    private void doubt(String what) {
        doubts.add(what);
    }

    private void block(String what) {
        blocked = true;
        doubts.add(what);
    }
}

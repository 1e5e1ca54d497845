package io.portolan.flowlogs;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a text names its fields: which lines do, and what to take where none does. */
interface Header {
    /** How names and values are parted. */
    Separator separator();

    /** Returns the names if the line has them, in lower case; empty if it is no such line. */
    Optional<List<String>> names(Lines line);

    /** Returns the names where no line had any, for a record of some fields; empty if there must be some. */
    default Optional<List<String>> standard(int fields) {
        return Optional.empty();
    }

    /** Tells whether a line is neither names nor a record. */
    default boolean isComment(Lines line) {
        return false;
    }

    /** Tells whether nothing after a line is a record. */
    default boolean isEnd(Lines line) {
        return false;
    }

    static List<String> split(Separator separator, byte[] line, int length) {
        int[] from = new int[1000];
        int[] to = new int[1000];
        int count = Math.min(from.length, separator.split(line, length, from, to));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(Ascii.toLowerCase(new String(line, from[i], to[i] - from[i], StandardCharsets.UTF_8)));
        }
        return names;
    }

    /** The first line of a file names its fields; one that was put together has several such lines, or none. */
    static Header aws() {
        return new Header() {
            @Override
            public Separator separator() {
                return Separator.BLANKS;
            }

            @Override
            public Optional<List<String>> names(Lines line) {
                if (line.length() == 0 || line.bytes()[0] < 'a') { // names are in lower case, values begin otherwise
                    return Optional.empty();
                }
                List<String> names = split(Separator.BLANKS, line.bytes(), line.length());
                boolean named = names.contains("srcaddr")
                        || names.contains("dstaddr")
                        || names.contains("pkt-srcaddr")
                        || names.contains("account-id");
                return named ? Optional.of(names) : Optional.empty();
            }

            @Override
            public Optional<List<String>> standard(int fields) {
                List<String> names = ImmutableList.copyOf(AwsDialect.DEFAULT_FIELDS.split(" ", -1));
                return fields == names.size() ? Optional.of(names) : Optional.empty();
            }
        };
    }

    static Header windows() {
        return new Header() {
            @Override
            public Separator separator() {
                return Separator.BLANKS;
            }

            @Override
            public Optional<List<String>> names(Lines line) {
                if (!line.startsWith("#Fields:")) {
                    return Optional.empty();
                }
                List<String> names = split(Separator.BLANKS, line.bytes(), line.length());
                return Optional.of(names.subList(1, names.size()));
            }

            @Override
            public boolean isComment(Lines line) {
                return line.startsWith("#");
            }
        };
    }

    static Header zeek() {
        return new Header() {
            @Override
            public Separator separator() {
                return Separator.TAB;
            }

            @Override
            public Optional<List<String>> names(Lines line) {
                if (!line.startsWith("#fields\t")) {
                    return Optional.empty();
                }
                List<String> names = split(Separator.TAB, line.bytes(), line.length());
                return Optional.of(names.subList(1, names.size()));
            }

            @Override
            public boolean isComment(Lines line) {
                return line.startsWith("#");
            }
        };
    }

    /** Sums stand at the end of what nfdump prints. */
    static Header netflow() {
        return new Header() {
            @Override
            public Separator separator() {
                return Separator.COMMA;
            }

            @Override
            public Optional<List<String>> names(Lines line) {
                if (line.length() == 0 || line.bytes()[0] < 'A') {
                    return Optional.empty();
                }
                List<String> names = split(Separator.COMMA, line.bytes(), line.length());
                boolean named = names.contains("sa")
                        || names.contains("srcaddr")
                        || names.contains("sourceipv4address")
                        || names.contains("sourceipv6address");
                return named ? Optional.of(names) : Optional.empty();
            }

            @Override
            public boolean isEnd(Lines line) {
                return line.startsWith("Summary") || line.startsWith("No matched flows");
            }
        };
    }

    /** A text of one's own has its names in its first line, or columns by position and no such line. */
    static Header of(ColumnNames columns) {
        return new Header() {
            private boolean seen;

            @Override
            public Separator separator() {
                return columns.separator();
            }

            @Override
            public Optional<List<String>> names(Lines line) {
                if (columns.arePositions() || seen) {
                    return Optional.empty();
                }
                seen = true;
                return Optional.of(split(separator(), line.bytes(), line.length()));
            }

            @Override
            public Optional<List<String>> standard(int fields) {
                List<String> positions = new ArrayList<>();
                for (int i = 1; i <= fields; i++) {
                    positions.add(Integer.toString(i));
                }
                return columns.arePositions() ? Optional.of(positions) : Optional.empty();
            }
        };
    }
}

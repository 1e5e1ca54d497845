package io.portolan.flowlogs;

/** What stands between the fields of a line. */
enum Separator {
    /** One blank or more. */
    BLANKS((byte) ' ', true, false),
    TAB((byte) '\t', false, false),
    COMMA((byte) ',', false, true),
    SEMICOLON((byte) ';', false, true),
    BAR((byte) '|', false, false);

    private final byte mark;
    private final boolean repeats;
    private final boolean quotes;

    Separator(byte mark, boolean repeats, boolean quotes) {
        this.mark = mark;
        this.repeats = repeats;
        this.quotes = quotes;
    }

    /**
     * Finds the fields of a line.
     *
     * @param from receives where each begins
     * @param to receives where each ends
     * @return how many there are, at most one more than there is room for
     */
    int split(byte[] line, int length, int[] from, int[] to) {
        int count = 0;
        int at = 0;
        while (at <= length) {
            if (repeats) {
                while (at < length && line[at] == mark) {
                    at++;
                }
                if (at == length) {
                    return count;
                }
            }
            if (count == from.length) {
                return count + 1;
            }
            int end = at;
            if (quotes && at < length && line[at] == '"') {
                end = at + 1;
                while (end < length && line[end] != '"') {
                    end++;
                }
                from[count] = at + 1;
                to[count++] = end;
                while (end < length && line[end] != mark) {
                    end++;
                }
            } else {
                while (end < length && line[end] != mark) {
                    end++;
                }
                from[count] = at;
                to[count++] = end;
                while (quotes && to[count - 1] > from[count - 1] && line[to[count - 1] - 1] == ' ') {
                    to[count - 1]--;
                }
                while (quotes && from[count - 1] < to[count - 1] && line[from[count - 1]] == ' ') {
                    from[count - 1]++;
                }
            }
            at = end + 1;
        }
        return count;
    }
}

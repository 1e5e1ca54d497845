package io.portolan.draft;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a table.
 *
 * @param text what it says, in one line, without markup and footnotes
 * @param footnotes the marks of footnotes in it, such as {@code *} or {@code Note 2}
 * @param merged whether the cell spans several rows or columns, so that it may be meant for each or for all together
 */
record Cell(String text, ImmutableList<String> footnotes, boolean merged) {
    private static final CharMatcher BLANKS = CharMatcher.whitespace().or(CharMatcher.is('\u00a0'));

    /** Marks that stand in plain text: (*), (See note 1 ...), [3], and stars or daggers at the end. */
    private static final Pattern MARK = Pattern.compile(
            "\\((?<stars>[*†‡]+)\\)|\\((?<note>(?:see )?(?:foot)?note\\b[^()]*)\\)|\\[(?<number>\\d{1,2}|[a-z])]"
                    + "|(?<=[\\p{L}\\p{N})])\\s?(?<trailing>[*†‡]+)$",
            Pattern.CASE_INSENSITIVE);

    static Cell of(String raw, List<String> marks, boolean merged) {
        List<String> footnotes = new ArrayList<>(marks);
        Matcher matcher = MARK.matcher(BLANKS.trimAndCollapseFrom(raw, ' '));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, "");
            for (String group : List.of("stars", "note", "number", "trailing")) {
                if (matcher.group(group) != null) {
                    footnotes.add(matcher.group(group));
                }
            }
        }
        matcher.appendTail(text);
        return new Cell(
                BLANKS.trimAndCollapseFrom(text, ' '),
                footnotes.stream()
                        .map(mark -> BLANKS.trimAndCollapseFrom(mark, ' '))
                        .filter(mark -> !mark.isEmpty())
                        .distinct()
                        .collect(ImmutableList.toImmutableList()),
                merged);
    }

    Cell asMerged() {
        return new Cell(text, footnotes, true);
    }
}

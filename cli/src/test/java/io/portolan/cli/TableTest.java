package io.portolan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static Table table() {
        Table table = new Table("NAME", "WHAT IT DOES");
        table.addHeading("A heading of some words");
        table.add(List.of("portolan", "charts ports"));
        table.addDetail("a detail of some words");
        return table;
    }

    @Test
    void columnsAreAsWideAsTheyNeedToBe() {
        assertThat(table().format(80)).isEqualTo("""
                        NAME      WHAT IT DOES

                        A heading of some words
                        portolan  charts ports
                            a detail of some words
                        """);
    }

    @Test
    void cellsWrapBetweenWords() {
        assertThat(table().format(18)).isEqualTo("""
                        NAME      WHAT IT
                                  DOES

                        A heading of some
                        words
                        portolan  charts
                                  ports
                            a detail of
                            some words
                        """);
    }

    /** Half an identifier is none. */
    @Test
    void wordsStayWhole() {
        assertThat(table().format(14).lines()).anyMatch(line -> line.startsWith("portolan  "));
    }
}

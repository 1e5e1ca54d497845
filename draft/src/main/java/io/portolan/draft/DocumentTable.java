package io.portolan.draft;

import com.google.common.collect.ImmutableList;

/**
 * A table of a document.
 *
 * @param heading the headings that lead to the table, from the outside in, joined by {@code " > "}; the title of the document
 *     is none of them
 * @param columns the names of its columns
 * @param rows its rows, in order; one can be shorter than the columns
 */
record DocumentTable(String heading, ImmutableList<String> columns, ImmutableList<ImmutableList<Cell>> rows) {}

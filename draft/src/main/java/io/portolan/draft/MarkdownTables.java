package io.portolan.draft;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Finds the tables of a Markdown document, in the notation of GitHub, and those that stand in it as HTML. */
final class MarkdownTables extends AbstractVisitor {
    private final Headings headings = new Headings();
    private final ImmutableList.Builder<DocumentTable> tables = ImmutableList.builder();

    private MarkdownTables() {}

    static ImmutableList<DocumentTable> read(String markdown) {
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
        MarkdownTables reader = new MarkdownTables();
        document.accept(reader);
        return reader.tables.build();
    }

    @Override
    public void visit(Heading heading) {
        headings.enter(heading.getLevel(), Inline.of(heading).cell().text());
    }

    @Override
    public void visit(HtmlBlock block) {
        for (DocumentTable table : HtmlTables.read(block.getLiteral())) {
            tables.add(new DocumentTable(headings.path(), table.columns(), table.rows()));
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) {
            visitChildren(block);
            return;
        }
        ImmutableList.Builder<String> columns = ImmutableList.builder();
        ImmutableList.Builder<ImmutableList<Cell>> rows = ImmutableList.builder();
        for (Node part : children(block)) {
            for (Node row : children(part)) {
                ImmutableList<Cell> cells = cells((TableRow) row);
                if (part instanceof TableHead) {
                    cells.forEach(cell -> columns.add(cell.text()));
                } else if (part instanceof TableBody) {
                    rows.add(cells);
                }
            }
        }
        tables.add(new DocumentTable(headings.path(), columns.build(), rows.build()));
    }

    /** The cells that are written: a row that ends early is filled up by the parser with cells without any source. */
    private static ImmutableList<Cell> cells(TableRow row) {
        ImmutableList.Builder<Cell> cells = ImmutableList.builder();
        for (Node cell : children(row)) {
            cells.add(Inline.of((TableCell) cell).cell());
        }
        return cells.build();
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Gathers the words of a cell or heading, and the footnotes apart. */
    private static final class Inline extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder mark = new StringBuilder();
        private final List<String> marks = new ArrayList<>();
        private boolean raised;

        static Inline of(Node node) {
            Inline inline = new Inline();
            inline.visitChildren(node);
            return inline;
        }

        Cell cell() {
            return Cell.of(text.toString(), marks, false);
        }

        private void say(String words) {
            (raised ? mark : text).append(words);
        }

        @Override
        public void visit(Text words) {
            say(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            say(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            say(" ");
        }

        @Override
        public void visit(HtmlInline html) {
            String tag = html.getLiteral().toLowerCase(java.util.Locale.ROOT);
            if (tag.startsWith("<br")) {
                say(" ");
            } else if (tag.startsWith("<sup")) {
                raised = true;
            } else if (tag.startsWith("</sup")) {
                raised = false;
                marks.add(mark.toString());
                mark.setLength(0);
            }
        }

        @Override
        public void visit(Link link) {
            boolean leadsBelow = link.getDestination().startsWith("#") && text.length() > 0 && !raised;
            if (leadsBelow) {
                marks.add(of(link).text.toString());
            } else {
                visitChildren(link);
            }
        }
    }
}

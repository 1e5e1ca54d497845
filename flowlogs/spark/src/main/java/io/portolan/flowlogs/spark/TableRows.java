package io.portolan.flowlogs.spark;

import io.portolan.planner.matcher.MatcherTables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Collects the rows of the tables of a policy, and makes views of them. */
final class TableRows implements MatcherTables.Sink {
    private final List<Row> addresses = new ArrayList<>();
    private final List<Row> ports = new ArrayList<>();
    private final List<Row> pairs = new ArrayList<>();
    private final List<Row> verdicts = new ArrayList<>();

    @Override
    public void address(String address, int family, int number, int known) {
        addresses.add(RowFactory.create(address, family, number, known));
    }

    @Override
    public void port(int protocol, int port, int family, int target, int origin) {
        ports.add(RowFactory.create(protocol, port, family, target, origin));
    }

    @Override
    public void pair(int source, int destination, int forward, int back) {
        pairs.add(RowFactory.create(source, destination, forward, back));
    }

    @Override
    public void verdict(int row, int column, int flows, int needed, int answer, int mayNeed, int mayAnswer) {
        verdicts.add(RowFactory.create(row, column, flows, needed, answer, mayNeed, mayAnswer));
    }

    void makeViews(SparkSession session) {
        StructType address = numbers(new StructType().add("address", DataTypes.StringType), "family", "class", "known");
        view(session, "portolan_address", addresses, address);
        view(
                session,
                "portolan_port",
                ports,
                numbers(new StructType(), "protocol", "port", "family", "target", "origin"));
        view(
                session,
                "portolan_pair",
                pairs,
                numbers(new StructType(), "source_class", "destination_class", "forward_row", "back_row"));
        view(
                session,
                "portolan_verdict",
                verdicts,
                numbers(
                        new StructType(),
                        "row_number",
                        "column_number",
                        "flows",
                        "needed",
                        "answer",
                        "may_need",
                        "may_answer"));
    }

    private static StructType numbers(StructType type, String... names) {
        StructType all = type;
        for (String name : names) {
            all = all.add(name, DataTypes.IntegerType);
        }
        return all;
    }

    private static void view(SparkSession session, String name, List<Row> rows, StructType type) {
        session.createDataFrame(rows, type).createOrReplaceTempView(name);
    }
}

package io.portolan.flowlogs.duckdb;

/**
 * Logs that DuckDB reads where they are.
 *
 * @param relation what stands behind {@code FROM}
 * @param isAzure whether they are Azure's flow logs of virtual networks
 */
public record DuckDbSource(String relation, boolean isAzure) {
    private static final int LARGEST_OBJECT = 1 << 28;

    /**
     * Returns logs in Parquet, with columns as AWS, Zeek or IPFIX name them.
     *
     * @param glob a path, with {@code *} and {@code **} as DuckDB reads them, such as {@code logs/**}{@code /*.parquet};
     *     partitions in the style of Hive are no trouble
     * @return the source
     */
    public static DuckDbSource parquet(String glob) {
        return new DuckDbSource("read_parquet(" + quoted(glob) + ", union_by_name = true)", false);
    }

    /**
     * Returns logs of one object of JSON a line, compressed or not, with keys as Zeek names them.
     *
     * @param glob a path, with {@code *} and {@code **} as DuckDB reads them
     * @return the source
     */
    public static DuckDbSource json(String glob) {
        return new DuckDbSource(
                "read_json(" + quoted(glob) + ", format = 'newline_delimited', union_by_name = true)", false);
    }

    /**
     * Returns Azure's flow logs of virtual networks, version 4.
     *
     * @param glob a path, with {@code *} and {@code **} as DuckDB reads them
     * @return the source
     */
    public static DuckDbSource azure(String glob) {
        return new DuckDbSource("read_json(" + quoted(glob) + ", maximum_object_size = " + LARGEST_OBJECT + ")", true);
    }

    /**
     * Returns logs as text with a line of names first, compressed or not, such as those of AWS.
     *
     * @param glob a path, with {@code *} and {@code **} as DuckDB reads them
     * @param separator one character
     * @return the source
     */
    public static DuckDbSource text(String glob, char separator) {
        return new DuckDbSource(
                "read_csv(" + quoted(glob) + ", delim = " + quoted(String.valueOf(separator))
                        + ", header = true, all_varchar = true, union_by_name = true)",
                false);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

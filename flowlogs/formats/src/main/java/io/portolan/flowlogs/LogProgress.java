package io.portolan.flowlogs;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.Excerpts;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read so far: how many records of traffic, how many that are none, and which are broken. Of broken ones the first
 * are shown, and all are counted.
 */
public final class LogProgress {
    private static final int MOST_SHOWN = 20;

    private long records;
    private long others;
    private long broken;
    private final List<Broken> shown = new ArrayList<>();

    /** Starts at nothing. */
    public LogProgress() {}

    /**
     * A record that cannot be read.
     *
     * @param file the name of the log
     * @param line the line from 1 on, or the number of the record where a log has no lines
     * @param why what is wrong with it
     */
    public record Broken(String file, long line, String why) {
        /** Returns file, line and reason. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + why;
        }
    }

    void addRecord() {
        records++;
    }

    void addOther() {
        others++;
    }

    void addBroken(String file, long line, String why) {
        broken++;
        if (shown.size() < MOST_SHOWN) {
            shown.add(new Broken(file, line, Excerpts.isPlain(why) ? why : Excerpts.quote(why)));
        }
    }

    /**
     * Returns how many records of traffic were read.
     *
     * @return a number from 0 on
     */
    public long records() {
        return records;
    }

    /**
     * Returns how many records are of something else, such as other events of a sensor.
     *
     * @return a number from 0 on
     */
    public long others() {
        return others;
    }

    /**
     * Returns how many records cannot be read.
     *
     * @return a number from 0 on
     */
    public long broken() {
        return broken;
    }

    /**
     * Returns the first of those that cannot be read.
     *
     * @return 20 at most
     */
    public ImmutableList<Broken> shown() {
        return ImmutableList.copyOf(shown);
    }
}

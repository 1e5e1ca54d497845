package io.portolan.planner.matcher;

/** What a record of traffic tells of who opened the connection. */
public enum Orientation {
    /** Nothing, so that both ways are tried. */
    EITHER(0),
    /** Its source opened it. */
    QUESTION(1),
    /** Its destination opened it: the record is of the way back. */
    ANSWER(2);

    private final int number;

    Orientation(int number) {
        this.number = number;
    }

    /**
     * Returns the number that stands for the orientation in tables.
     *
     * @return 0 to 2
     */
    public int number() {
        return number;
    }
}

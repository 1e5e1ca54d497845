package io.portolan.cli;

/** A terminal of 80 columns that shows no progress. */
record Plain() implements Terminal {
    @Override
    public int width() {
        return 80;
    }

    @Override
    public boolean showsProgress() {
        return false;
    }
}

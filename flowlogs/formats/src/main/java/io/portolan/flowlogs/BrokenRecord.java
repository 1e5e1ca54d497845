package io.portolan.flowlogs;

/** Says why a record cannot be read. */
final class BrokenRecord extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenRecord(String message) {
        super(message, null, false, false); // there can be millions, and nobody looks at where they were thrown
    }
}

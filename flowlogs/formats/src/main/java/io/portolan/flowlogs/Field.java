package io.portolan.flowlogs;

/** What a field of a record means, whatever its log calls it. */
enum Field {
    SOURCE,
    DESTINATION,
    /** The source before or after it was translated, whichever the log gives besides. */
    SOURCE_BEHIND,
    DESTINATION_BEHIND,
    SOURCE_PORT,
    DESTINATION_PORT,
    PROTOCOL,
    PACKETS,
    PACKETS_BACK,
    BYTES,
    BYTES_BACK,
    START,
    END,
    DURATION,
    DATE,
    ACTION,
    STATUS,
    FLAGS,
    ICMP_TYPE,
    ICMP_CODE,
    /** Something that only one format has. */
    STATE,
    HISTORY,
    EVENT,
    PATH,
    REPLY,
    KIND
}

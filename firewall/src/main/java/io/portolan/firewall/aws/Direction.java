package io.portolan.firewall.aws;

/** Which way packets go, as seen from the members of a security group. */
enum Direction {
    INGRESS("ingress"),
    EGRESS("egress");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    /** Returns the name that AWS has for it. */
    String id() {
        return id;
    }
}

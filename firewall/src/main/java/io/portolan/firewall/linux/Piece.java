package io.portolan.firewall.linux;

/**
 * Packets of which it may not be known whether they are meant.
 *
 * @param region the packets
 * @param doubt why it is not known; none if all of them are meant
 */
record Piece(Region region, Doubt doubt) {
    static Piece sure(Region region) {
        return new Piece(region, Doubt.NONE);
    }
}

package dev.meishi.access;

/** Tells clients apart by their addresses, of which nothing is remembered but a hash. */
final class Addresses {

    /** Parts of an IPv6 address that a network is given; the rest its owner chooses as it likes (RFC 6177). */
    private static final int NETWORK_PARTS = 4;

    private Addresses() {}

    /** The same for all addresses of one IPv6 network of 64 bits. */
    static int hash(String address) {
        int end = -1;
        for (int part = 0; part < NETWORK_PARTS; part++) {
            end = address.indexOf(':', end + 1);
            if (end < 0) {
                end = address.length();
                break;
            }
        }
        int hash = 0x811C9DC5;
        for (int i = 0; i < end; i++) {
            hash = (hash ^ address.charAt(i)) * 0x01000193;
        }
        return hash;
    }
}

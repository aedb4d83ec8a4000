package traffic;

/** What the process ends with. */
enum Exit {
    /** Within all bars. */
    WELL(0),
    /** A bar was missed, or there is drift. */
    MISSED(1),
    /** The command line, or a file that it names, cannot be used. */
    USAGE(2),
    /** The instance cannot be reached or used, or has stopped to answer. */
    INSTANCE(3),
    /** Ended early, for more calls to LINE WORKS than are allowed. */
    CALLS(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

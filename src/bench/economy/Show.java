package economy;

/** One of the things that are to be shown. */
interface Show {

    /** Its number in the issue. */
    String number();

    String title();

    void run(Options options, Report report) throws Exception;
}

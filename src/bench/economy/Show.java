package economy;

/** One of the things that are to be shown. */
interface Show {

    /** What {@code --show} chooses it by. */
    String number();

    String title();

    void run(Options options, Report report) throws Exception;
}

package speed;

import java.io.IOException;

/** What is measured. */
interface Target extends AutoCloseable {

    String name();

    Server server();

    /** Where it takes posts. */
    String path();

    /**
     * Walks through the load's pages and holds each answer against the book.
     *
     * @return what was posted for them
     * @throws WrongAnswer if one is not what it has to be
     */
    Walk walk(Load load) throws IOException, InterruptedException;

    /** How often the one hop's time it may take. */
    double bar(Load load);

    @Override
    default void close() {
        server().close();
    }
}

package speed;

import java.util.List;

/**
 * What is asked how hard: the pages of a walk through all contacts, in turn and over and over.
 *
 * @param name of it
 * @param query with the variables {@code first} and {@code after}
 * @param first contacts of a page
 * @param pages of the walk, from the first one on
 * @param connections that ask at once, each again when it is answered
 * @param delayMillis that the upstream takes for a page
 * @param bars for how often the one hop's time it may take
 */
public record Load(String name, String query, int first, int pages, int connections, int delayMillis, Bars bars) {

    /**
     * Bars.
     *
     * @param off where each answer is a call
     * @param on where the gateway keeps pages, as it does by default
     */
    public record Bars(double off, double on) {

        static final Bars NONE = new Bars(Double.NaN, Double.NaN);

        double of(boolean isKept) {
            return isKept ? on : off;
        }
    }

    private static final int PAGES = 10;

    private static final String FEW = """
        query Few($first: Int!, $after: String) {
          contacts(first: $first, after: $after) {
            edges { node { resourceId masterUserId creationTime } }
            pageInfo { hasNextPage endCursor }
          }
        }\
        """;

    private static final String SOME = """
        query Some($first: Int!, $after: String) {
          contacts(first: $first, after: $after) {
            edges { node {
              resourceId
              name { lastName firstName phoneticLastName phoneticFirstName nickName }
              emails { address represent }
              phones { value type customType represent }
              organizations { name department title represent }
              tags { name }
            } }
            pageInfo { hasNextPage endCursor }
          }
        }\
        """;

    private static final String ALL = """
        query All($first: Int!, $after: String) {
          contacts(first: $first, after: $after) {
            edges { node {
              resourceId open isCoEditing masterUserId
              sharedMembers { memberId type }
              tagResourceIds
              tags { tagResourceId name }
              name { lastName firstName phoneticLastName phoneticFirstName nickName }
              emails { address represent }
              phones { value type customType represent }
              organizations { name department title represent }
              locations { value zipcode type customType represent }
              events { value dayType type customType represent }
              messengers { accountId type customType represent }
              websites { value represent }
              photos { path represent }
              memo
              worksAt { type resourceId buddyUserIds }
              creationTime modificationTime
            } }
            pageInfo { hasNextPage endCursor }
          }
        }\
        """;

    public static final Load W1 = new Load("W1", FEW, 20, PAGES, 64, 0, new Bars(2, 1));
    public static final Load W2 = new Load("W2", SOME, 100, PAGES, 32, 0, new Bars(4, 1));
    public static final Load W3 = new Load("W3", ALL, 500, PAGES, 8, 0, new Bars(6, 2.5));
    public static final Load W4 = new Load("W4", FEW, 20, PAGES, 256, 20, new Bars(2, 1));

    public static final List<Load> LOADS = List.of(W1, W2, W3, W4);

    /** The whole book in pages of another size, for which there is no bar. */
    Load ofFirst(int contacts) {
        return new Load(
                name + " of " + contacts,
                query,
                contacts,
                Book.CONTACTS / contacts,
                connections,
                delayMillis,
                Bars.NONE);
    }

    /** All in one line. */
    @Override
    public String toString() {
        return "%s: first %d, %d connections%s"
                .formatted(name, first, connections, delayMillis == 0 ? "" : ", upstream takes " + delayMillis + " ms");
    }
}

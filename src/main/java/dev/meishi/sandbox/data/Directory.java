package dev.meishi.sandbox.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The tenant's directory: 200 members, 20 organisations and 10 groups, all named by an e-mail address. */
public final class Directory {

    static final List<String> MEMBERS = addresses("account", 200);
    static final List<String> ORG_UNITS = addresses("orgunit", 20);
    static final List<String> GROUPS = addresses("group", 10);

    private Directory() {}

    /** Whether a member has this id. */
    public static boolean isMember(String userId) {
        return MEMBERS.contains(userId);
    }

    /** What {@code sharedMembers[].type} says of an id. */
    static String typeOf(String id) {
        if (id.startsWith("orgunit")) {
            return "ORGUNIT";
        }
        return id.startsWith("group") ? "GROUP" : "USER";
    }

    /**
     * Every id under which a contact may have been shared with a member: its own, its organisation's, its groups'. Member
     * n is in organisation (n - 1) mod 20 + 1 and in group g when n is a multiple of g + 1. Someone unknown is only
     * themselves.
     */
    public static Set<String> identities(String userId) {
        List<String> identities = new ArrayList<>(List.of(userId));
        int number = MEMBERS.indexOf(userId) + 1;
        if (number > 0) {
            identities.add(ORG_UNITS.get((number - 1) % ORG_UNITS.size()));
            IntStream.rangeClosed(1, GROUPS.size())
                    .filter(group -> number % (group + 1) == 0)
                    .forEach(group -> identities.add(GROUPS.get(group - 1)));
        }
        return new HashSet<>(identities);
    }

    private static List<String> addresses(String localPart, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> localPart + number + "@example.com")
                .toList();
    }
}

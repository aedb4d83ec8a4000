package dev.meishi.member;

import dev.meishi.json.Text;
import dev.meishi.lineworks.UpstreamMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All members, organizations or groups of a domain.
 *
 * @param byId by id, and by address where that is no id
 * @param absent ids that were looked for and are not there, such as those of members who have left
 */
record NameList(Map<Text, Member> byId, Set<Text> absent) {

    /** Absent ids of a list that are remembered: those of contacts, but not all that clients can think of. */
    static final int MOST_ABSENT = 1_000;

    /** A member with its two places in the list, as a JVM with compressed pointers lays them out; its texts are beside it. */
    private static final int MEMBER = 320;

    /** An absent id without its text. */
    private static final int ABSENT = 100;

    static NameList of(List<UpstreamMember> sent, String domainId) {
        Map<Text, Member> members = new HashMap<>();
        Map<Text, Member> byAddress = new HashMap<>();
        for (UpstreamMember each : sent) {
            String id = each.id();
            if (id != null && !id.isEmpty()) {
                Member member = Member.from(each, id, domainId);
                members.put(member.memberId(), member);
                if (member.email() != null) {
                    byAddress.put(member.email(), member);
                }
            }
        }
        byAddress.forEach(members::putIfAbsent);
        return new NameList(members, Set.of());
    }

    /**
     * The same list, which knows what it does not have: that is no reason to fetch it again while it is fresh.
     *
     * @param wanted what it was fetched for
     * @param before the list in whose place it is; null for none
     */
    NameList lookedThrough(Collection<Text> wanted, @Nullable NameList before) {
        Set<Text> missing = new HashSet<>();
        Stream.concat(wanted.stream(), before == null ? Stream.empty() : before.absent.stream())
                .filter(id -> !byId.containsKey(id))
                .limit(MOST_ABSENT)
                .forEach(missing::add);
        return new NameList(byId, missing);
    }

    /** Whether it says of each of these ids who it is, or that it is nobody. */
    boolean knows(Collection<Text> ids) {
        return ids.stream().allMatch(id -> byId.containsKey(id) || absent.contains(id));
    }

    /** The heap that it takes, in bytes. */
    long weight() {
        long bytes = 0;
        for (Map.Entry<Text, Member> entry : byId.entrySet()) {
            Member member = entry.getValue();
            if (entry.getKey().equals(member.memberId())) {
                bytes += MEMBER
                        + member.id().length()
                        + member.memberId().length()
                        + Text.lengthOf(member.name())
                        + Text.lengthOf(member.email());
            }
        }
        return bytes + absent.stream().mapToLong(id -> ABSENT + id.length()).sum();
    }
}

package dev.meishi.member;

import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.lineworks.UpstreamMember;
import java.time.Duration;
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
 * @param takenAt {@link System#nanoTime()} when the first call for them went out
 * @param refusal what LINE WORKS refused the list for, null if it did not
 */
record NameList(
        Map<Text, Member> byId,
        Set<Text> absent,
        long takenAt,
        @Nullable Failure refusal) {

    static NameList of(List<UpstreamMember> sent, String domainId, int maxEntries, long takenAt) {
        Map<Text, Member> members = new HashMap<>();
        Map<Text, Member> byAddress = new HashMap<>();
        for (UpstreamMember each : sent) {
            String id = each.id();
            if (id != null && !id.isEmpty() && members.size() < maxEntries) {
                Member member = Member.from(each, id, domainId);
                members.put(member.memberId(), member);
                if (member.email() != null) {
                    byAddress.put(member.email(), member);
                }
            }
        }
        byAddress.forEach(members::putIfAbsent);
        return new NameList(members, Set.of(), takenAt, null);
    }

    static NameList refused(Failure why, long takenAt) {
        return new NameList(Map.of(), Set.of(), takenAt, why);
    }

    /**
     * The same list, which knows what it does not have: that is no reason to fetch it again while it is fresh.
     *
     * @param wanted what it was fetched for
     * @param before the list in whose place it is; null for none
     * @param maxEntries absent ids that it remembers
     */
    NameList lookedThrough(Collection<Text> wanted, @Nullable NameList before, int maxEntries) {
        Set<Text> missing = new HashSet<>();
        Stream.concat(wanted.stream(), before == null ? Stream.empty() : before.absent.stream())
                .filter(id -> !byId.containsKey(id))
                .limit(maxEntries)
                .forEach(missing::add);
        return new NameList(byId, missing, takenAt, refusal);
    }

    /** Whether it says of each of these ids who it is, or that it is nobody. */
    boolean knows(Collection<Text> ids) {
        return ids.stream().allMatch(id -> byId.containsKey(id) || absent.contains(id));
    }

    Duration age() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - takenAt));
    }

    boolean isYoungerThan(Duration age) {
        return age().compareTo(age) < 0;
    }
}

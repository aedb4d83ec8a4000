package dev.meishi.member;

import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.lineworks.UpstreamMember;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All members, organizations or groups of a domain.
 *
 * @param byId by id, and by address where that is no id
 * @param takenAt {@link System#nanoTime()} when the first call for them went out
 * @param refusal what LINE WORKS refused the list for, null if it did not
 */
record NameList(
        Map<Text, Member> byId, long takenAt, @Nullable Failure refusal) {

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
        return new NameList(members, takenAt, null);
    }

    static NameList refused(Failure why, long takenAt) {
        return new NameList(Map.of(), takenAt, why);
    }

    boolean hasAll(Collection<Text> ids) {
        return byId.keySet().containsAll(ids);
    }

    Duration age() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - takenAt));
    }

    boolean isYoungerThan(Duration age) {
        return age().compareTo(age) < 0;
    }
}

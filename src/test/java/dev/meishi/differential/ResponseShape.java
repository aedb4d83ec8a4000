package dev.meishi.differential;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the response keys of one object mean, so that no two selections of it are in conflict. Stricter than the rule
 * (specification, 5.3.2) in one thing: what is selected of one key for different types must agree throughout.
 */
final class ResponseShape {

    private final Map<String, Member> members = new LinkedHashMap<>();

    /** A field with its arguments, as written. */
    record Use(String field, String arguments) {}

    /**
     * Where a field is selected.
     *
     * @param name of the type
     * @param isObject whether no object is of this type and of another one
     */
    record Parent(String name, boolean isObject) {}

    private record Member(String type, Map<Parent, Use> uses, ResponseShape below) {}

    List<String> keys() {
        return List.copyOf(members.keySet());
    }

    /** What a key is already for objects of a type; null if that is not said yet. */
    @Nullable
    Use use(String key, Parent parent) {
        Member member = members.get(key);
        return member == null ? null : member.uses.get(parent);
    }

    boolean allows(String key, Parent parent, Use use, String type) {
        Member member = members.get(key);
        return member == null
                || (member.type.equals(type)
                        && member.uses.entrySet().stream()
                                .allMatch(other -> isApart(other.getKey(), parent)
                                        || other.getValue().equals(use)));
    }

    private static boolean isApart(Parent one, Parent other) {
        return one.isObject && other.isObject && !one.equals(other);
    }

    /** Selects a field that is allowed; gives what is below of it. */
    ResponseShape select(String key, Parent parent, Use use, String type) {
        Member member = members.computeIfAbsent(key, first -> new Member(type, new HashMap<>(), new ResponseShape()));
        member.uses.put(parent, use);
        return member.below;
    }

    boolean allows(ResponseShape other) {
        return other.members.entrySet().stream().allMatch(entry -> allows(entry.getKey(), entry.getValue()));
    }

    private boolean allows(String key, Member other) {
        Member own = members.get(key);
        return own == null
                || (other.uses.entrySet().stream()
                                .allMatch(use -> allows(key, use.getKey(), use.getValue(), other.type))
                        && own.below.allows(other.below));
    }

    /** Takes in a fragment that is allowed. */
    void add(ResponseShape other) {
        other.members.forEach((key, member) -> {
            for (Map.Entry<Parent, Use> use : member.uses.entrySet()) {
                select(key, use.getKey(), use.getValue(), member.type);
            }
            Objects.requireNonNull(members.get(key)).below.add(member.below);
        });
    }
}

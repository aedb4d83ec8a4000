package dev.meishi.sandbox.data;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which contacts a list is about: all conditions have to hold.
 *
 * @param conditions empty for every contact
 */
public record ContactFilter(List<Predicate<ContactEntry>> conditions) {

    boolean matches(ContactEntry entry) {
        for (Predicate<ContactEntry> condition : conditions) {
            if (!condition.test(entry)) {
                return false;
            }
        }
        return true;
    }

    boolean matchesEverything() {
        return conditions.isEmpty();
    }
}

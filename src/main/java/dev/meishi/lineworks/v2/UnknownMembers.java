package dev.meishi.lineworks.v2;

import dev.meishi.json.Members;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Counts what LINE WORKS sends that nobody reads: members by their names, and never by a value. The names come from
 * outside, so there is a bound to how many are told apart.
 */
@Singleton
class UnknownMembers {

    private static final int MAX_NAMES = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    UnknownMembers(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Members of interest, whose others are counted.
     *
     * @param place of the object that they are of, of a closed set
     */
    Members of(String place, String... names) {
        return Members.of(names).tellingOthers(name -> count(place, name));
    }

    private void count(String place, String name) {
        Counter known = counters.get(place + '.' + name);
        (known == null ? counter(place, name) : known).increment();
    }

    private Counter counter(String place, String name) {
        boolean isTold = counters.size() < MAX_NAMES && NAME.matcher(name).matches();
        Counter counter = Counter.builder("meishi.upstream.unknown.members")
                .description("Members of objects that LINE WORKS sent and the gateway does not read")
                .tag("in", place)
                .tag("name", isTold ? name : "other")
                .register(registry);
        if (isTold) {
            counters.put(place + '.' + name, counter);
        }
        return counter;
    }
}

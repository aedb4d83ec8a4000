package dev.meishi.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.probe.Probe;
import dev.meishi.lineworks.probe.ProbedApi;
import dev.meishi.lineworks.probe.RawAnswer;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls of one run. What is found for later calls stays here, and is part of no result. */
final class Examination {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final ProbedApi api;
    private final List<Probe> probes;
    private final Set<String> findable;
    private final Map<String, String> found = new HashMap<>();
    private final List<CallResult> results = new ArrayList<>();
    private @Nullable String end;

    Examination(ProbedApi api) {
        this.api = api;
        this.probes = api.probes();
        this.findable = probes.stream()
                .flatMap(probe -> probe.finds().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes one after the other. */
    Uni<List<CallResult>> calls() {
        return from(0);
    }

    private Uni<List<CallResult>> from(int index) {
        if (index == probes.size()) {
            return Uni.createFrom().item(List.copyOf(results));
        }
        return one(probes.get(index)).chain(result -> {
            results.add(result);
            return from(index + 1);
        });
    }

    private Uni<CallResult> one(Probe probe) {
        String missing = missing(probe);
        if (end != null) {
            return Uni.createFrom().item(CallResult.skipped(probe, end));
        }
        if (missing != null) {
            return Uni.createFrom().item(CallResult.skipped(probe, "not called: no earlier answer has a " + missing));
        }
        Instant start = Instant.now();
        return api.call(probe, Map.copyOf(found))
                .map(answer -> read(probe, answer, start))
                .onFailure(Failure.class)
                .recoverWithItem(failure -> unanswered(probe, failure));
    }

    private @Nullable String missing(Probe probe) {
        return Stream.concat(Stream.of(probe.path()), probe.parameters().values().stream())
                .flatMap(text -> NAME.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .filter(name -> findable.contains(name) && !found.containsKey(name))
                .findFirst()
                .orElse(null);
    }

    private CallResult read(Probe probe, RawAnswer answer, Instant start) {
        JsonNode body = Answers.json(answer);
        if (body != null && answer.status() < 300) {
            probe.finds().forEach((name, pointer) -> {
                String value = Answers.find(body, pointer);
                if (value != null) {
                    found.putIfAbsent(name, value);
                }
            });
        }
        if (answer.status() == 429) {
            end = "not called: the quota is used up";
        } else if (answer.status() == 401) {
            end = "not called: the permission to call was rejected";
        }
        return Answers.result(probe, answer, body, start, Instant.now());
    }

    private CallResult unanswered(Probe probe, Failure failure) {
        if (results.stream().noneMatch(CallResult::isAnswered)) {
            end = "not called: there was no answer to the call before";
        }
        return CallResult.skipped(probe, "no answer: " + failure.summary().replaceFirst("\\.+$", ""));
    }
}

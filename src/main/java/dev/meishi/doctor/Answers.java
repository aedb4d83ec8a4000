package dev.meishi.doctor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.lineworks.probe.Probe;
import dev.meishi.lineworks.probe.RawAnswer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes from an answer what may be shown of it. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> QUOTA = List.of(
            "rateLimit-limit",
            "rateLimit-remaining",
            "rateLimit-reset",
            "rateLimit-used",
            "rateLimit-ssed",
            "Retry-After");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z.+-]+");

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,60}");

    private static final Pattern CHALLENGE = Pattern.compile("(?<![a-z_])error\\s*=\\s*\"?([a-z_]{1,40})");

    private Answers() {}

    static @Nullable JsonNode json(RawAnswer answer) {
        try {
            JsonNode body = answer.body().length == 0 ? null : JSON.readTree(answer.body());
            return body == null || body.isMissingNode() ? null : body;
        } catch (JacksonException noJson) {
            return null;
        } catch (IOException impossible) {
            return null;
        }
    }

    /** The first text or number at a pointer; a star stands for each element. */
    static @Nullable String find(JsonNode body, String pointer) {
        int star = pointer.indexOf("/*");
        if (star < 0) {
            String value = body.at(pointer).asText("");
            boolean isWay = value.equals(".") || value.equals("..");
            return value.isEmpty() || value.equals("null") || isWay ? null : value;
        }
        for (JsonNode element : body.at(pointer.substring(0, star))) {
            String value = find(element, pointer.substring(star + 2));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    static CallResult result(Probe probe, RawAnswer answer, @Nullable JsonNode body, Instant start, Instant end) {
        return new CallResult(
                probe,
                answer.status(),
                Duration.between(start, end).toMillis(),
                answer.body().length,
                answer.status() < 400 ? null : error(answer, body),
                null,
                headers(answer),
                skew(answer, start, end),
                body == null ? null : Shape.of(body, probe.expected()));
    }

    private static @Nullable String error(RawAnswer answer, @Nullable JsonNode body) {
        for (String member : List.of("code", "errorCode", "failType")) {
            String code = body == null ? "" : body.path(member).asText("");
            if (CODE.matcher(code).matches()) {
                return code;
            }
        }
        String challenge = answer.header("WWW-Authenticate");
        Matcher error = CHALLENGE.matcher(challenge == null ? "" : challenge);
        return error.find() ? error.group(1) : null;
    }

    private static Map<String, String> headers(RawAnswer answer) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : QUOTA) {
            String value = answer.header(name);
            if (value != null) {
                shown.put(name, NUMBER.matcher(value.strip()).matches() ? value.strip() : "no number");
            }
        }
        String type = answer.header("Content-Type");
        if (type != null) {
            String bare = type.replaceFirst(";.*", "").strip();
            shown.put("Content-Type", TYPE.matcher(bare).matches() ? bare : "another type");
        }
        String location = answer.header("Location");
        if (location != null) {
            shown.put("Location", Setting.host(location));
        }
        return shown;
    }

    /** By which the vendor's clock is ahead of the middle of the call, in whole seconds. */
    private static @Nullable Long skew(RawAnswer answer, Instant start, Instant end) {
        String date = answer.header("Date");
        if (date == null) {
            return null;
        }
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Instant middle = start.plus(Duration.between(start, end).dividedBy(2));
            return Duration.between(middle, there.plusMillis(500)).toSeconds();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}

package dev.meishi.sandbox.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-zA-Z]+)` \\| (?:`([^`]*)`) \\| ([^|]*) \\|", Pattern.MULTILINE);

    @Test
    void theyAreReadBackAsTheyAreWritten() {
        JsonObject json = Readings.DEFAULT.toJson().put("ties", "BY_ID").put("cursorLifetime", "PT5M");

        assertThat(Readings.from(json).toJson()).isEqualTo(json);
        assertThatThrownBy(() -> Readings.from(new JsonObject().put("colour", 1)))
                .hasMessageStartingWith("Unknown switch colour; allowed are countAboveCap, ");
    }

    @Test
    void theSimulatorsPageHasEachWithItsDefaultAndItsOtherValues() throws IOException {
        String page = Files.readString(Path.of("src/docs/simulator.md"));
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(page.substring(page.indexOf("## What is not known of 2.0")))
                .results()
                .forEach(row -> documented.put(
                        row.group(1), row.group(2) + " " + row.group(3).replace("`", "")));

        assertThat(documented).isEqualTo(real());
    }

    private static Map<String, String> real() {
        Map<String, String> real = new TreeMap<>();
        JsonObject defaults = Readings.DEFAULT.toJson();
        Stream.of(ListReadings.class, CursorReadings.class, BodyReadings.class, AccessReadings.class)
                .flatMap(part -> Arrays.stream(part.getRecordComponents()))
                .forEach(reading -> {
                    String value = String.valueOf(defaults.getValue(reading.getName()));
                    real.put(reading.getName(), value + " " + others(reading, value));
                });
        return real;
    }

    private static String others(RecordComponent reading, String byDefault) {
        Object[] constants = reading.getType().getEnumConstants();
        return constants == null
                ? "–"
                : Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant).name())
                        .filter(name -> !name.equals(byDefault))
                        .collect(Collectors.joining(", "));
    }
}

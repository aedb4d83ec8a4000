package dev.meishi.json;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writing a string, by what it is made of. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StringWriting {

    private static final int CAPACITY = 256;

    /** A word of {@link #setUp()}. */
    @Param({"latin", "kanji", "escaped"})
    @SuppressWarnings("NullAway.Init")
    public String kind;

    @SuppressWarnings("NullAway.Init")
    private String text;

    /** Some 36 characters each. */
    @Setup
    public void setUp() {
        text = switch (kind) {
            case "latin" -> "purchasing.department@office.example";
            case "kanji" -> "大阪府大阪市北区梅田三丁目一番一号 中央ビル十二階 東海電子株式会社";
            default -> "Asked for a \"full\" offer.\nC:\\offers";
        };
    }

    /** With the quotes. */
    @Benchmark
    public JsonBuffer write() {
        JsonBuffer json = new JsonBuffer(CAPACITY);
        json.string(text);
        return json;
    }
}

package dev.meishi.contact;

import dev.meishi.lineworks.v1.CannedPage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes that LINE WORKS sends to contacts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageReading {

    /** Of the page. */
    @Param({"20", "100", "500"})
    public int contacts;

    @SuppressWarnings("NullAway.Init")
    private byte[] body;

    /** Makes the page. */
    @Setup
    public void setUp() {
        body = CannedPage.body(contacts);
    }

    /** To the graph's contacts. */
    @Benchmark
    public List<Contact> read() {
        return CannedConnection.contacts(body);
    }
}

package speed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Someone who asks for next to nothing at moments of no pattern, and says how long it took; a process of its own. */
public final class Probe {

    private static final String SMALL = "{\"query\":\"{ __typename }\"}";
    private static final String LENGTH = "content-length:";

    /** Several times as long as what it may wait for, so that it does not fall into step with it. */
    private static final double LONGEST_PAUSE_MILLIS = 15;

    private Probe() {}

    /** Port, path, seconds. */
    public static void main(String[] args) throws Exception {
        double[] sorted = waits(Integer.parseInt(args[0]), args[1], Integer.parseInt(args[2]));
        System.out.printf(
                "%d %.3f %.3f %.3f %.3f%n",
                sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
    }

    private static double[] waits(int port, String path, int seconds) throws IOException, InterruptedException {
        byte[] post = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + SMALL.length() + "\r\n\r\n" + SMALL)
                .getBytes(StandardCharsets.ISO_8859_1);
        Random random = new Random(1);
        List<Double> waits = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                out.write(post);
                String answer = answer(in);
                waits.add((System.nanoTime() - began) / 1e6);
                WrongAnswer.unless(answer.contains("\"__typename\":\"Query\""), "Answered %s", answer);
                TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * LONGEST_PAUSE_MILLIS * 1e6));
            }
        }
        return waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static String answer(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).trim());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            WrongAnswer.unless(next >= 0, "The connection was closed after %s", line);
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }
}

package speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk saw of one load.
 *
 * @param requests answered, possibly none in a short while
 * @param seconds it took
 * @param bytes read
 * @param p50 milliseconds that half of the answers took at most
 * @param p99 milliseconds that all but one in a hundred took at most
 */
record Wrk(long requests, double seconds, long bytes, double p50, double p99) {

    private static final Pattern SUMMARY =
            Pattern.compile("posts requests=(\\d+) micros=(\\d+) bytes=(\\d+) p50=(\\d+) p99=(\\d+) failed=(\\d+)");

    /**
     * Posts for a while.
     *
     * @throws WrongAnswer if not all answers were 200 and whole
     */
    static Wrk run(Target target, Walk walk, int connections, int seconds) throws IOException, InterruptedException {
        Path posts = Files.write(Path.of("target/speed/posts"), walk.posts());
        ProcessBuilder builder = new ProcessBuilder(Cores.LOADING.keep(List.of(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "30s",
                        "-s",
                        "src/bench/speed/posts.lua",
                        "http://127.0.0.1:" + target.server().port() + target.path())))
                .redirectErrorStream(true);
        builder.environment().put("POSTS", posts.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher summary = SUMMARY.matcher(said);
        WrongAnswer.unless(summary.find(), "wrk says %s", said);
        long requests = Long.parseLong(summary.group(1));
        long bytes = Long.parseLong(summary.group(3));
        WrongAnswer.unless(
                summary.group(6).equals("0") && bytes >= requests * walk.leastBytes(),
                "%s under load: %s",
                target.name(),
                summary.group());
        return new Wrk(
                requests,
                Double.parseDouble(summary.group(2)) / 1e6,
                bytes,
                Double.parseDouble(summary.group(4)) / 1e3,
                Double.parseDouble(summary.group(5)) / 1e3);
    }
}

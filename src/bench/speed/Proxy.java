package speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one hop, which every figure is told in multiples of. */
record Proxy(Server server, Book book) implements Target {

    static Proxy start(Server upstream, Book book) throws IOException, InterruptedException {
        Server server = Server.start(
                "one hop",
                Cores.MEASURED,
                port -> Server.java(OneHop.class, String.valueOf(port), String.valueOf(upstream.port())),
                Map.of());
        return new Proxy(server.await("/"), book);
    }

    @Override
    public String name() {
        return "one hop";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public double bar(Load load) {
        return Double.NaN;
    }

    @Override
    public Walk walk(Load load) throws IOException, InterruptedException {
        List<String> posts = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int page = 0; page < load.pages(); page++) {
            String post = "page=" + (page + 1) + "&maxResults=" + load.first();
            HttpResponse<String> answer = server.post("/", post);
            WrongAnswer.unless(answer.statusCode() == 200, "%s: %s: %d", this.name(), post, answer.statusCode());
            JsonNode found = new ObjectMapper().readTree(answer.body()).path("contacts");
            List<JsonNode> expected =
                    List.copyOf(book.contacts().subList(page * load.first(), (page + 1) * load.first()));
            List<JsonNode> contacts = new ArrayList<>();
            found.forEach(contacts::add);
            WrongAnswer.unless(contacts.equals(expected), "%s: %s has not the contacts it should have", name(), post);
            posts.add(post);
            least = Math.min(least, answer.body().getBytes(StandardCharsets.UTF_8).length);
        }
        return new Walk(posts, least);
    }
}

package speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packaged gateway before the canned upstream.
 *
 * @param name what it is called in the report
 * @param server its process
 * @param api of the upstream that it uses
 * @param isKeeping whether it keeps pages, as it does by default
 * @param book what is true
 * @param schema that it serves
 */
record Gateway(String name, Server server, Api api, boolean isKeeping, Book book, String schema) implements Target {

    /** Fields that had another name in an earlier gateway's schema. */
    private static final Map<String, String> RENAMED = Map.of("accountId", "id", "memberId", "id");

    private static final String SCHEMA = "/graphql/schema.graphql";

    /** What settings were called before some of them were renamed. */
    private static final Map<String, String> OLD_KEYS = Map.of(
            "MEISHI_QUOTA_MAX_CONCURRENT_CALLS", "MEISHI_QUOTA_CONCURRENCY",
            "MEISHI_QUOTA_MAX_QUEUED", "MEISHI_QUOTA_QUEUE",
            "MEISHI_PAGE_CACHE_FRESH", "MEISHI_PAGES_FRESH",
            "MEISHI_PAGE_CACHE_STALE_WHILE_REVALIDATE", "MEISHI_PAGES_STALE_WHILE_REVALIDATE",
            "MEISHI_PAGE_CACHE_STALE_IF_ERROR", "MEISHI_PAGES_STALE_IF_ERROR");

    private static final ObjectMapper JSON = new ObjectMapper();

    static Gateway start(Options options, Api api, boolean isKeeping, Server upstream, Book book)
            throws IOException, InterruptedException {
        String name = (api == Api.FIRST ? "pages " : "2.0, ") + onOrOff(isKeeping);
        return start(name, Cores.MEASURED, options::gateway, settings(api, isKeeping, upstream), api, isKeeping, book);
    }

    /** One in a form of the program, on API 1.0. */
    static Gateway start(Form form, Cores cores, boolean isKeeping, Server upstream, Book book)
            throws IOException, InterruptedException {
        String name = form.name() + ", " + onOrOff(isKeeping);
        return start(name, cores, form::on, settings(Api.FIRST, isKeeping, upstream), Api.FIRST, isKeeping, book);
    }

    /** An earlier one, whose fields and settings may have had other names. */
    static Gateway startBefore(Options options, boolean isKeeping, Server upstream, Book book)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        boolean hasOldKeys = options.hasBeforeOldKeys();
        settings(Api.FIRST, isKeeping, upstream)
                .forEach((key, value) -> settings.put(hasOldKeys ? OLD_KEYS.getOrDefault(key, key) : key, value));
        return start(
                "before, " + onOrOff(isKeeping), Cores.MEASURED, options::before, settings, Api.FIRST, isKeeping, book);
    }

    /** The settings of one, as environment variables. */
    static Map<String, String> settings(Api api, boolean isKeeping, Server upstream) {
        Map<String, String> settings = new HashMap<>(api.settings("http://127.0.0.1:" + upstream.port()));
        settings.putAll(Map.of(
                "MEISHI_UPSTREAM_DOMAIN_ID", Api.DOMAIN_ID,
                "MEISHI_UPSTREAM_MAX_CONNECTIONS", "500",
                "MEISHI_QUOTA_CALLS_PER_MINUTE", "100000000",
                "MEISHI_QUOTA_MAX_CONCURRENT_CALLS", "500",
                "MEISHI_QUOTA_MAX_QUEUED", "10000",
                "QUARKUS_HTTP_HOST", "127.0.0.1"));
        settings.put("QUARKUS_MANAGEMENT_PORT", "0");
        if (!isKeeping) {
            settings.put("MEISHI_PAGE_CACHE_FRESH", "0s");
            settings.put("MEISHI_PAGE_CACHE_STALE_WHILE_REVALIDATE", "0s");
            settings.put("MEISHI_PAGE_CACHE_STALE_IF_ERROR", "0s");
        }
        return settings;
    }

    private static Gateway start(
            String name,
            Cores cores,
            Server.Command command,
            Map<String, String> settings,
            Api api,
            boolean isKeeping,
            Book book)
            throws IOException, InterruptedException {
        Server server = Server.start(name, cores, command, settings).await(SCHEMA);
        return new Gateway(
                name, server, api, isKeeping, book, server.get(SCHEMA).body());
    }

    private static String onOrOff(boolean isKeeping) {
        return isKeeping ? "on" : "off";
    }

    @Override
    public String path() {
        return "/graphql";
    }

    @Override
    public double bar(Load load) {
        return load.bars().of(isKeeping);
    }

    @Override
    public Walk walk(Load load) throws IOException, InterruptedException {
        Selection selection = Selection.of(load.query());
        List<String> posts = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        JsonNode after = JSON.nullNode();
        for (int page = 0; page < load.pages(); page++) {
            String post = post(load, after);
            HttpResponse<String> answer = server.post(path(), post);
            JsonNode contacts = contacts(load + ", page " + (page + 1), answer);
            int first = page * load.first();
            for (int i = 0; i < load.first(); i++) {
                selection.hold(contacts.path("edges").path(i).path("node"), expected(first + i), book);
            }
            WrongAnswer.unless(
                    contacts.path("edges").size() == load.first()
                            && contacts.path("pageInfo").path("hasNextPage").asBoolean()
                                    == first + load.first() < Book.CONTACTS,
                    "%s, page %d: %d contacts, %s",
                    load,
                    page + 1,
                    contacts.path("edges").size(),
                    contacts.path("pageInfo"));
            after = contacts.path("pageInfo").path("endCursor");
            posts.add(post);
            least = Math.min(least, answer.body().getBytes(StandardCharsets.UTF_8).length);
        }
        return new Walk(posts, least);
    }

    /** A list of API 2.0 tells of no photos. */
    private ObjectNode expected(int place) {
        ObjectNode contact = book.contacts().get(place);
        return api == Api.FIRST ? contact : contact.deepCopy().without("photos");
    }

    /** The answer's {@code data.contacts}. */
    static JsonNode contacts(String asked, HttpResponse<String> answer) throws IOException {
        String body = answer.body();
        String begin = body.substring(0, Math.min(300, body.length()));
        WrongAnswer.unless(answer.statusCode() == 200, "%s: %d %s", asked, answer.statusCode(), begin);
        JsonNode read = JSON.readTree(body);
        WrongAnswer.unless(!read.has("errors") && read.path("data").has("contacts"), "%s: %s", asked, begin);
        return read.path("data").path("contacts");
    }

    private String post(Load load, JsonNode after) {
        String query = load.query().replaceAll("\\s+", " ");
        for (Map.Entry<String, String> field : RENAMED.entrySet()) {
            if (!schema.contains(field.getKey())) {
                query = query.replace(field.getKey(), field.getKey() + ": " + field.getValue());
            }
        }
        ObjectNode post = JSON.createObjectNode().put("query", query);
        post.putObject("variables").put("first", load.first()).set("after", after);
        return post.toString();
    }
}

package speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * LINE WORKS with canned answers, in a process of its own. All contacts lie in memory as one JSON text in which any page
 * is a slice, and a request is no more than its first line, so that next to nothing of the time goes here. Whatever else
 * is asked, above all a search, it has no answer to.
 */
public final class Upstream {

    private static final String LIST =
            "/r/" + Gateway.API_ID + "/contact/v3/domains/" + Gateway.DOMAIN_ID + "/shared/contacts?";
    private static final String TAGS =
            "/r/" + Gateway.API_ID + "/contact/v3/domains/" + Gateway.DOMAIN_ID + "/contact-tags";
    private static final int LARGEST_PAGE = 500;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
    private final Book book = new Book();
    private final int[] starts = new int[Book.CONTACTS + 1];
    private final ByteBuf contacts = Unpooled.directBuffer(Book.CONTACTS * 1_600);
    private final byte[] tags;
    private int delayMillis;

    private Upstream() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (int i = 0; i < Book.CONTACTS; i++) {
            starts[i] = contacts.writerIndex();
            contacts.writeBytes(json.writeValueAsBytes(book.contacts().get(i))).writeByte(',');
        }
        starts[Book.CONTACTS] = contacts.writerIndex();
        ObjectNode all = json.createObjectNode();
        ArrayNode list = all.putArray("contactTags");
        book.tagNames()
                .forEach((id, name) -> list.addObject()
                        .put("contactTagId", id)
                        .put("contactTagName", name)
                        .put("type", "COMPANY"));
        tags = json.writeValueAsBytes(all);
    }

    /** The only argument is the port. */
    public static void main(String[] args) throws Exception {
        Upstream upstream = new Upstream();
        upstream.vertx
                .createNetServer()
                .connectHandler(upstream::serve)
                .listen(Integer.parseInt(args[0]), "127.0.0.1")
                .onSuccess(server -> System.out.printf(
                        "%s, %d bytes a contact%n",
                        upstream.vertx.isNativeTransportEnabled() ? "epoll" : "NIO",
                        upstream.contacts.writerIndex() / Book.CONTACTS))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    private void serve(NetSocket socket) {
        socket.handler(RecordParser.newDelimited("\r\n\r\n", head -> answer(socket, target(head))));
    }

    private static String target(Buffer head) {
        int from = 0;
        while (head.getByte(from) != ' ') {
            from++;
        }
        int to = from + 1;
        while (head.getByte(to) != ' ') {
            to++;
        }
        return head.getString(from + 1, to, "ISO-8859-1");
    }

    private void answer(NetSocket socket, String target) {
        if (target.startsWith(LIST)) {
            Buffer page = page(target.substring(LIST.length()));
            if (delayMillis == 0) {
                socket.write(page);
            } else {
                vertx.setTimer(delayMillis, late -> socket.write(page));
            }
        } else if (target.startsWith(TAGS)) {
            socket.write(answer("200 OK", Unpooled.wrappedBuffer(tags)));
        } else if (target.startsWith("/delay?")) {
            delayMillis = Integer.parseInt(target.substring("/delay?".length()));
            socket.write(answer("200 OK", Unpooled.EMPTY_BUFFER));
        } else {
            socket.write(none());
        }
    }

    private Buffer page(String query) {
        int page = 1;
        int size = LARGEST_PAGE;
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith("page=")) {
                page = Integer.parseInt(parameter.substring("page=".length()));
            } else if (parameter.startsWith("maxResults=")) {
                size = Integer.parseInt(parameter.substring("maxResults=".length()));
            } else if (!List.of("orderBy=CREATION_TIME", "sortOrder=ASC").contains(parameter)) {
                return none();
            }
        }
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            return none();
        }
        int from = Math.min((page - 1) * size, Book.CONTACTS);
        int to = Math.min(from + size, Book.CONTACTS);
        ByteBuf slice = from == to
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.unreleasableBuffer(contacts.slice(starts[from], starts[to] - starts[from] - 1));
        String end = to < Book.CONTACTS ? "],\"nextPage\":" + (page + 1) + "}" : "]}";
        return answer("200 OK", Unpooled.wrappedBuffer(text("{\"contacts\":["), slice, text(end)));
    }

    private static Buffer none() {
        return answer(
                "404 Not Found",
                text("{\"code\":\"NOT_FOUND\",\"message\":\"The canned upstream has no such thing.\"}"));
    }

    // The buffer's parts stay where they are; what replaces this in Vert.x 5 is not there yet.
    @SuppressWarnings("deprecation")
    private static Buffer answer(String status, ByteBuf body) {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: "
                + body.readableBytes() + "\r\n\r\n";
        return Buffer.buffer(Unpooled.wrappedBuffer(text(head), body));
    }

    private static ByteBuf text(String ascii) {
        return Unpooled.wrappedBuffer(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * LINE WORKS with canned answers in both of its APIs, in a process of its own. All contacts lie in memory, and a request is no more than its first line, so that next to nothing of the time goes here. Whatever else
 * is asked, above all a search, it has no answer to.
 */
public final class Upstream {

    private static final String FIRST_API = "/r/" + Api.API_ID + "/contact/v3/domains/" + Api.DOMAIN_ID;
    private static final String FIRST_LIST = FIRST_API + "/shared/contacts?";
    private static final String FIRST_TAGS = FIRST_API + "/contact-tags";
    private static final String SECOND_LIST = Api.SECOND_API + "/contacts?";
    private static final String SECOND_TAGS = Api.SECOND_API + "/contact-tags?";
    private static final int LARGEST_PAGE = 500;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
    private final CannedContacts first;
    private final CannedContacts second;
    private final CannedContacts secondBackward;
    private final byte[] tags;
    private int delayMillis;

    private Upstream() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Book book = new Book();
        first = CannedContacts.of(book.contacts());
        List<ObjectNode> inSecondForm =
                new ArrayList<>(book.contacts().stream().map(SecondForm::of).toList());
        second = CannedContacts.of(inSecondForm);
        Collections.reverse(inSecondForm);
        secondBackward = CannedContacts.of(inSecondForm);
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
                        upstream.first.bytes() / Book.CONTACTS))
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
        if (target.startsWith(FIRST_LIST)) {
            answerLate(socket, firstPage(target.substring(FIRST_LIST.length())));
        } else if (target.startsWith(SECOND_LIST)) {
            answerLate(socket, secondPage(target.substring(SECOND_LIST.length())));
        } else if (target.startsWith(FIRST_TAGS) || target.startsWith(SECOND_TAGS)) {
            socket.write(answer("200 OK", Unpooled.wrappedBuffer(tags)));
        } else if (target.equals(Api.TOKEN)) {
            // What was posted has no blank in it, so it does not disturb the target of what follows.
            socket.write(answer(
                    "200 OK", text("{\"access_token\":\"token\",\"token_type\":\"Bearer\",\"expires_in\":86400}")));
        } else if (target.startsWith("/delay?")) {
            delayMillis = Integer.parseInt(target.substring("/delay?".length()));
            socket.write(answer("200 OK", Unpooled.EMPTY_BUFFER));
        } else {
            socket.write(none());
        }
    }

    private void answerLate(NetSocket socket, Buffer page) {
        if (delayMillis == 0) {
            socket.write(page);
        } else {
            vertx.setTimer(delayMillis, late -> socket.write(page));
        }
    }

    private Buffer firstPage(String query) {
        int page = 1;
        int size = LARGEST_PAGE;
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith("page=")) {
                page = number(parameter);
            } else if (parameter.startsWith("maxResults=")) {
                size = number(parameter);
            } else if (!List.of("orderBy=CREATION_TIME", "sortOrder=ASC").contains(parameter)) {
                return none();
            }
        }
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            return none();
        }
        int to = page * size;
        String end = to < Book.CONTACTS ? "],\"nextPage\":" + (page + 1) + "}" : "]}";
        return answer("200 OK", first.page(to - size, to, end));
    }

    /** Its cursors are the places in the list. */
    private Buffer secondPage(String query) {
        CannedContacts list = second;
        int from = 0;
        int size = LARGEST_PAGE;
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith("cursor=")) {
                from = number(parameter);
            } else if (parameter.startsWith("count=")) {
                size = number(parameter);
            } else if (parameter.equals("orderBy=createdTime%20desc")) {
                list = secondBackward;
            } else if (!parameter.equals("orderBy=createdTime%20asc")) {
                return none();
            }
        }
        if (from < 0 || size < 1 || size > LARGEST_PAGE) {
            return none();
        }
        int to = from + size;
        String next = to < Book.CONTACTS ? "\"" + to + "\"" : "null";
        return answer("200 OK", list.page(from, to, "],\"responseMetaData\":{\"nextCursor\":" + next + "}}"));
    }

    private static int number(String parameter) {
        return Integer.parseInt(parameter.substring(parameter.indexOf('=') + 1));
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

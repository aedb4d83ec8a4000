package dev.meishi.lineworks.http;

import dev.meishi.lineworks.probe.RawAnswer;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** An answer with a status that is no success, on its way past the client, which takes such answers for failures. */
@SuppressWarnings("serial") // It is caught where it is expected.
final class RawStatus extends RuntimeException {

    private final transient RawAnswer answer;

    private RawStatus(RawAnswer answer) {
        super("status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    RawAnswer answer() {
        return answer;
    }

    /** Makes them. */
    static final class Door implements ResponseExceptionMapper<RawStatus> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= 300;
        }

        @Override
        public RawStatus toThrowable(Response response) {
            return new RawStatus(
                    new RawAnswer(response.getStatus(), headers(response.getStringHeaders()), body(response)));
        }

        private static byte[] body(Response response) {
            try {
                return response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            } catch (RuntimeException unreadable) {
                return new byte[0];
            }
        }
    }

    /** The last value of each, by its name in lower case. */
    static Map<String, String> headers(MultivaluedMap<String, String> sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        sent.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(values.size() - 1)));
        return headers;
    }
}

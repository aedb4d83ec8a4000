package dev.meishi.lineworks.http;

import dev.meishi.json.JsonReader;
import dev.meishi.json.ValueReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A body that the caller reads with a reader of its own, in place of Jackson. */
public final class JsonBody {

    private final byte[] bytes;

    private JsonBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads all of it.
     *
     * @param <T> what it is read as
     * @param value how it is read
     * @return null if it says that there is nothing
     */
    public <T> @Nullable T read(ValueReader<T> value) {
        return JsonReader.read(bytes, value);
    }

    /** What makes the REST client leave such bodies as they are. */
    @Consumes(MediaType.APPLICATION_JSON)
    public static final class Untouched implements MessageBodyReader<JsonBody> {

        @Override
        public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == JsonBody.class;
        }

        @Override
        public JsonBody readFrom(
                Class<JsonBody> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream body)
                throws IOException {
            return new JsonBody(WholeBody.bytes(body));
        }
    }
}

package dev.meishi.lineworks;

import dev.meishi.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The body that one contact comes in, read in place of Jackson. */
@Consumes(MediaType.APPLICATION_JSON)
final class ContactBody implements MessageBodyReader<ContactPayload> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ContactPayload.class;
    }

    @Override
    public @Nullable ContactPayload readFrom(
            Class<ContactPayload> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return JsonReader.read(WholeBody.bytes(body), ContactReader::contact);
    }
}

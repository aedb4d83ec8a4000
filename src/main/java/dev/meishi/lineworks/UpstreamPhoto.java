package dev.meishi.lineworks;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A photo that is being received, at its reader's pace. It must be read to its end or abandoned. */
public interface UpstreamPhoto {

    /**
     * Whether it is the one that the client has already; then there is nothing to read.
     *
     * @return true only if a tag was given
     */
    boolean isUnchanged();

    /**
     * What tells it from an earlier one.
     *
     * @return an entity tag by RFC 9110, 8.8.3, with its quotes; null if there is none
     */
    @Nullable
    String tag();

    /**
     * How long it is.
     *
     * @return bytes; negative if that is not known
     */
    long length();

    /**
     * The next piece. To be asked for when the one before is there.
     *
     * @return null at the end; fails with {@link dev.meishi.failure.Failure} if it breaks off
     */
    Uni<@Nullable ByteBuffer> next();

    /** Nothing more of it is wanted; without effect after its end. From any thread. */
    void abandon();
}

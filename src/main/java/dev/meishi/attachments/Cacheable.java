package dev.meishi.attachments;

/** An immutable object that is cached, so that a value derived from it once holds for as long as it lives. */
public interface Cacheable {

    /**
     * The values derived from it.
     *
     * @return the same each time
     */
    Attachments attachments();
}

package org.yinhang.core.archive;

/**
 * The form in which something that is no record itself is kept: a record of what it was made of. Nested in the class it
 * stands for.
 *
 * @param <T> what it stands for
 */
public interface Archived<T> {

    /** What was kept, made anew. */
    T restore();

    /** Something that can be kept. */
    interface Archivable {

        /** The record to keep in its place. */
        Archived<?> archived();
    }
}

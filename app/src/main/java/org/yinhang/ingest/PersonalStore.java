package org.yinhang.ingest;

import org.yinhang.lake.ingest.PersonalDataSink;

/** Where the personal data of loads are kept, which never enter the lake: the encrypted columns of another module. */
@FunctionalInterface
public interface PersonalStore {

    /**
     * A place for the personal data of one load: everything it takes becomes durable at once when the load commits, and
     * nothing when it fails. One load, one thread.
     */
    PersonalDataSink open();
}

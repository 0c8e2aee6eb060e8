package org.yinhang.lake.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where personal data go, which never enter the lake: the application's encrypted columns. A load calls {@link #accept}
 * for batch after batch and then, just before the lake publishes, {@link #commit}; when it fails it calls
 * {@link #discard}. A load that dies between the two is done again, so a record accepted twice must change nothing.
 */
public interface PersonalDataSink {

    /** Takes some records; of one customer the newest comes last. */
    void accept(List<PersonalRecord> records);

    /** Makes everything accepted durable. */
    void commit();

    /** Forgets everything accepted since the last commit. */
    void discard();

    /**
     * Personal data of one customer, as one row of a bank's file had them.
     *
     * @param customer dense customer number
     * @param knownAt since when they hold
     * @param values by canonical column: name, id_number, phone, email, address; those that are there, and of a row of
     *     the table of customers {@link #IDENTIFIER}
     */
    record PersonalRecord(int customer, Instant knownAt, Map<String, String> values) {

        /** Under what the bank's own customer identifier stands among the values. */
        public static final String IDENTIFIER = "identifier";

        public PersonalRecord {
            values = Map.copyOf(values);
        }

        /** Says which columns are there and nothing of what is in them. */
        @Override
        public String toString() {
            return "PersonalRecord[customer=" + customer + ", columns=" + values.keySet() + "]";
        }
    }
}

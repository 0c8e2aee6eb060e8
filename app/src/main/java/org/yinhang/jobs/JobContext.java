package org.yinhang.jobs;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.yinhang.core.progress.Progress;

/** What a run of a job knows and tells. */
public interface JobContext {

    /** The number of the run. */
    long runId();

    /** What was given with the request. */
    Map<String, String> input();

    /**
     * Where to tell how far the work has come. Reporting also ends a run somebody has cancelled, by a
     * {@link JobCancelledException}: report at places where stopping does no harm.
     */
    Progress progress();

    /** The outcome in a few words, shown when the run has succeeded: a message key or a name; never personal data. */
    void result(String words);

    /** The outcome as a message with its values, which everyone reads in their own language; never personal data. */
    default void result(String key, Object first, Object... rest) {
        result(JobWords.kept(
                key, Stream.concat(Stream.of(first), Arrays.stream(rest)).toArray()));
    }
}

package org.yinhang.lake.attribution;

/**
 * A stage an application came to.
 *
 * @param application its key
 * @param stage its code
 * @param product its code
 * @param day on which, days since 1970
 */
record ReachedStage(long application, String stage, String product, long day) {}

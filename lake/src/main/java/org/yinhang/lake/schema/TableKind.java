package org.yinhang.lake.schema;

/** How rows of a table relate to customers and time. */
public enum TableKind {
    /** Small and not about one customer; one file, replaced whole. */
    REFERENCE,
    /** What was true of a thing of one customer from {@code occurred_at} on; the newest row of an id wins. */
    STATE,
    /** What happened to one customer at {@code occurred_at}; never changes. */
    FACT;

    /** Whether rows belong to customers and so lie in buckets sorted by customer, instant and id. */
    public boolean isBucketed() {
        return this != REFERENCE;
    }
}

package org.yinhang.core.foreign;

/** A condition on a row. */
@FunctionalInterface
interface PmmlPredicate {

    Truth test(PmmlRow row);
}

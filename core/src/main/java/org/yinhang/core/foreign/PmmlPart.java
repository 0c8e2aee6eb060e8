package org.yinhang.core.foreign;

/** A part of a model that gives a row a number. */
@FunctionalInterface
interface PmmlPart {

    /** The number, NaN where it says nothing. */
    double score(PmmlRow row);
}

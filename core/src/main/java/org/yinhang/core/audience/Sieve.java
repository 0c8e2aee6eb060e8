package org.yinhang.core.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.audience.index.ValueSet;
import org.yinhang.core.predicate.vector.VectorProgram;

/**
 * What a predicate becomes over an index: which rows pass, with two truth values only. "Not" is gone: whether rows are
 * wanted for which a condition is true, or those for which it is false, was settled when the sieve was made.
 */
sealed interface Sieve {

    /** What share of customers is expected to pass, 0 to 1. */
    double share();

    /** What testing one row costs, about, where following a bitmap costs 1. */
    double cost();

    /** Everybody passes. */
    record Everybody() implements Sieve {
        @Override
        public double share() {
            return 1;
        }

        @Override
        public double cost() {
            return 0;
        }
    }

    /** Nobody passes. */
    record Nobody() implements Sieve {
        @Override
        public double share() {
            return 0;
        }

        @Override
        public double cost() {
            return 0;
        }
    }

    /** Rows pass that pass all parts, which stand in the order to be tried. */
    record All(List<Sieve> parts, double share, double cost) implements Sieve {}

    /** Rows pass that pass any part. */
    record Any(List<Sieve> parts, double share, double cost) implements Sieve {}

    /** Rows pass whose value is in a set of values. */
    record Values(IndexColumn column, ValueSet wanted, double share, double cost) implements Sieve {}

    /** Rows pass whose set has any of these labels; or, of those with a set, the others. */
    record Labels(IndexColumn column, long mask, boolean wanted, double share) implements Sieve {
        @Override
        public double cost() {
            return 2;
        }
    }

    /** Rows pass that are members, by block; or the others. */
    record Members(@Nullable Container[] blocks, boolean wanted, double share) implements Sieve {
        @Override
        public double cost() {
            return 1;
        }
    }

    /** Rows pass for which a program says so. */
    record Program(VectorProgram program, byte wanted) implements Sieve {
        @Override
        public double share() {
            return 0.5;
        }

        @Override
        public double cost() {
            return 200;
        }
    }
}

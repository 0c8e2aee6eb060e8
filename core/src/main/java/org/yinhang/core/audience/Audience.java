package org.yinhang.core.audience;

import org.roaringbitmap.ImmutableBitmapDataProvider;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Some customers, by their numbers. Immutable. */
public final class Audience {

    private final RoaringBitmap customers;

    private Audience(RoaringBitmap customers) {
        this.customers = customers;
    }

    /** These customers; the bitmap is the audience's from now on. */
    static Audience owning(RoaringBitmap customers) {
        customers.runOptimize();
        return new Audience(customers);
    }

    public static Audience of(RoaringBitmap customers) {
        return owning(customers.clone());
    }

    public static Audience of(int... customers) {
        return owning(RoaringBitmap.bitmapOf(customers));
    }

    public int count() {
        return customers.getCardinality();
    }

    public boolean contains(int customer) {
        return customers.contains(customer);
    }

    /** The customers' numbers, to be read only. */
    public ImmutableBitmapDataProvider customers() {
        return customers;
    }

    /** Calls for each customer, by rising number. */
    public void forEach(IntConsumer each) {
        customers.forEach(each);
    }

    /** A copy of the customers' numbers. */
    public RoaringBitmap toBitmap() {
        return customers.clone();
    }

    /** The bitmap itself, for reading inside this package. */
    RoaringBitmap bitmap() {
        return customers;
    }

    public Audience union(Audience other) {
        return owning(RoaringBitmap.or(customers, other.customers));
    }

    public Audience intersect(Audience other) {
        return owning(RoaringBitmap.and(customers, other.customers));
    }

    public Audience except(Audience other) {
        return owning(RoaringBitmap.andNot(customers, other.customers));
    }

    /** How many are in both. */
    public int overlap(Audience other) {
        return RoaringBitmap.andCardinality(customers, other.customers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Audience audience && customers.equals(audience.customers);
    }

    @Override
    public int hashCode() {
        return customers.hashCode();
    }

    @Override
    public String toString() {
        return "audience of " + count();
    }
}

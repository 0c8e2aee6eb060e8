package org.yinhang.lake.ingest;

import java.util.Map;
import java.util.Optional;

/**
 * The bank's own identifiers of the customers in some files, read again from those files for as long as somebody needs
 * them, such as to write a call list; the lake does not hold them.
 */
public final class CustomerIdentifiers {

    private final Map<Integer, String> identifiers;

    CustomerIdentifiers(Map<Integer, String> identifiers) {
        this.identifiers = Map.copyOf(identifiers);
    }

    /** The bank's identifier of a customer, if it is in the files. */
    public Optional<String> of(int customer) {
        return Optional.ofNullable(identifiers.get(customer));
    }

    /** How many customers the files name. */
    public int size() {
        return identifiers.size();
    }

    /** Says how many there are and none of them. */
    @Override
    public String toString() {
        return "CustomerIdentifiers[" + size() + "]";
    }
}

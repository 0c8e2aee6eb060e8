package org.yinhang.product;

import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** One product, table or cap as a version holds it. */
public sealed interface Definition {

    /** A product. */
    record OfProduct(Product product) implements Definition {}

    /** A decision table. */
    record OfTable(PolicyTable table) implements Definition {}

    /** A cost cap. */
    record OfCap(LenderCap cap) implements Definition {}

    default String id() {
        return switch (this) {
            case OfProduct(Product product) -> product.id();
            case OfTable(PolicyTable table) -> table.id();
            case OfCap(LenderCap cap) -> cap.id();
        };
    }

    default PolicyVersion.Kind kind() {
        return switch (this) {
            case OfProduct _ -> PolicyVersion.Kind.PRODUCT;
            case OfTable _ -> PolicyVersion.Kind.TABLE;
            case OfCap _ -> PolicyVersion.Kind.CAP;
        };
    }

    /** The same as a version of that number. */
    default Definition withVersion(int version) {
        return switch (this) {
            case OfProduct(Product product) -> new OfProduct(product.withVersion(version));
            case OfTable(PolicyTable table) -> new OfTable(table.withVersion(version));
            case OfCap(LenderCap cap) -> new OfCap(cap.withVersion(version));
        };
    }

    /**
     * Reads a text that holds exactly one definition.
     *
     * @throws FaultException with everything that is wrong; PRD-2004 when it holds none or several
     */
    static Definition read(String yaml) {
        PolicyBook book = PolicyFile.read(yaml, "policy.yaml");
        int found = book.products().size() + book.tables().size() + book.caps().size();
        if (found != 1) {
            throw new FaultException(Fault.of(
                    "PRD-2004",
                    "A version holds exactly one product, table or cap; this one has %d.".formatted(found),
                    "policy.yaml",
                    "Save each by itself."));
        }
        if (!book.products().isEmpty()) {
            return new OfProduct(book.products().getFirst());
        }
        return book.tables().isEmpty()
                ? new OfCap(book.caps().getFirst())
                : new OfTable(book.tables().getFirst());
    }
}

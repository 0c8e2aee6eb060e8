package org.yinhang.lake.fold;

import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Vector;

/** The rows of one table in a block, and the part of them that is one customer's. Customers come in ascending order. */
public final class CustomerRows {

    private final FactRows rows;
    private final long[] instants;
    private int from;
    private int until;

    /** @param rows of one block */
    public CustomerRows(FactRows rows) {
        this.rows = rows;
        this.instants = rows.wholes(FactTable.OCCURRED_AT);
    }

    /** Stands at a customer of the block. */
    public void turnTo(int customer) {
        int[] customers = rows.customers();
        while (until < rows.size() && customers[until] < customer) {
            until++;
        }
        from = until;
        while (until < rows.size() && customers[until] == customer) {
            until++;
        }
    }

    /** The first row of the customer. */
    public int from() {
        return from;
    }

    /** The row after the customer's last. */
    public int until() {
        return until;
    }

    /** When a row happened, microseconds since 1970, UTC. */
    public long at(int row) {
        return instants[row];
    }

    /** A value of codes; empty where it is missing. */
    public String text(String column, int row) {
        Vector.Codes values = (Vector.Codes) rows.column(column);
        int code = values.codes()[row];
        return code == Vector.NO_CODE ? "" : values.dictionary().text(code);
    }

    /** The newest value of codes before an instant; empty where there is none. */
    public String newest(String column, long end) {
        String newest = "";
        for (int row = from; row < until && instants[row] < end; row++) {
            newest = text(column, row);
        }
        return newest;
    }

    /** A whole number, an amount in fen, a rate in millionths or a day since 1970. */
    public long whole(String column, int row) {
        return rows.wholes(column)[row];
    }

    /** {@link Vector#FALSE}, {@link Vector#TRUE} or {@link Vector#UNKNOWN}. */
    public byte truth(String column, int row) {
        return ((Vector.Truths) rows.column(column)).values()[row];
    }
}

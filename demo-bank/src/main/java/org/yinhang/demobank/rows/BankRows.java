package org.yinhang.demobank.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.TableWriter;

/** Writers of every table for one run of neighbouring customers. One thread at a time. */
public final class BankRows implements AutoCloseable {

    private final LakeCommit commit;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final CustomerRows customers = new CustomerRows(this);
    private final MoneyRows money = new MoneyRows(this);
    private final CreditRows credit = new CreditRows(this);
    private final ApplicationRows applications = new ApplicationRows(this);
    private final MarketingRows marketing = new MarketingRows(this);
    private final ConsentRows consents = new ConsentRows(this);

    public BankRows(LakeCommit commit) {
        this.commit = commit;
    }

    /** Customers, relations. */
    public CustomerRows customers() {
        return customers;
    }

    /** Accounts, transactions. */
    public MoneyRows money() {
        return money;
    }

    /** Credit lines, loans, repayments. */
    public CreditRows credit() {
        return credit;
    }

    /** Applications, bureau summaries. */
    public ApplicationRows applications() {
        return applications;
    }

    /** Contacts, random assignments, events. */
    public MarketingRows marketing() {
        return marketing;
    }

    /** Consents, complaints. */
    public ConsentRows consents() {
        return consents;
    }

    /** Rows written so far, by table. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        tables.forEach((name, table) -> counts.put(name, table.rows));
        return counts;
    }

    /** The writer of a table, opened when first needed, for exactly one more row. */
    TableWriter writer(String name) {
        Table table = tables.get(name);
        if (table == null) {
            table = new Table(commit.writer(name));
            tables.put(name, table);
        }
        table.rows++;
        return table.writer;
    }

    @Override
    public void close() {
        tables.values().forEach(table -> table.writer.close());
    }

    private static final class Table {

        private final TableWriter writer;
        private long rows;

        private Table(TableWriter writer) {
            this.writer = writer;
        }
    }
}

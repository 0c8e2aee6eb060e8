package org.yinhang.demobank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.world.BranchTree;
import org.yinhang.lake.schema.CanonicalSchema;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableKind;
import org.yinhang.lake.schema.TableSchema;

class DemoBankTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeABank() {
        DemoBanks.generate(folder, 3_000, LAST_DAY);
    }

    /** What is redeemed the platform alone knows. */
    @Test
    void fillsEveryCanonicalTableButThatOfThePlatform() {
        for (TableSchema table : CanonicalSchema.bundled().tables()) {
            assertThat(DemoBanks.number(folder, "SELECT count(*) FROM " + table.name()) > 0)
                    .as(table.name())
                    .isEqualTo(!table.name().equals("redemptions"));
        }
    }

    @Test
    void usesOnlyTheCodesOfTheSchema() {
        for (TableSchema table : CanonicalSchema.bundled().tables()) {
            for (ColumnSchema column : table.stored()) {
                if (!column.values().isEmpty()) {
                    String name = '"' + column.name() + '"';
                    assertThat(DemoBanks.rows(
                                    folder,
                                    "SELECT DISTINCT %s FROM %s WHERE %s IS NOT NULL"
                                            .formatted(name, table.name(), name),
                                    String.class))
                            .as(table.name() + "." + column.name())
                            .isSubsetOf(column.values().keySet());
                }
            }
        }
    }

    @Test
    void givesEveryRecordAnIdOfItsOwn() {
        for (TableSchema table : CanonicalSchema.bundled().tables()) {
            if (table.kind() == TableKind.FACT) {
                assertThat(DemoBanks.number(folder, "SELECT count(*) - count(DISTINCT id) FROM " + table.name()))
                        .as(table.name())
                        .isZero();
            }
        }
    }

    @Test
    void knowsNothingBeforeItIsRecorded() {
        for (TableSchema table : CanonicalSchema.bundled().tables()) {
            if (table.kind().isBucketed()) {
                assertThat(DemoBanks.number(
                                folder, "SELECT count(*) FROM " + table.name() + " WHERE recorded_at <= occurred_at"))
                        .as(table.name())
                        .isZero();
            }
        }
    }

    @Test
    void saysThatItIsSimulated() {
        assertThat(DemoBanks.rows(folder, "SELECT name FROM branches", String.class))
                .allMatch(name -> name.startsWith(BranchTree.BANK));
        assertThat(DemoBanks.lake(folder).current().loads())
                .allMatch(load -> load.source().contains("SIMULATED"));
    }

    @Test
    void keepsEveryBalanceTheSumOfItsTransactions() {
        assertThat(DemoBanks.number(folder, """
                        SELECT count(*) FROM (
                          SELECT account, balance, (SELECT coalesce(sum(amount), 0) FROM transactions t
                              WHERE t.customer = a.customer AND t.account = a.account AND t.occurred_at <= a.occurred_at) AS total
                          FROM accounts a WHERE a.customer < 400)
                        WHERE balance <> total""")).isZero();
    }

    @Test
    void neverOverdrawsACurrentAccount() {
        assertThat(DemoBanks.number(folder, "SELECT count(*) FROM accounts WHERE family = 'current' AND balance < 0"))
                .isZero();
    }

    @Test
    void linksEveryCustomerToABranchAnEmployerAndAManagerThatExist() {
        assertThat(DemoBanks.number(folder, """
                        SELECT count(*) FROM customers c
                        WHERE branch NOT IN (SELECT branch FROM branches)
                           OR (employer IS NOT NULL AND employer NOT IN (SELECT employer FROM employers))
                           OR (account_manager IS NOT NULL AND account_manager NOT IN (SELECT staff FROM staff))
                           OR household NOT IN (SELECT household FROM households)""")).isZero();
    }

    @Test
    void marriesPeopleToEachOther() {
        assertThat(DemoBanks.number(folder, """
                        SELECT count(*) FROM relations a WHERE relation = 'spouse' AND NOT EXISTS (
                          SELECT 1 FROM relations b
                          WHERE b.customer = a.other AND b.other = a.customer AND b.relation = 'spouse')
                          AND a.other IN (SELECT customer FROM customers)""")).isZero();
    }

    @Test
    void refusesALakeThatIsNotEmpty() {
        assertThatThrownBy(() -> DemoBanks.generate(folder, 10, LAST_DAY))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("DMB-1002");
    }

    @Test
    void refusesADayThatIsNotTheNext() {
        DemoBank bank = DemoBank.resume(DemoBanks.lake(folder), folder.resolve("bank"));
        assertThat(bank.businessDate()).isEqualTo(LAST_DAY);
        assertThatThrownBy(() -> bank.advance(LAST_DAY, List.of(), Progress.SILENT))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("DMB-1005");
    }
}

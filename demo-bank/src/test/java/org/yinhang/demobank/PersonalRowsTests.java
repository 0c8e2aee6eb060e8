package org.yinhang.demobank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.progress.Progress;

class PersonalRowsTests {

    @TempDir
    private Path folder;

    private List<PersonalRow> deliver() {
        List<PersonalRow> rows = new ArrayList<>();
        LocalDate end = LocalDate.of(2025, 1, 3);
        DemoBank.generate(DemoBanks.lake(folder), DemoBanks.settings(folder, 300, end), rows::add, Progress.SILENT);
        return rows;
    }

    /** GB 11643: the weighted sum of the first 17 digits and the check digit leaves 1 when divided by 11. */
    private static int remainder(String idNumber) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (idNumber.charAt(i) == 'X' ? 10 : idNumber.charAt(i) - '0');
        }
        return sum % 11;
    }

    @Test
    void deliversEverybodyOnceInTheOrderOfTheirNumbers() {
        List<PersonalRow> rows = deliver();
        assertThat(rows)
                .extracting(PersonalRow::customer)
                .isSorted()
                .hasSize(300)
                .doesNotHaveDuplicates();
        assertThat(rows.get(123).bankNumber()).isEqualTo("SIM000000123");
    }

    @Test
    void inventsWhatNobodyCanHave() {
        for (PersonalRow row : deliver()) {
            assertThat(row.idNumber()).hasSize(18).startsWith("99");
            assertThat(remainder(row.idNumber())).isEqualTo(1);
            assertThat(row.phone()).hasSize(11).startsWith("154");
            assertThat(row.email()).endsWith("@example.invalid");
            assertThat(row.name()).hasSizeBetween(2, 3);
        }
    }

    @Test
    void saysNothingPersonalWhenPrinted() {
        PersonalRow row = deliver().getFirst();
        assertThat(row.toString()).doesNotContain(row.name()).doesNotContain(row.phone());
    }
}

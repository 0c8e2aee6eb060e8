package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;

class RejectTests {

    private static final String MAPPING = """
            sources:
              flow:
                file: flow.csv
                rejects: {share: 0.9}
                tables:
                  transactions:
                    key: cust_no
                    columns:
                      id: {sql: txn, key: number}
                      occurred_at: at_time
                      amount: amount
                      category: kind
            """;

    @TempDir
    Path root;

    private BankFolder bank = new BankFolder(Path.of("."));

    @BeforeEach
    void open() {
        bank = new BankFolder(root).mapping(MAPPING);
    }

    private List<String> listed(LoadResult result) throws IOException {
        Path file = result.inputs().getFirst().rejects().orElseThrow();
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*[\\u4e00-\\u9fff][^\"]*\",\"[^\"]*\"", "~"))
                .toList();
    }

    @Test
    void listsEveryBadValueWithItsLineAndReason() throws IOException {
        bank.file("flow.csv", """
                cust_no,txn,at_time,amount,kind
                A1,1,2026-01-01 10:00:00,-12.30,salary
                A1,2,2026-01-02 10:00:00,12.345,salary

                A1,3,2026-01-03 10:00:00,"1
                2",salary
                A1,4,2026-13-03 10:00:00,abc,lottery
                ,5,2026-01-05 10:00:00,5,salary
                A1,6,2026-01-06 10:00:00
                A2,1.5,2026-01-06 10:00:00,1.500,salary
                A2,7,2026-01-07 10:00:00,1.500,salary
                """);
        LoadResult result = bank.load();
        assertThat(listed(result))
                .containsExactly(
                        "\"flow\",\"flow.csv\",9,,\"\",COLUMNS,~,",
                        "\"flow\",\"flow.csv\",3,transactions,\"amount\",FINER_THAN_FEN,~,\"12.345\"",
                        "\"flow\",\"flow.csv\",5,transactions,\"amount\",NOT_A_NUMBER,~,\"1",
                        "2\"",
                        "\"flow\",\"flow.csv\",7,transactions,\"occurred_at\",NOT_AN_INSTANT,~,\"2026-13-03 10:00:00\"",
                        "\"flow\",\"flow.csv\",7,transactions,\"amount\",NOT_A_NUMBER,~,\"abc\"",
                        "\"flow\",\"flow.csv\",7,transactions,\"category\",UNKNOWN_CODE,~,\"lottery\"",
                        "\"flow\",\"flow.csv\",8,transactions,\"key\",MISSING,~,",
                        "\"flow\",\"flow.csv\",10,transactions,\"id\",NOT_WHOLE,~,");
        LoadResult.Table table = result.inputs().getFirst().tables().getFirst();
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.rejected()).isEqualTo(6);
        assertThat(table.reasons())
                .containsEntry(RejectReason.NOT_A_NUMBER, 2L)
                .containsEntry(RejectReason.COLUMNS, 1L);
        assertThat(bank.read("SELECT customer, id, amount, occurred_at::VARCHAR FROM transactions"))
                .containsExactly("0|1|-1230|2026-01-01 02:00:00", "1|7|150|2026-01-07 02:00:00");
    }

    @Test
    void stopsBeyondTheLimitAndLeavesTheEarlierLoadUntouched() {
        bank.file("flow.csv", "cust_no,txn,at_time,amount,kind\nA1,1,2026-01-01 10:00:00,1,salary\n")
                .load();
        bank.mapping(MAPPING.replace("share: 0.9", "max: 1"))
                .file(
                        "flow.csv",
                        "cust_no,txn,at_time,amount,kind\nA1,2,x,1,salary\nA1,3,y,1,salary\nA1,4,z,1,salary\n");
        assertThatThrownBy(bank::load)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("ING-2010")
                .hasMessageContaining("3 of 3 rows")
                .hasMessageContaining("not a day in the stated format".replace("day", "time"));
        assertThat(bank.lake().current().version()).isEqualTo(1);
        assertThat(bank.read("SELECT id FROM transactions")).containsExactly("1");
        assertThat(root.resolve("rejects")).isNotEmptyDirectory();
        assertThat(bank.lake().folder().resolve("work")).doesNotExist();
    }

    @Test
    void rejectsARowWhoseBytesMeanNothingInItsCharset() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("cust_no,txn,at_time,amount,kind\nA1,1,2026-01-01 10:00:00,1,salary\nA"
                .getBytes(StandardCharsets.US_ASCII));
        bytes.write(0xFF);
        bytes.write("杭,2,2026-01-01 10:00:00,1,salary\nA1,3,2026-01-01 10:00:00,1,salary\n"
                .getBytes(Charset.forName("GBK")));
        bank.file("flow.csv", bytes.toByteArray())
                .mapping(MAPPING.replace("file: flow.csv", "file: flow.csv\n    charset: GBK"));
        LoadResult result = bank.load();
        assertThat(listed(result)).containsExactly("\"flow\",\"flow.csv\",3,,\"\",CHARSET,~,");
        assertThat(bank.read("SELECT id FROM transactions")).containsExactly("1", "3");
    }

    @Test
    void rejectsARowOnWhichAnExpressionFailsAndNeverShowsItsValue() throws IOException {
        bank.file(
                        "flow.csv",
                        "cust_no,txn,at_time,amount,kind\nA1,1,2026-01-01 10:00:00,1,salary\nA1,2,2026-01-01 10:00:00,secret,salary\n")
                .mapping(MAPPING.replace("amount: amount", "amount: CAST(amount AS INTEGER) * 2"));
        LoadResult result = bank.load();
        assertThat(listed(result)).containsExactly("\"flow\",\"flow.csv\",3,transactions,\"amount\",EXPRESSION,~,");
        assertThat(bank.read("SELECT amount FROM transactions")).containsExactly("200");
    }

    @Test
    void rejectsTheSecondOfTwoRowsWithOneKey() throws IOException {
        bank.file(
                "flow.csv",
                "cust_no,txn,at_time,amount,kind\nA1,1,2026-01-01 10:00:00,1,salary\nA1,1,2026-01-01 10:00:00,9,salary\n");
        LoadResult result = bank.load();
        assertThat(listed(result)).containsExactly("\"flow\",\"flow.csv\",3,transactions,\"id\",DUPLICATE,~,");
        assertThat(bank.read("SELECT amount FROM transactions")).containsExactly("100");
    }

    @Test
    void countsFixedWidthLinesThatDoNotFit() throws IOException {
        bank.file("flow.dat", "A1 1 2026-01-01 1   salary\nA1 2\nA1 3 2026-01-03 1   salary\n")
                .mapping("""
                sources:
                  flow:
                    file: flow.dat
                    format: fixed
                    widths: {cust_no: 3, txn: 2, at_time: 11, amount: 4, kind: 6}
                    rejects: {max: 5}
                    tables:
                      transactions:
                        key: cust_no
                        columns: {id: {sql: txn, key: number}, occurred_at: at_time, amount: amount, category: kind}
                """);
        LoadResult result = bank.load();
        assertThat(listed(result)).containsExactly("\"flow\",\"flow.dat\",2,,\"\",COLUMNS,~,");
        assertThat(result.rows("transactions")).isEqualTo(2);
    }
}

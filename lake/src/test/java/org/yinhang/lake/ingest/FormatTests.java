package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same two customers, however a bank writes them. */
class FormatTests {

    private static final Charset GBK = Charset.forName("GBK");
    private static final List<String> EXPECTED = List.of("0|杭州|1234550|2020-01-31", "1|上海|null|2021-12-01");
    private static final String QUERY =
            "SELECT customer, city, monthly_income, joined_on::VARCHAR FROM customers ORDER BY customer";

    @TempDir
    Path root;

    private BankFolder bank = new BankFolder(Path.of("."));

    @BeforeEach
    void open() {
        bank = new BankFolder(root);
    }

    private static String section(String source) {
        return "sources:\n  customers:\n" + source.indent(4) + """
                tables:
                  customers:
                    key: cust_no
                    columns:
                      city: city
                      monthly_income: income
                      joined_on: since
                """.indent(4);
    }

    @Test
    void readsUtf8WithAByteOrderMark() {
        bank.file("c.csv", "\uFEFFcust_no,city,income,since\nA1,杭州,12345.50,2020-01-31\nA2,上海,,2021-12-01\n")
                .mapping(section("file: c.csv"))
                .load();
        assertThat(bank.read(QUERY)).isEqualTo(EXPECTED);
    }

    @Test
    void readsGbkWithBarsAndWindowsLineEnds() {
        bank.file("c.txt", "cust_no|city|income|since\r\nA1|杭州|12345.5|2020-01-31\r\nA2|上海||2021-12-01", GBK)
                .mapping(section("file: c.txt\ncharset: GBK\ndelimiter: '|'"))
                .load();
        assertThat(bank.read(QUERY)).isEqualTo(EXPECTED);
    }

    @Test
    void readsAFileWithoutHeaderWithOwnNullMarkersAndDates() {
        bank.file("c.csv", "report of June\nA1;杭州;12,345.50;31.01.2020\nA2;上海;N/A;01.12.2021\n")
                .mapping(section("""
                        file: c.csv
                        delimiter: ;
                        skip: 1
                        header: false
                        columns: [cust_no, city, income, since]
                        nulls: [N/A]
                        thousands: ','
                        dates: ['%d.%m.%Y']
                        """))
                .load();
        assertThat(bank.read(QUERY)).isEqualTo(EXPECTED);
    }

    @Test
    void readsGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("cust_no,city,income,since\nA1,杭州,12345.50,2020-01-31\nA2,上海,,2021-12-01\n".getBytes(GBK));
        }
        bank.file("c.csv.gz", bytes.toByteArray())
                .mapping(section("file: c.csv.gz\ncharset: GB18030"))
                .load();
        assertThat(bank.read(QUERY)).isEqualTo(EXPECTED);
    }

    @Test
    void readsFixedWidthCountedInBytes() {
        bank.file("c.dat", "A1  杭州      12345.50 2020-01-31\nA2  上海               2021-12-01\n", GBK)
                .mapping(section("""
                        file: c.dat
                        format: fixed
                        charset: GBK
                        widths: {cust_no: 4, city: 8, income: 11, since: 10}
                        """))
                .load();
        assertThat(bank.read(QUERY)).isEqualTo(EXPECTED);
    }

    @Test
    void readsAnExcelSheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "bank", "1.0")) {
            workbook.newWorksheet("cover").value(0, 0, "nothing here");
            Worksheet sheet = workbook.newWorksheet("客户");
            List<String> header = List.of("cust_no", "city", "income", "since");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(1, i, header.get(i));
            }
            sheet.value(2, 0, "A1");
            sheet.value(2, 1, "杭州");
            sheet.value(2, 2, 12345.5);
            sheet.value(2, 3, LocalDate.of(2020, 1, 31));
            sheet.style(2, 3).format("yyyy-mm-dd").set();
            sheet.value(3, 0, "A2");
            sheet.value(3, 1, "上海");
            sheet.value(3, 3, "2021-12-01");
        }
        bank.file("c.xlsx", bytes.toByteArray())
                .mapping(section("file: c.xlsx\nformat: excel\nsheet: 客户\nskip: 1"))
                .load();
        assertThat(bank.read(QUERY)).isEqualTo(EXPECTED);
    }

    @Test
    void readsParquetAndADatabase() throws SQLException, IOException {
        Files.createDirectories(bank.data());
        String rows =
                "SELECT * FROM (VALUES ('A1', '杭州', 12345.50, DATE '2020-01-31'), ('A2', '上海', NULL, DATE '2021-12-01'))"
                        + " AS t(cust_no, city, income, since)";
        Path database = root.resolve("bank.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer AS " + rows);
            statement.execute("COPY customer TO '%s'".formatted(bank.data().resolve("c.parquet")));
        }
        bank.mapping(section("file: c.parquet\nformat: parquet")).load();
        assertThat(bank.read(QUERY)).isEqualTo(EXPECTED);

        BankFolder second = new BankFolder(root.resolve("second"));
        second.file("unused.txt", "")
                .mapping(section("jdbc: {url: 'jdbc:duckdb:%s', query: SELECT * FROM customer ORDER BY cust_no}"
                        .formatted(database)))
                .load();
        assertThat(second.read(QUERY)).isEqualTo(EXPECTED);
    }
}

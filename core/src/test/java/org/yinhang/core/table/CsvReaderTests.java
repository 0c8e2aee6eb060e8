package org.yinhang.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;

class CsvReaderTests {

    @TempDir
    private Path folder = Path.of(".");

    private Table read(String text) throws IOException {
        return CsvReader.read(Files.writeString(folder.resolve("t.csv"), text), CsvFormat.DETECTED, Progress.SILENT);
    }

    @Test
    void infersWhatEveryColumnMeans() throws IOException {
        Table table = read("amount;grade;job;own;day\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "%d.5;%d;job %d;%s;2026-01-%02d"
                                .formatted(i, i % 5, i % 7, i % 2 == 0 ? "yes" : "no", i % 28 + 1))
                        .collect(Collectors.joining("\n")));
        assertThat(table.columns().stream().map(Column::type))
                .containsExactly(
                        ColumnType.NUMERIC,
                        ColumnType.ORDERED,
                        ColumnType.CATEGORY,
                        ColumnType.BOOLEAN,
                        ColumnType.DATE);
        assertThat(table.column("day").text(3)).isEqualTo("2026-01-04");
    }

    @Test
    void aValueThatIsTheNameOfItsColumnDoesNotHideTheHeaderWhereNumbersStandBelowIt() throws IOException {
        assertThat(read("age,w1\n30,w0\n,w1\n41,w2\n").columnNames()).containsExactly("age", "w1");
        assertThat(read("colour,job\nred,job\nblue,clerk\n").columnNames()).containsExactly("c1", "c2");
    }

    @Test
    void readsBlankDelimitedRowsWithoutAHeader() throws IOException {
        Table table = read("A11 6  A34 1169 1\nA12 48 A32 5951 2 \nA14 12 A34 2096 1\n");
        assertThat(table.columnNames()).containsExactly("c1", "c2", "c3", "c4", "c5");
        assertThat(table.size()).isEqualTo(3);
        assertThat(((NumericColumn) table.column("c4")).value(1)).isEqualTo(5951);
    }

    @Test
    void keepsDelimitersQuotesAndLineEndsInsideQuotes() throws IOException {
        Table table = read("\"a\",\"b\"\r\n\"x, \"\"y\"\"\",\"line\nend\"\r\nplain,z\r\n");
        assertThat(table.column("a").text(0)).isEqualTo("x, \"y\"");
        assertThat(table.column("b").text(0)).isEqualTo("line\nend");
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void takesMarkersForMissingWithoutLosingTheNumbers() throws IOException {
        Table table = read("a,b\n1.5,x\nNA,\n,y\n?,z\n2.5,w\n");
        assertThat(table.column("a")).isInstanceOf(NumericColumn.class);
        assertThat(IntStream.range(0, 5).filter(table.column("a")::isMissing)).containsExactly(1, 2, 3);
        assertThat(table.column("b").isMissing(1)).isTrue();
    }

    @Test
    void readsTextThatTurnsUpAfterManyNumbersAsText() throws IOException {
        int many = NumericColumn.DICTIONARY_LIMIT + 10;
        Table table = read("id,v\n"
                + IntStream.range(0, many).mapToObj(i -> i + "," + i % 3).collect(Collectors.joining("\n"))
                + "\nA7,1\n");
        assertThat(table.column("id")).isInstanceOf(CategoryColumn.class);
        assertThat(table.column("id").text(many)).isEqualTo("A7");
        assertThat(table.column("id").text(12)).isEqualTo("12");
    }

    @Test
    void readsGzipAndChineseCharsets() throws IOException {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("职业,数\n教师,1\n医生,2\n".getBytes(Charset.forName("GBK")));
        }
        Table table = CsvReader.read(file, CsvFormat.DETECTED, Progress.SILENT);
        assertThat(table.column("职业").text(1)).isEqualTo("医生");
        Path marked = Files.write(folder.resolve("bom.csv"), "\uFEFFa,b\nx,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(CsvReader.read(marked, CsvFormat.DETECTED, Progress.SILENT).columnNames())
                .containsExactly("a", "b");
    }

    @Test
    void namesTheLineOfEveryRaggedRow() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3\n4,5,6\n"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("TAB-1003")
                .hasMessageContaining("line 3")
                .hasMessageContaining("line 4");
    }

    @Test
    void saysWhatIsWrongWithAFileThatCannotBeUsed() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("TAB-1002");
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("TAB-1002");
        assertThatThrownBy(() -> CsvReader.read(folder.resolve("no.csv"), CsvFormat.DETECTED, Progress.SILENT))
                .hasMessageContaining("TAB-1001");
    }

    @Test
    void saysWhatIsWrongWithATarget() throws IOException {
        Table table = read("income,y\n1,yes\n2,no\n");
        assertThatThrownBy(() -> new Target("incme", "1").outcomes(table))
                .hasMessageContaining("TAB-1004")
                .hasMessageContaining("'income'");
        assertThatThrownBy(() -> new Target("y", "maybe").outcomes(table))
                .hasMessageContaining("TAB-1005")
                .hasMessageContaining("yes, no");
        Table one = table.select(new int[] {0});
        assertThatThrownBy(() -> new Target("y", "yes").outcomes(one)).hasMessageContaining("TAB-1006");
        assertThat(new Target("income", "2.0").outcomes(table)).containsExactly(false, true);
    }

    @Test
    void givesEqualContentEqualDigests() throws IOException {
        assertThat(read("a,b\n1,x\n2,y\n").digest())
                .isEqualTo(read("a;b\n1.0;x\n2;y\n").digest());
        assertThat(read("a,b\n1,x\n2,y\n").digest())
                .isNotEqualTo(read("a,b\n2,x\n1,y\n").digest());
    }
}

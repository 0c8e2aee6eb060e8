package org.yinhang.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;
import org.yinhang.core.fault.FaultException;

class ArchiveTests {

    private static final int HEAD = 8;

    /** One of every kind of value. */
    record Everything(
            boolean truth,
            int whole,
            long big,
            float small,
            double number,
            String word,
            Thread.State foreign,
            List<Object> list,
            Map<String, Integer> map) {}

    record Known(String word, Kind kind, List<Object> parts, Map<String, Integer> map) {}

    enum Kind {
        ONE,
        OTHER
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Known known = new Known(
                "信贷",
                Kind.OTHER,
                List.of(1, 2L, 0.1f, Math.PI, true, "信贷", NumberBins.of("x", new double[] {999}, new double[] {1, 2})),
                Map.of("b", 2, "a", 1));
        byte[] bytes = Archive.write(known);
        assertThat(Archive.read(bytes, Known.class, "known")).isEqualTo(known);
        assertThat(Archive.write(known)).isEqualTo(bytes);
    }

    record Before(int one, String two) {}

    /** The same record a release later: what was kept before is read with what its older constructor says. */
    record Lately(int one, String two, List<Object> three) {

        Lately(int one, String two) {
            this(one, two, List.of("none yet"));
        }
    }

    @Test
    void whatWasWrittenWithFewerPartsIsReadByTheConstructorThatTakesThem() throws IOException {
        byte[] before = Archive.write(new Before(7, "信贷"));
        byte[] name = new GZIPInputStream(new ByteArrayInputStream(before, HEAD, before.length)).readAllBytes();
        String body = new String(name, StandardCharsets.ISO_8859_1).replace("$Before", "$Lately");
        ByteArrayOutputStream lately = new ByteArrayOutputStream();
        lately.write(before, 0, HEAD);
        try (GZIPOutputStream out = new GZIPOutputStream(lately)) {
            out.write(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(Archive.read(lately.toByteArray(), Lately.class, "lately"))
                .isEqualTo(new Lately(7, "信贷", List.of("none yet")));
    }

    @Test
    void arraysKeepTheirBits() {
        double[] numbers = {0.1, -0.0, Double.NaN, Double.MIN_VALUE};
        assertThat(Archive.read(Archive.write(numbers), double[].class, "numbers"))
                .isEqualTo(numbers);
    }

    @Test
    void aFileCutShortIsRefusedByName() {
        byte[] bytes = Archive.write(new WordBins("job", List.of("nurse", "teacher")));
        for (int length : new int[] {3, 12, bytes.length - 1}) {
            assertThatThrownBy(() -> Archive.read(Arrays.copyOf(bytes, length), WordBins.class, "job.model"))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("ARC-1001")
                    .hasMessageContaining("job.model");
        }
    }

    @Test
    void anotherKindOfValueIsRefused() {
        byte[] bytes = Archive.write(new WordBins("job", List.of("nurse")));
        assertThatThrownBy(() -> Archive.read(bytes, NumberBins.class, "job.model"))
                .hasMessageContaining("ARC-1001");
    }

    @Test
    void whatIsNoRecordIsNotWritten() {
        assertThatThrownBy(() -> Archive.write(new Object())).hasMessageContaining("java.lang.Object");
    }

    @Test
    void foreignTypesAreNotMade() {
        Everything foreign = new Everything(true, 1, 2, 3, 4, "five", Thread.State.NEW, List.of(), Map.of());
        byte[] bytes = Archive.write(foreign);
        assertThatThrownBy(() -> Archive.read(bytes, Everything.class, "x")).hasMessageContaining("foreign type");
    }
}

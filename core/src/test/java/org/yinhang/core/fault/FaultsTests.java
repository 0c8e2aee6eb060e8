package org.yinhang.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTests {

    private static final Fault MISSING = Fault.of("ABC-1001", "There is no file.", "a.csv", "Check the path.");

    @Test
    void aFaultMetTwiceIsToldOnce() {
        Fault other = Fault.of("ABC-1001", "There is no file.", "b.csv", "Check the path.");
        FaultException told = new FaultException(List.of(MISSING, other, MISSING));
        assertThat(told.faults()).containsExactly(MISSING, other);
        assertThat(told).hasMessage(MISSING + "\n" + other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "could not extend file \"base/1/2\": No space left on device",
                "Disk quota exceeded",
                "There is not enough space on the disk"
            })
    void aFullDiskIsSeenBehindWhateverWrapsIt(String words) {
        IllegalStateException outer = new IllegalStateException("writing", new RuntimeException("part 7"));
        assertThat(FullDisk.isBehind(outer)).isFalse();
        outer.addSuppressed(new UncheckedIOException(new IOException(words)));
        assertThat(FullDisk.isBehind(outer)).isTrue();
    }
}

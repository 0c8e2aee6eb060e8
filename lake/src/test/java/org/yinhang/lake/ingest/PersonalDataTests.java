package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.progress.Progress;

class PersonalDataTests {

    private static final String MAPPING = """
            sources:
              people:
                file: people.csv
                charset: GBK
                tables:
                  customers:
                    key: cust_no
                    columns: {name: name, phone: phone, city: city}
            """;
    private static final String PEOPLE = "cust_no,name,phone,city\nA1,赵一,13800000001,杭州\nA2,钱二,,上海\n";

    @TempDir
    Path root;

    /** A sink that remembers. */
    private static final class Kept implements PersonalDataSink {
        private final List<PersonalRecord> accepted = new ArrayList<>();
        private final List<PersonalRecord> committed = new ArrayList<>();

        @Override
        public void accept(List<PersonalRecord> records) {
            accepted.addAll(records);
        }

        @Override
        public void commit() {
            committed.addAll(accepted);
            accepted.clear();
        }

        @Override
        public void discard() {
            accepted.clear();
        }
    }

    private BankFolder bank() {
        return new BankFolder(root)
                .file("people.csv", PEOPLE, Charset.forName("GBK"))
                .mapping(MAPPING);
    }

    @Test
    void goesToItsSinkByCustomerNumber() {
        BankFolder bank = bank();
        Kept kept = new Kept();
        Ingest.load(
                bank.mappingFile(), bank.data(), bank.lake(), bank.settings().with(kept), Progress.SILENT);
        assertThat(kept.committed)
                .extracting(r -> r.customer() + " " + r.values().get("name") + " "
                        + r.values().get("phone"))
                .containsExactly("0 赵一 13800000001", "1 钱二 null");
        assertThat(kept.committed)
                .extracting(r -> r.values().get(PersonalDataSink.PersonalRecord.IDENTIFIER))
                .containsExactly("A1", "A2");
        assertThat(kept.committed.getFirst().toString()).doesNotContain("赵一");
    }

    @Test
    void isForgottenWhenTheLoadFails() {
        BankFolder bank = bank().mapping(MAPPING.replace("city: city", "city: city, gender: city")
                .replace("charset: GBK", "charset: GBK\n    rejects: {max: 0}"));
        Kept kept = new Kept();
        assertThatThrownBy(() -> Ingest.load(
                        bank.mappingFile(),
                        bank.data(),
                        bank.lake(),
                        bank.settings().with(kept),
                        Progress.SILENT))
                .hasMessageContaining("ING-2010");
        assertThat(kept.accepted).isEmpty();
        assertThat(kept.committed).isEmpty();
    }

    @Test
    void isDroppedAndSaidSoWithoutASink() {
        LoadResult.Table table = bank().load().inputs().getFirst().tables().getFirst();
        assertThat(table.personalDropped()).isTrue();
        assertThat(table.personal()).containsExactly("name", "phone");
    }

    @Test
    void neverStaysInTheLakeFolder() throws IOException {
        BankFolder bank = bank();
        Ingest.load(
                bank.mappingFile(), bank.data(), bank.lake(), bank.settings().with(new Kept()), Progress.SILENT);
        try (Stream<Path> files = Files.walk(bank.lake().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .as(file.toString())
                        .doesNotContain("13800000001")
                        .doesNotContain(new String("赵一".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void liesInFilesOnlyTheirOwnerCanOpenWhileALoadIsAtWork() throws IOException {
        BankFolder bank = bank();
        List<String> seen = new ArrayList<>();
        Path work = bank.lake().folder().resolve("work");
        Progress watch = (step, done, total) -> {
            if (step.startsWith("Reading")) {
                seen.addAll(permissions(work));
            }
        };
        Ingest.load(
                bank.mappingFile(), bank.data(), bank.lake(), bank.settings().with(new Kept()), watch);
        assertThat(seen).isNotEmpty().allMatch(p -> p.equals("rwx------") || p.equals("rw-------"));
        assertThat(work).doesNotExist();
    }

    private static List<String> permissions(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> permissions = new ArrayList<>();
            for (Path file : files.toList()) {
                permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            return permissions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

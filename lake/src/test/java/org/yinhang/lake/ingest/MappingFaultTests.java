package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

class MappingFaultTests {

    private static final String MAPPING = """
            sources:
              people:
                file: people.csv
                tables:
                  customers:
                    key: cust_no
                    columns:
                      city: city
            """;

    @TempDir
    Path root;

    private BankFolder bank = new BankFolder(Path.of("."));

    @BeforeEach
    void open() {
        bank = new BankFolder(root)
                .file("people.csv", "cust_no,city,age\nA1,杭州,30\n")
                .mapping(MAPPING);
    }

    private List<Fault> faults() {
        FaultException thrown = catchThrowableOfType(FaultException.class, bank::load);
        assertThat(bank.lake().current().version()).as("nothing is loaded").isZero();
        return thrown.faults();
    }

    private Fault fault() {
        assertThat(faults()).hasSize(1);
        return faults().getFirst();
    }

    @Test
    void namesAMissingFileAndWhatIsThereInstead() {
        bank.mapping(MAPPING.replace("people.csv", "poeple.csv"));
        assertThat(fault().code()).isEqualTo("ING-2001");
        assertThat(fault().where()).contains("mapping.yaml:3");
        assertThat(fault().next()).contains("Did you mean 'people.csv'?");
    }

    @Test
    void saysThatLineEndingsAreMixed() {
        bank.file("people.csv", "cust_no,city,age\r\nA1,杭州,30\r\nA2,上海,31\nA3,北京,32\n");
        assertThat(fault().code()).isEqualTo("ING-2012");
        assertThat(fault().where()).isEqualTo("people.csv");
    }

    @Test
    void namesAColumnThatIsNotThereAndTheOneMeant() {
        bank.mapping(MAPPING.replace("city: city", "city: ctiy"));
        assertThat(fault().code()).isEqualTo("ING-1008");
        assertThat(fault().where()).contains("mapping.yaml:8");
        assertThat(fault().next()).isEqualTo("Did you mean 'city'?");
    }

    @Test
    void tellsEveryFaultOfAMappingAtOnce() {
        bank.mapping(MAPPING.replace("city: city", "city: ctiy\n          age: agee\n          gender: upper(nothing"));
        assertThat(faults()).extracting(Fault::code).containsExactly("ING-1001");
        bank.mapping(MAPPING.replace("city: city", "city: ctiy\n          age: agee"));
        assertThat(faults()).extracting(Fault::code).containsExactly("ING-1008", "ING-1008");
        bank.mapping(MAPPING.replace("customers:", "custommers:")
                .replace("key: cust_no", "key: cust_no\n        colour: red"));
        assertThat(faults()).extracting(Fault::code).containsExactly("ING-1004");
        bank.mapping(MAPPING.replace("city: city", "town: city\n          aeg: age"));
        assertThat(faults()).extracting(Fault::code).containsExactly("ING-1005", "ING-1005");
    }

    @Test
    void refusesAnUnknownCharsetAndAnUnknownKey() {
        bank.mapping(MAPPING.replace("file: people.csv", "file: people.csv\n    charset: GKB"));
        assertThat(fault().code()).isEqualTo("ING-1002");
        bank.mapping(MAPPING.replace("file: people.csv", "file: people.csv\n    delimeter: ;"));
        assertThat(fault().code()).isEqualTo("YML-1005");
    }

    @Test
    void refusesSqlThatIsWrongOrLeavesItsPlace() {
        bank.mapping(MAPPING.replace("city: city", "age: age + 1"));
        assertThat(fault().code()).isEqualTo("ING-1010");
        bank.mapping(MAPPING.replace("city: city", "city: city) FROM x; DROP TABLE y; SELECT (1"));
        assertThat(fault().code()).isEqualTo("ING-1001");
    }

    @Test
    void refusesAMappingThatReadsOtherFiles() {
        bank.mapping(MAPPING.replace("city: city", "city: (SELECT content FROM read_text('/etc/hostname'))"));
        assertThat(fault().code()).isEqualTo("ING-1009");
    }

    @Test
    void refusesEmptyFiles() {
        bank.file("people.csv", "");
        assertThat(fault().code()).isEqualTo("ING-2003");
        bank.file("people.csv", "cust_no,city,age\n");
        assertThat(fault().code()).isEqualTo("ING-2011");
    }

    @Test
    void refusesATruncatedGzip() {
        bank.file("people.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0})
                .mapping(MAPPING.replace("people.csv", "people.csv.gz"));
        assertThat(fault().code()).isEqualTo("ING-2002");
    }

    @Test
    void refusesALookUpThatWouldMultiplyRows() {
        bank.file("city.csv", "city,province\n杭州,浙江\n杭州,Zhejiang\n").mapping("""
                sources:
                  cities: {file: city.csv}
                  people:
                    file: people.csv
                    join: {place: {source: cities, on: city}}
                    tables: {customers: {key: cust_no, columns: {province: place.province}}}
                """);
        assertThat(fault().code()).isEqualTo("ING-2008");
    }

    @Test
    void looksUpAnotherSource() {
        bank.file("city.csv", "name,province\n杭州,浙江\n上海,上海\n").mapping("""
                sources:
                  cities: {file: city.csv}
                  people:
                    file: people.csv
                    join: {place: {source: cities, on: city, key: name}}
                    tables: {customers: {key: cust_no, columns: {province: place.province, age: age}}}
                """);
        bank.load();
        assertThat(bank.read("SELECT province, age FROM customers")).containsExactly("浙江|30");
    }
}

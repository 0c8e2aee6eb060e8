package org.yinhang.lake.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.schema.DataClass;

class TagCatalogueTests {

    private static final String HEAD = """
            defaults:
              owner: 零售信贷部
              purpose: [marketing]
              basis: consent
              refresh: daily
              version: 1
              approval: {by: 总经理, on: 2026-01-01}
            tags:
            """;

    @TempDir
    Path folder;

    private Snapshot snapshot() {
        return Lake.open(folder, Clock.systemUTC()).current();
    }

    private static String tag(String id, String type, String expression, String rest) {
        return """
                  %s: {zh: %s名, en: %s, category: base, kind: rule, type: %s, expression: "%s"%s}
                """.formatted(id, id, id, type, expression, rest);
    }

    private List<Fault> faults(String... tags) {
        FaultException thrown = catchThrowableOfType(
                FaultException.class,
                () -> TagCatalogue.compile(TagFile.read(HEAD + String.join("", tags), "own.yaml"), snapshot()));
        return thrown.faults();
    }

    private TagCatalogue compile(String... tags) {
        return TagCatalogue.compile(TagFile.read(HEAD + String.join("", tags), "own.yaml"), snapshot());
    }

    @Test
    void namesTheMembersOfACircle() {
        assertThat(faults(
                        tag("a", "truth", "b", ", data: none"),
                        tag("b", "truth", "c", ", data: none"),
                        tag("c", "truth", "not a", ", data: none")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("TAG-1005");
                    assertThat(fault.what()).contains("a → b → c → a");
                });
    }

    @Test
    void tellsEveryFaultOfAllTagsAtOnceWithItsPlace() {
        List<Fault> faults = faults(
                tag("a", "integer", "count(transaction)", ", data: none"),
                tag("b", "integer", "age(customer.birth_dat)", ", data: none"),
                tag("c", "money", "count(transactions)", ", data: none"));
        assertThat(faults).extracting(Fault::code).containsExactly("PRE-1006", "PRE-1005", "TAG-1003");
        assertThat(faults.get(0).next()).contains("transactions");
        assertThat(faults.get(1).where()).contains("own.yaml:10").contains("line 1, column 5");
        assertThat(faults.get(1).next()).contains("customer.birth_date");
        assertThat(faults.get(2).next()).contains("type: integer");
    }

    @Test
    void refusesBureauDataWithoutAPurposeForThemAlsoBehindAnotherTag() {
        String score = tag(
                "score", "integer", "last(score from bureau)", ", purpose: risk, data: bureau, bureau_purpose: 贷后管理");
        assertThat(faults(tag("score", "integer", "last(score from bureau)", ", purpose: risk, data: bureau")))
                .extracting(Fault::code)
                .containsExactly("TAG-1006");
        assertThat(faults(score, tag("good", "truth", "score > 600", ", purpose: risk, data: bureau")))
                .extracting(Fault::code)
                .containsExactly("TAG-1006");
        assertThat(faults(score, tag("good", "truth", "score > 600", ", data: bureau, bureau_purpose: 贷后管理")))
                .extracting(Fault::code)
                .containsExactly("TAG-1007");
    }

    @Test
    void asksForTheClassesOfTheDataThatATagReads() {
        assertThat(faults(tag("rich", "truth", "sum(balance from accounts) > 100", ", data: none")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.next()).contains("data: [financial]"));
    }

    @Test
    void refusesAValueThatIsNotDeclared() {
        assertThat(faults(tag(
                        "stage",
                        "text",
                        "case when true then 'new' else 'old' end",
                        ", data: none, values: {new: [新, New]}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).contains("old"));
    }

    @Test
    void refusesTwoTagsOfOneChineseName() {
        assertThat(
                        faults(
                                tag("a", "truth", "true", ", data: none"),
                                "  b: {zh: a名, en: b, category: base, kind: rule, type: truth, expression: 'true', data: none}\n"))
                .extracting(Fault::code)
                .containsExactly("TAG-1001");
    }

    @Test
    void putsEveryTagAfterThoseItReads() {
        TagCatalogue catalogue = compile(
                tag("c", "truth", "b and a", ", data: none"),
                tag("a", "truth", "true", ", data: none"),
                tag("b", "truth", "not a", ", data: none"));
        assertThat(catalogue.tags()).extracting(CompiledTag::id).containsExactly("a", "b", "c");
        assertThat(catalogue.after("b")).containsExactly("b", "c");
        assertThat(catalogue.behind(List.of("b"))).containsExactly("a", "b");
    }

    @Test
    void leavesDraftsOut() {
        TagCatalogue catalogue = compile(
                tag("a", "truth", "true", ", data: none"), tag("b", "truth", "true", ", data: none, approval: draft"));
        assertThat(catalogue.tags()).extracting(CompiledTag::id).containsExactly("a");
    }

    @Test
    void shipsAllTagsTheirSourcesAndTheirClasses() {
        TagCatalogue shipped = TagCatalogue.compile(TagFile.bundled(), snapshot());
        assertThat(shipped.tags()).hasSizeGreaterThan(100);
        CompiledTag need = shipped.tag("funding_need_cycle");
        assertThat(need.tags()).contains("seasonal_business", "deposits");
        assertThat(need.data()).contains(DataClass.FINANCIAL, DataClass.BEHAVIOUR);
        assertThat(shipped.tag("unused_credit").sources()).contains("credit_lines.granted", "credit_lines.status");
        assertThat(shipped.tag("contribution_tier").needsEveryone()).isTrue();
        assertThat(shipped.tags())
                .filteredOn(tag -> tag.data().contains(DataClass.BUREAU))
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag.tag().governance().purposes()).doesNotContain(TagPurpose.MARKETING));
    }

    @Test
    void suggestsTheTagThatWasMeant() {
        TagCatalogue shipped = TagCatalogue.compile(TagFile.bundled(), snapshot());
        FaultException thrown = catchThrowableOfType(FaultException.class, () -> shipped.tag("unused_credt"));
        assertThat(thrown.faults().getFirst().next()).contains("unused_credit");
    }
}

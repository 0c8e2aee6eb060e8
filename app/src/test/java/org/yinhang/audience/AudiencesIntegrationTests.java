package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.audit.Audit;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagShelf;
import org.yinhang.tag.TagVersion;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class AudiencesIntegrationTests {

    private static final String TAG = """
            renovation_intent_%d:
              zh: 装修意向%d
              en: Renovation intent
              category: consumption
              kind: rule
              type: truth
              expression: "count(transactions where category = 'decoration') over last 90 days >= %d"
              owner: 零售信贷部
              purpose: [marketing]
              basis: consent
              refresh: daily
              version: 1
              data: [behaviour]
            """;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private TagDefinitions definitions;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Selections selections;

    @Autowired
    private CustomerLists lists;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void tags() {
        FilledBank.withTags(jobs, clock, shelf);
    }

    @Test
    void whoSavesSecondIsToldAndLosesNothing() {
        SavedAudience first = audiences.add(new Audiences.Draft("两人同改", "", "mortgage", true), analyst());
        SavedAudience changed = audiences.change(
                first, first.changedAt(), new Audiences.Draft("两人同改", "", "not mortgage", true), analyst());

        assertThatThrownBy(() -> audiences.change(
                        changed, first.changedAt(), new Audiences.Draft("两人同改", "", "card_holder", true), analyst()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("GRP-1006");
        assertThat(audiences.find(first.id(), analyst()).orElseThrow().predicate())
                .isEqualTo("not mortgage");
        assertThat(audiences.versions(changed))
                .extracting(AudienceVersion::predicate)
                .containsExactly("not mortgage", "mortgage");
    }

    @Test
    void anAudienceThatMeansItselfIsRefused() {
        SavedAudience one = audiences.add(new Audiences.Draft("圈一", "", "mortgage", true), analyst());
        audiences.add(new Audiences.Draft("圈二", "", "customer in audience '圈一'", true), analyst());
        audiences.change(
                one, one.changedAt(), new Audiences.Draft("圈一", "", "customer in audience '圈二'", true), analyst());

        assertThatThrownBy(() -> count("customer in audience '圈一'")).hasMessageContaining("GRP-1002");
    }

    @Test
    void nobodyIsCountedWithoutConsentWhateverTheTextSays() {
        long everybody = count("true");

        assertThat(everybody).isEqualTo(count("consent_call or not consent_call or consent_call is null"));
        assertThat(everybody).isLessThan(FilledBank.CUSTOMERS);
        assertThat(count("on_hold")).isZero();
        assertThatThrownBy(() -> count("true) or (true")).isInstanceOf(PredicateException.class);
    }

    @Test
    void aListKeepsWhomItKnowsAndReportsTheOtherLines() {
        List<Integer> some = jdbc.sql("SELECT number FROM customer ORDER BY number LIMIT 5")
                .query(Integer.class)
                .list();
        CustomerList list = lists.bring(
                "五位客户", List.of("customer", "" + some.get(0), "99999999", "" + some.get(3), "张三", ""), analyst());

        assertThat(list.customers()).isEqualTo(2);
        assertThat(list.rejectedLines()).containsExactly(3, 5);
        assertThat(count("customer in list '五位客户'")).isLessThanOrEqualTo(2);
        assertThat(count("customer in list '五位客户' or customer not in list '五位客户'"))
                .isEqualTo(count("true"));
        assertThatThrownBy(() -> lists.bring("空", List.of("nobody"), analyst())).hasMessageContaining("GRP-1009");
    }

    @Test
    void frozenMembersAreComparedWithTodayAndATamperedListIsRefused() {
        SavedAudience audience = audiences.add(new Audiences.Draft("冻结核对", "", "mortgage", true), analyst());
        AudienceSnapshot frozen = audiences.freeze(audience, analyst());
        Long id = audiences.snapshots(audience).getFirst().id();

        assertThat(audiences.stillIn(audience, analyst())).containsEntry(id, frozen.customers());
        jdbc.sql("UPDATE audience_snapshot SET members = members || '\\x00'::bytea WHERE id = ?")
                .param(id)
                .update();
        assertThatThrownBy(() -> audiences.stillIn(audience, analyst())).hasMessageContaining("GRP-1008");
    }

    @Test
    void anExportIsOnRecordWithItsReason() throws Exception {
        SavedAudience audience = audiences.add(new Audiences.Draft("导出留痕", "", "mortgage", true), analyst());
        var answer = web.perform(post("/audiences/" + audience.id() + "/export")
                        .param("reason", "百日营销名单")
                        .with(user(staff.loadUserByUsername("analyst")))
                        .with(csrf()))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(audit.page(ListQuery.first()).items())
                .anyMatch(entry -> entry.note().action().equals("audience.export")
                        && entry.note().reason().equals("百日营销名单"));
    }

    @Test
    void aChangedTagWaitsForSomebodyElseAndTwoAnalystsDoNotOverwriteEachOther() {
        String yaml = TAG.formatted(1, 1, 2);
        TagVersion draft = definitions.save(yaml, 0, analyst());

        assertThat(definitions.find("renovation_intent_1")).isEmpty();
        assertThatThrownBy(() -> definitions.save(TAG.formatted(1, 1, 3), 0, viewer("compliance")))
                .hasMessageContaining("TAG-2001");
        assertThatThrownBy(() -> definitions.decide(draft, TagVersion.State.APPROVED, analyst()))
                .hasMessageContaining("TAG-2002");

        definitions.decide(draft, TagVersion.State.APPROVED, viewer("compliance"));

        assertThat(definitions.find("renovation_intent_1")).isPresent();
        assertThat(definitions
                        .find("renovation_intent_1")
                        .orElseThrow()
                        .governance()
                        .approval()
                        .orElseThrow()
                        .by())
                .isEqualTo("compliance");
        assertThatThrownBy(() -> definitions.decide(draft, TagVersion.State.REJECTED, viewer("compliance")))
                .hasMessageContaining("TAG-2003");
        assertThatThrownBy(() -> definitions.save(yaml.replace("transactions", "transaction"), 1, analyst()))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void aConditionRestsOnWhatItReadsAndOnTheStricterWhereThatIsHidden() {
        assertThat(dataOf("age > 30")).doesNotContain(DataClass.FINANCIAL, DataClass.BUREAU);
        assertThat(dataOf("age > 30 and deposits > 100")).contains(DataClass.FINANCIAL);
        assertThat(dataOf("count(events) over last 30 days > 2")).containsExactly(DataClass.BEHAVIOUR);
        assertThat(dataOf("count(transactions) over last 30 days > 2")).containsExactly(DataClass.FINANCIAL);
        assertThat(dataOf("not exists(bureau) over last 90 days")).containsExactly(DataClass.BUREAU);
        audiences.add(new Audiences.Draft("看不见的条件", "", "age > 30", true), analyst());
        assertThat(dataOf("customer in audience '看不见的条件'"))
                .as("what an audience means may change")
                .containsExactly(DataClass.FINANCIAL);
    }

    private Set<DataClass> dataOf(String predicate) {
        return selections
                .within(analyst(), selection -> selection.dataOf(selection.read(predicate)))
                .orElseThrow();
    }

    private long count(String predicate) {
        return selections
                .within(analyst(), selection -> selection.count(selection.read(predicate)))
                .orElseThrow();
    }

    private Viewer analyst() {
        return viewer("analyst");
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }
}

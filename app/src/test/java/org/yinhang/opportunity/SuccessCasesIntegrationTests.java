package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.access.StaffUsers;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.Person;

/** Success cases from a won opportunity to the calls they are used in. */
@ApplicationTest
class SuccessCasesIntegrationTests {

    private static final CaseText TEXT = new CaseText("装修先算总成本", "旧房翻新，担心工期拖长用不上钱", "随借随还，用几天算几天", "总成本当面一项一项算给客户看");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Calls calls;

    @Autowired
    private SuccessCases cases;

    @Autowired
    private PersonalRecords personal;

    @Autowired
    private StaffUsers staff;

    private final Viewer compliance = Person.of("case-checker", Role.COMPLIANCE);
    private OpportunityRows rows;
    private Viewer manager;
    private String code;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("viewed-not-applied");
        manager = staff.named("manager").orElseThrow();
        code = opportunities.staffCode(manager);
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private Opportunity again(Opportunity one) {
        return opportunities.find(one.id(), opportunities.reach(manager)).orElseThrow();
    }

    private void record(Opportunity one, NextStep next, Optional<Long> used) {
        calls.record(
                one,
                new ContactNote(
                        UUID.randomUUID(),
                        CallOutcome.REACHED,
                        Optional.of(Need.RENOVATION),
                        Optional.of(Objection.RATE_HIGH),
                        next,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        used),
                ContactWay.CALL,
                code,
                manager);
    }

    private SuccessCase written(Opportunity one) {
        record(one, NextStep.APPOINTMENT, Optional.empty());
        return cases.write(again(one), Optional.of(Need.RENOVATION), Optional.of(Objection.RATE_HIGH), TEXT, manager);
    }

    private List<Long> found(Map<String, String> filters, String text, Viewer viewer) {
        return cases.page(new ListQuery(text, filters, "title", true, 1, 20), viewer).items().stream()
                .map(SuccessCase::id)
                .toList();
    }

    @Test
    void aCaseIsFoundShownUsedAndMeasuredOnceAColleagueApprovedIt() {
        List<Opportunity> mine = rows.of(code);
        Opportunity first = mine.getFirst();
        List<Opportunity> others = mine.stream()
                .filter(one -> one.id() != first.id() && one.product().equals(first.product()))
                .limit(2)
                .toList();
        SuccessCase draft = written(first);
        assertThat(draft.reason()).isEqualTo("rule.viewed-not-applied");
        assertThat(cases.fitting(others.getFirst())).as("not approved yet").isEmpty();
        assertThat(cases.find(draft.id(), Person.of("stranger", Role.ANALYST))).isEmpty();
        assertThatThrownBy(() -> cases.decide(draft, true, "", Person.of("manager", Role.COMPLIANCE)))
                .hasMessageContaining("OPP-9005");
        assertThatThrownBy(() -> cases.decide(draft, false, " ", compliance)).hasMessageContaining("OPP-9007");
        assertThatThrownBy(() -> cases.decide(draft, false, "问一下 13800138000", compliance))
                .hasMessageContaining("OPP-9002")
                .hasMessageNotContaining("138");
        cases.decide(draft, true, "", compliance);
        assertThatThrownBy(() -> cases.decide(draft, true, "", compliance)).hasMessageContaining("OPP-9008");
        assertThat(found(
                        Map.of(
                                "product",
                                first.product(),
                                "reason",
                                "rule.viewed-not-applied",
                                "objection",
                                "rate-high"),
                        "总成本",
                        manager))
                .containsExactly(draft.id());
        assertThat(found(Map.of("objection", "busy"), "", manager)).isEmpty();
        assertThat(found(Map.of("state", "draft"), "", manager)).isEmpty();
        assertThat(calls.sheet(others.getFirst(), ContactWay.CALL, code).cases())
                .extracting(SuccessCase::id)
                .containsExactly(draft.id());
        record(others.getFirst(), NextStep.APPOINTMENT, Optional.of(draft.id()));
        record(others.getLast(), NextStep.WEEK, Optional.empty());
        CaseFigures figures = cases.figures(List.of(draft)).getOrDefault(draft.id(), CaseFigures.NONE);
        assertThat(figures.with()).isEqualTo(new CaseFigures.Arm(1, 1, 1));
        assertThat(figures.without()).isEqualTo(new CaseFigures.Arm(1, 1, 0));
        assertThat(figures.word()).isEqualTo(CaseFigures.Word.TOO_FEW);
        cases.decide(draft, false, "说法已过时", compliance);
        assertThat(cases.fitting(others.getFirst())).as("taken down").isEmpty();
    }

    @Test
    void theCustomersOwnNameIsFoundHoweverItIsSpacedAndNotRepeated() {
        Opportunity one = rows.of(code).getFirst();
        record(one, NextStep.APPOINTMENT, Optional.empty());
        String name = personal.forDelivery(Set.of(one.customer()), Set.of(PersonalField.NAME))
                .getOrDefault(one.customer(), Map.of())
                .getOrDefault(PersonalField.NAME, "");
        assertThat(name).isNotEmpty();
        CaseText text = new CaseText("装修", "客户" + name.charAt(0) + " " + name.substring(1) + "想装修", "先算总成本", "");
        assertThatThrownBy(() -> cases.write(again(one), Optional.empty(), Optional.empty(), text, manager))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("OPP-9003")
                .hasMessageNotContaining(name);
    }

    @Test
    void onlyWhatIsWonBecomesACaseAndOnlyOne() {
        Opportunity one = rows.of(code).getFirst();
        assertThatThrownBy(() -> cases.write(one, Optional.empty(), Optional.empty(), TEXT, manager))
                .hasMessageContaining("OPP-9004");
        written(one);
        assertThatThrownBy(() -> cases.write(again(one), Optional.empty(), Optional.empty(), TEXT, manager))
                .hasMessageContaining("OPP-9004");
        assertThat(found(Map.of(), "", Person.of("other", Role.ACCOUNT_MANAGER)))
                .isEmpty();
        assertThat(found(Map.of(), "", manager)).hasSize(1);
        assertThat(found(Map.of(), "", compliance)).hasSize(1);
        assertThat(found(Map.of(), "", staff.named("head").orElseThrow()))
                .as("of an opportunity within reach")
                .hasSize(1);
        assertThat(found(Map.of(), "", Person.headOf("/nowhere/"))).isEmpty();
    }

    @Test
    void fromTheOpportunityToTheCallOfAColleagueInTheBrowser() {
        Opportunity won = rows.of(code).getFirst();
        record(won, NextStep.APPOINTMENT, Optional.empty());
        String made;
        try (Window desk = Window.signedIn(port, "manager", 1440, false)) {
            Page page = desk.page();
            desk.visit("/success-cases");
            assertThat(page.locator(".empty-state").textContent()).contains("还没有成功案例");
            desk.visit("/opportunities/" + won.id());
            page.locator("a[href$='/case']").click();
            assertThat(page.locator("#objection").inputValue()).isEqualTo("rate-high");
            page.locator("#title").fill(TEXT.title());
            page.locator("#told").fill("电话 13800138000");
            page.locator("#said").fill(TEXT.said());
            page.locator("#answer").fill(TEXT.answer());
            page.locator("#case-form .btn-primary").click();
            assertThat(page.locator("#not-saved").innerText())
                    .contains("OPP-9002")
                    .doesNotContain("138");
            page.locator("#told").fill(TEXT.told());
            assertThat(desk.barriers()).isEmpty();
            desk.picture("opportunities-id-case");
            page.locator("#case-form .btn-primary").click();
            page.waitForURL("**/success-cases/*");
            assertThat(page.locator("main").textContent()).contains("待审批");
            assertThat(page.locator("#decide").count()).isZero();
            made = page.url().substring(page.url().indexOf("/success-cases"));
        }
        try (Window checker = Window.signedIn(port, "compliance", 1440, false)) {
            checker.visit(made);
            assertThat(checker.barriers()).isEmpty();
            checker.page().locator("button[name=approved][value=true]").click();
            checker.page().locator("#came").waitFor();
            assertThat(checker.page().locator("#came").textContent()).contains("次数太少");
            assertThat(checker.barriers()).isEmpty();
            checker.picture("success-cases-id");
            checker.visit("/success-cases");
            assertThat(checker.barriers()).isEmpty();
            checker.picture("success-cases");
            assertThat(checker.complaints()).isEmpty();
        }
        try (Window phone = Window.signedIn(port, "manager", 390, false)) {
            Page page = phone.page();
            for (String address : List.of(made, "/success-cases", "/opportunities/" + won.id() + "/case")) {
                phone.visit(address);
                assertThat(phone.barriers()).isEmpty();
                phone.picture(
                        address.equals(made)
                                ? "success-cases-id"
                                : address.substring(1)
                                        .replace(Long.toString(won.id()), "id")
                                        .replace('/', '-'));
            }
            rows.of(code).stream()
                    .filter(one ->
                            one.stage() == OpportunityStage.NEW && one.product().equals(won.product()))
                    .findFirst()
                    .ifPresent(one -> phone.visit("/opportunities/" + one.id()));
            page.locator("#cases summary").click();
            assertThat(page.locator("#cases").textContent()).contains(TEXT.answer());
            assertThat(phone.barriers()).isEmpty();
            phone.picture("call-cases");
            CallPages.tap(page, "outcome", "reached");
            CallPages.tap(page, "successCase", made.substring(made.lastIndexOf('/') + 1));
            CallPages.finish(page, "appointment");
            page.waitForURL("**/my-day");
            phone.visit(made);
            assertThat(page.locator("#came tbody tr").first().textContent()).contains("100");
            assertThat(phone.complaints()).isEmpty();
        }
    }
}

package org.yinhang.decision.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinhang.access.DataScope;
import org.yinhang.access.NewUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditEntry;
import org.yinhang.customer.Customers;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;

/** Who may see decisions, and what is told to whom. */
@ApplicationTest
class DecisionPagesTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Customers customers;

    @Autowired
    private StaffUsers users;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private Audit audit;

    @Autowired
    private MockMvc web;

    @BeforeEach
    void open() {
        LiveBank.open(jobs, clock, shelf);
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, UserDetails who) throws Exception {
        return web.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
    }

    private String text(MockHttpServletRequestBuilder request, UserDetails who) throws Exception {
        MockHttpServletResponse response = call(request, who);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private UserDetails branchManager() {
        String name = "live-branch";
        if (users.named(name).isEmpty()) {
            users.add(
                    new NewUser(name, "测试", "101001", null, Set.of(Role.BRANCH_HEAD), "branch-password", false),
                    "admin");
        }
        return staff.loadUserByUsername(name);
    }

    @Test
    void nobodySeesOrAsksAboutCustomersOfAnotherBranch() throws Exception {
        UserDetails head = branchManager();
        DataScope own = DataScope.ofCustomers((Viewer) head);
        int stranger = customers.page(ListQuery.first().withSize(200), DataScope.wholeBank()).items().stream()
                .mapToInt(customer -> customer.number())
                .filter(number -> customers.find(number, own).isEmpty())
                .findFirst()
                .orElseThrow();
        Decision decision = decisions.decide(new DecisionQuestion("stranger", stranger, "app", Map.of()), "test");
        String page = "/decisions/" + decision.id();
        assertThat(call(get(page), head).getStatus()).isEqualTo(404);
        assertThat(call(get(page + "/letter"), head).getStatus()).isEqualTo(404);
        assertThat(call(post(page + "/replay"), head).getStatus()).isEqualTo(404);
        assertThat(call(ask(stranger, "car", 1), head).getStatus()).isEqualTo(404);
        assertThat(text(get("/decisions"), head)).doesNotContain(page + "\"");
    }

    private static MockHttpServletRequestBuilder ask(int customer, String purpose, long form) {
        return post("/decisions")
                .param("customer", Integer.toString(customer))
                .param("purpose", purpose)
                .param("form", Long.toString(form));
    }

    @Test
    void pressingTheButtonTwiceDecidesOnceAndLeavesATrace() throws Exception {
        UserDetails analyst = staff.loadUserByUsername("analyst");
        String first = call(ask(11, "car", 7), analyst).getRedirectedUrl();
        String second = call(ask(11, "car", 7), analyst).getRedirectedUrl();
        String other = call(ask(11, "travel", 7), analyst).getRedirectedUrl();
        assertThat(first).startsWith("/decisions/").isEqualTo(second).isNotEqualTo(other);
        assertThat(call(ask(11, "nonsense", 8), analyst).getStatus()).isEqualTo(400);
        assertThat(audit.page(ListQuery.first()).items())
                .extracting(AuditEntry::note)
                .anyMatch(note ->
                        note.action().equals("decision.ask") && note.subject().equals("customer 11"));
    }

    @Test
    void theLetterTellsReasonsAndRightsButNoScore() throws Exception {
        UserDetails analyst = staff.loadUserByUsername("analyst");
        Decision decision = LiveBank.first(
                decisions,
                record -> !record.isNeutral()
                        && !record.offered().isEmpty()
                        && record.offered().size() < record.offers().size());
        String letter = text(get("/decisions/" + decision.id() + "/letter").param("lang", "en"), analyst);
        assertThat(letter).contains("lang=\"zh-CN\"", "人工复核", "第二十四条", "其他产品暂不能办理的主要理由");
        assertThat(letter).doesNotContain("评分过低", "申请可能性", "期望收益", "COST_ABOVE_CAP", "decisions.");
        for (OfferEntry entry : decision.record().offers()) {
            for (OfferEntry.Reason reason : entry.refusals()) {
                assertThat(letter).doesNotContain(reason.table());
            }
        }
        assertThat(text(get("/decisions/" + decision.id() + "/letter?language=en"), analyst))
                .contains("lang=\"en\"", "Review by a person");
    }

    @Test
    void theTraceShowsEveryReasonEveryFactAndTheReplay() throws Exception {
        UserDetails analyst = staff.loadUserByUsername("analyst");
        Decision decision = LiveBank.first(
                decisions,
                record -> !record.offered().isEmpty()
                        && record.offered().size() < record.offers().size());
        String trace = text(get("/decisions/" + decision.id()), analyst);
        for (OfferEntry entry : decision.record().offers()) {
            assertThat(trace).contains(entry.product());
            entry.refusals().forEach(reason -> assertThat(trace).contains(reason.code(), reason.table(), reason.zh()));
            entry.guards().forEach(guard -> assertThat(trace).contains(guard));
        }
        decision.record().input().facts().keySet().forEach(field -> assertThat(trace)
                .contains(">" + field + "<"));
        assertThat(text(post("/decisions/" + decision.id() + "/replay"), analyst))
                .contains("逐字节相同", decision.digest());
    }

    @Test
    void theWorkbookHoldsTheList() throws Exception {
        UserDetails analyst = staff.loadUserByUsername("analyst");
        decisions.decide(new DecisionQuestion("listed", 12, "app", Map.of()), "test");
        MockHttpServletResponse workbook = call(get("/decisions.xlsx"), analyst);
        assertThat(workbook.getStatus()).isEqualTo(200);
        assertThat(workbook.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(text(get("/decisions").param("q", "listed"), analyst)).contains("手机APP");
    }
}

package org.yinhang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yinhang.access.DataScope;
import org.yinhang.access.DemoStaff;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** Nobody sees a customer outside their branch subtree or their own customers, by no door of the house. */
@ApplicationTest
class CustomerScopeIntegrationTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Customers customers;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @BeforeEach
    void fill() {
        FilledBank.fill(jobs, clock);
    }

    private DataScope scopeOf(String userName) {
        return DataScope.ofCustomers((Viewer) staff.loadUserByUsername(userName));
    }

    private Customer outsideOf(String userName) {
        DataScope scope = scopeOf(userName);
        return customers.page(ListQuery.first().withSize(500), DataScope.wholeBank()).items().stream()
                .filter(customer -> customers.find(customer.number(), scope).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Customer insideOf(String userName) {
        return customers.page(ListQuery.first(), scopeOf(userName)).items().getFirst();
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    @Test
    void headOfficeSeesEverybodyAHeadTheBranchAManagerTheOwnCustomers() {
        long all = customers.page(ListQuery.first(), DataScope.wholeBank()).total();
        long head = customers.page(ListQuery.first(), scopeOf("head")).total();
        long manager = customers.page(ListQuery.first(), scopeOf("manager")).total();
        assertThat(all).isEqualTo(FilledBank.CUSTOMERS);
        assertThat(customers.page(ListQuery.first(), scopeOf("analyst")).total())
                .isEqualTo(all);
        assertThat(head).isPositive().isLessThan(all);
        assertThat(manager).isPositive().isLessThan(head);
        assertThat(customers.page(ListQuery.first(), scopeOf("admin")).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "manager"})
    void anotherBranchsCustomerIsNotFoundByAnyAddress(String userName) throws Exception {
        Customer stranger = outsideOf(userName);
        var viewer = user(staff.loadUserByUsername(userName));
        String page = "/customers/" + stranger.number();
        assertThat(perform(get(page).with(viewer)).getStatus()).isEqualTo(404);
        assertThat(perform(get(page + "/timeline").with(viewer)).getStatus()).isEqualTo(404);
        assertThat(perform(post(page + "/unmask")
                                .with(viewer)
                                .with(csrf())
                                .param("field", "phone")
                                .param("reason", "按计划联系客户"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(perform(get("/api/v1/customers/" + stranger.number()).with(httpBasic(userName, DemoStaff.PASSWORD)))
                        .getStatus())
                .isEqualTo(404);
        assertThat(perform(get(page).with(user(staff.loadUserByUsername("analyst"))))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void theAdministratorAndStrangersAreRefused() throws Exception {
        for (String path : List.of("/customers", "/customers.xlsx", "/customers/1", "/customers/1/timeline")) {
            assertThat(perform(get(path).with(user(staff.loadUserByUsername("admin"))))
                            .getStatus())
                    .as(path)
                    .isEqualTo(403);
            assertThat(perform(get(path)).getRedirectedUrl()).as(path).endsWith("/sign-in");
        }
        assertThat(perform(get("/api/v1/customers")).getStatus()).isEqualTo(401);
        assertThat(perform(get("/api/v1/customers/1")).getStatus()).isEqualTo(401);
    }

    @Test
    void theWorkbookHoldsTheOwnCustomersOnlyAndMaskedNames() throws Exception {
        byte[] workbook = perform(get("/customers.xlsx").with(user(staff.loadUserByUsername("manager"))))
                .getContentAsByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> rows = read.getFirstSheet().read();
            assertThat(rows)
                    .hasSize((int) customers
                                    .page(ListQuery.first(), scopeOf("manager"))
                                    .total()
                            + 1);
            assertThat(rows.subList(1, rows.size()))
                    .allSatisfy(row -> assertThat(row.getCellText(0)).matches("\\p{IsHan}\\*{1,2}"));
        }
    }

    @Test
    void aFilterNeverWidensTheScope() {
        Customer stranger = outsideOf("manager");
        ListQuery sideways =
                new ListQuery("", Map.of("branch", stranger.branch().code()), "", false, 1, ListQuery.USUAL);
        assertThat(customers.page(sideways, scopeOf("manager")).items())
                .noneMatch(customer -> customer.number() == stranger.number());
        ListQuery byNumber =
                new ListQuery(Integer.toString(stranger.number()), Map.of(), "", false, 1, ListQuery.USUAL);
        assertThat(customers.page(byNumber, scopeOf("manager")).total()).isZero();
        assertThat(customers.page(byNumber, DataScope.wholeBank()).total()).isEqualTo(1);
    }

    @Test
    void theInterfaceForProgramsMasksAsThePagesDo() throws Exception {
        Customer own = insideOf("manager");
        MockHttpServletResponse one =
                perform(get("/api/v1/customers/" + own.number()).with(httpBasic("manager", DemoStaff.PASSWORD)));
        assertThat(one.getStatus()).isEqualTo(200);
        assertThat(one.getContentAsString(StandardCharsets.UTF_8))
                .containsPattern("154\\*{4}\\d{4}")
                .doesNotContainPattern("154\\d{8}");
        MockHttpServletResponse list =
                perform(get("/api/v1/customers?size=5").with(httpBasic("manager", DemoStaff.PASSWORD)));
        assertThat(list.getContentAsString()).contains("\"total\":");
    }

    @Test
    void onlyRolesWithAPurposeSeeTheBureau() throws Exception {
        Customer own = insideOf("manager");
        String path = "/api/v1/customers/" + own.number();
        assertThat(perform(get(path).with(httpBasic("manager", DemoStaff.PASSWORD)))
                        .getContentAsString())
                .doesNotContain("inquiries");
        assertThat(customers
                        .page(ListQuery.first().withSize(200), DataScope.wholeBank())
                        .items())
                .anySatisfy(customer -> assertThat(perform(get("/api/v1/customers/" + customer.number())
                                        .with(httpBasic("operator", DemoStaff.PASSWORD)))
                                .getContentAsString())
                        .contains("inquiries"));
    }
}

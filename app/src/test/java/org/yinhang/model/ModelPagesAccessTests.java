package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinhang.access.DataScope;
import org.yinhang.access.NewUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.customer.Customers;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** Whose customers the pages of models show. */
@ApplicationTest
class ModelPagesAccessTests {

    private static final String WHAT_IF = "/models/expected_approval/what-if";

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Customers customers;

    @Autowired
    private StaffUsers users;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @BeforeEach
    void bank() {
        FilledBank.fill(jobs, clock);
    }

    @Test
    void anAnalystOfABranchTriesNobodyOfAnotherBranch() throws Exception {
        users.add(
                new NewUser("branch-analyst", "测试", "101001", null, Set.of(Role.ANALYST), "branch-password", false),
                "admin");
        UserDetails analyst = staff.loadUserByUsername("branch-analyst");
        DataScope own = DataScope.ofCustomers((Viewer) analyst);
        int stranger = customers.page(ListQuery.first().withSize(200), DataScope.wholeBank()).items().stream()
                .mapToInt(customer -> customer.number())
                .filter(number -> customers.find(number, own).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(status(get(WHAT_IF + "?customer=" + stranger), analyst)).isEqualTo(404);
        assertThat(status(post(WHAT_IF + "/" + stranger), analyst)).isEqualTo(404);
        String found = web.perform(post(WHAT_IF + "/customers")
                        .param("text", Integer.toString(stranger))
                        .with(user(analyst))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(found).doesNotContain("customer=" + stranger);
    }

    private int status(MockHttpServletRequestBuilder request, UserDetails who) throws Exception {
        return web.perform(request.with(user(who)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}

package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** What a builder asks while its older questions are still being answered. */
@ApplicationTest
class LatestAskIntegrationTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void tags() {
        FilledBank.withTags(jobs, clock, shelf);
    }

    @Test
    void picturesOfAnOlderQuestionEndAndThoseOfAnybodyElseDoNot() throws Exception {
        ask("analyst", "live", 1);
        ask("head", "live", 1);
        assertThat(ask("analyst", "profile", 1).getStatus()).isEqualTo(200);
        ask("analyst", "live", 2);
        assertThat(ask("analyst", "profile", 1)).satisfies(older -> {
            assertThat(older.getStatus()).isEqualTo(204);
            assertThat(older.getContentAsByteArray()).isEmpty();
        });
        assertThat(ask("head", "profile", 1).getStatus())
                .as("somebody else whose builder has the same name")
                .isEqualTo(200);
        assertThat(ask("analyst", "profile", 2).getContentAsString(StandardCharsets.UTF_8))
                .isNotBlank();
    }

    @Test
    void whatIsKeptOfOneScopeIsNobodyElses() throws Exception {
        int whole = count("analyst", 1);
        int branch = count("head", 1);
        assertThat(branch).isPositive().isLessThan(whole);
        assertThat(count("analyst", 2)).isEqualTo(whole);
        assertThat(count("head", 2)).isEqualTo(branch);
    }

    private int count(String userName, int number) throws Exception {
        return JsonPath.read(ask(userName, "live", number).getContentAsString(StandardCharsets.UTF_8), "$.count");
    }

    private MockHttpServletResponse ask(String userName, String what, int number) throws Exception {
        return web.perform(post("/audiences/" + what)
                        .param("predicate", "age >= 18")
                        .param("builder", "shared-name")
                        .param("number", Integer.toString(number))
                        .with(user(staff.loadUserByUsername(userName)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}

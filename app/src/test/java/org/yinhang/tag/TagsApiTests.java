package org.yinhang.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class TagsApiTests {

    private static final String YAML = """
            often_at_the_desk:
              zh: 常到柜台
              en: Often at the desk
              category: behaviour
              kind: rule
              type: truth
              expression: "age >= %d"
              owner: 零售信贷部
              purpose: [marketing]
              basis: consent
              refresh: daily
              version: 1
              data: [attribute]
            """;

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
    void theCatalogueAndOneTagSayHowItLiesAndWhereItComesFrom() throws Exception {
        assertThat(JsonPath.<Integer>read(ask(get("/api/v1/tags"), "analyst"), "$.length()"))
                .isGreaterThan(60);
        String one = ask(get("/api/v1/tags/granted_unused"), "head");
        assertThat(JsonPath.<Double>read(one, "$.tag.coverage")).isBetween(0.0, 1.0);
        assertThat(JsonPath.<Object>read(one, "$.quality.reads").toString()).contains("unused_credit");
        assertThat(JsonPath.<String>read(one, "$.yaml")).startsWith("granted_unused:");
        assertThat(JsonPath.<Object>read(ask(get("/api/v1/tags/unused_credit"), "analyst"), "$.readers")
                        .toString())
                .contains("granted_unused");
        assertThat(ask(get("/api/v1/tags/granted_unused/history"), "analyst"))
                .contains("\"asOf\":\"" + shelf.report().orElseThrow().asOf() + "\"");
        assertThat(web.perform(get("/api/v1/tags/no_such_tag").with(user(staff.loadUserByUsername("analyst"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aTagIsCheckedTriedProposedAndApprovedBySomebodyElse() throws Exception {
        assertThat(send("check", YAML.formatted(40).replace("age", "agee"), null, "analyst"))
                .contains("PRE-1005");
        assertThat(send("", YAML.formatted(40), null, "analyst")).contains("\"state\":\"DRAFT\"");
        assertThat(send("", YAML.formatted(41), 0, "analyst"))
                .as("a text that starts from nothing, though somebody has saved one")
                .contains("TAG-2001");
        assertThat(ask(post("/api/v1/tags/often_at_the_desk/versions/1/approve"), "analyst"))
                .contains("TAG-2002");
        assertThat(ask(post("/api/v1/tags/often_at_the_desk/versions/1/approve"), "compliance"))
                .contains("\"state\":\"APPROVED\"", "\"decidedBy\":\"compliance\"");
        assertThat(send("", YAML.formatted(42), null, "analyst")).contains("TAG-2006");
        String impact = send("impact", YAML.formatted(200), null, "analyst");
        assertThat(JsonPath.<String>read(impact, "$[0].id")).isEqualTo("often_at_the_desk");
        assertThat(JsonPath.<Integer>read(impact, "$[0].moved")).isBetween(1, FilledBank.CUSTOMERS);
    }

    private String send(String what, String yaml, @Nullable Integer seen, String userName) throws Exception {
        String body = JsonMapper.shared().writeValueAsString(new TagText(yaml, seen));
        return ask(
                post("/api/v1/tags" + (what.isEmpty() ? "" : "/" + what))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body),
                userName);
    }

    @Test
    void aTextThatDefinesAnotherTagThanTheOneEditedIsKeptOnThePage() throws Exception {
        String other =
                YAML.formatted(40).replace("often_at_the_desk", "another_tag").replace("常到柜台", "另一个标签");
        assertThat(ask(
                        post("/tags/save")
                                .param("id", "mortgage")
                                .param("yaml", other)
                                .param("seen", "0"),
                        "analyst"))
                .contains("TAG-2017", "another_tag");
    }

    private record TagText(String yaml, @Nullable Integer seen) {}

    private String ask(MockHttpServletRequestBuilder request, String userName) throws Exception {
        return web.perform(
                        request.with(user(staff.loadUserByUsername(userName))).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}

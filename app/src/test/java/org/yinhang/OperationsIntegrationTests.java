package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yinhang.access.DemoStaff;
import org.yinhang.testing.ApplicationTest;

@ApplicationTest
class OperationsIntegrationTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @Test
    void healthIsOpenAndSaysLittle() throws Exception {
        MockHttpServletResponse response = perform(get("/actuator/health"));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).contains("UP").doesNotContain("PostgreSQL");
    }

    @Test
    void metricsAreForTheAdministrator() throws Exception {
        assertThat(perform(get("/actuator/prometheus")).getStatus()).isEqualTo(401);
        assertThat(perform(get("/actuator/prometheus").with(basic("manager"))).getStatus())
                .isEqualTo(403);
        assertThat(perform(get("/actuator/prometheus").with(basic("admin"))).getContentAsString())
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void theApiDescribesItself() throws Exception {
        String document = perform(get("/api/docs/openapi").with(basic("admin"))).getContentAsString();
        assertThat(document).contains("/api/v1/jobs").contains("/api/v1/audit").doesNotContain("/system/jobs");
        assertThat(perform(get("/api/docs").with(basic("admin"))).getRedirectedUrl())
                .contains("swagger-ui");
    }

    @Test
    void faultsOfTheApiAreProblems() throws Exception {
        MockHttpServletResponse missing = perform(get("/api/v1/jobs/999999").with(basic("admin")));
        assertThat(missing.getStatus()).isEqualTo(404);
        assertThat(perform(get("/api/v1/jobs").with(basic("admin"))).getContentType())
                .isEqualTo("application/json");
    }

    @Test
    void aListIsTheSameWorkbookTwice() throws Exception {
        MockHttpServletRequestBuilder users =
                get("/system/users.xlsx?q=manager").with(user(staff.loadUserByUsername("admin")));
        byte[] first = perform(users).getContentAsByteArray();
        assertThat(perform(users).getContentAsByteArray()).isEqualTo(first);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(first))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("用户名");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("manager");
        }
    }

    @Test
    void everyPageForbidsForeignAndInlineScript() throws Exception {
        MockHttpServletResponse response = perform(get("/sign-in"));
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(response.getContentAsString()).doesNotContain("style=\"").doesNotContain("onclick");
    }

    @Test
    void ownScriptsMayBeKeptForAYear() throws Exception {
        String page = perform(get("/sign-in")).getContentAsString();
        String script = page.replaceAll("(?s).*src=\"(/assets/[^\"]+/js/yinhang.js)\".*", "$1");
        assertThat(perform(get(script)).getHeader("Cache-Control")).contains("max-age=31536000");
    }

    private static RequestPostProcessor basic(String name) {
        return httpBasic(name, DemoStaff.PASSWORD);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }
}

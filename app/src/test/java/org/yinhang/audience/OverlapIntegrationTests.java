package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class OverlapIntegrationTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Selections selections;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void tags() {
        FilledBank.withTags(jobs, clock, shelf);
    }

    @Test
    void pairsAndCombinationsAddUpAndEachCombinationIsFoundAgainByItsPredicate() throws Exception {
        long[] ids = {
            saved("重叠甲's", "mortgage", false), saved("重叠乙", "age >= 40", false), saved("重叠丙", "not mortgage", true)
        };

        String answer = ask("analyst", ids);

        int first = JsonPath.read(answer, "$.audiences[0].customers");
        assertThat((long) first).isEqualTo(count("mortgage")).isPositive();
        assertThat(JsonPath.<Integer>read(answer, "$.pairs[0][0]")).isEqualTo(first);
        assertThat((long) JsonPath.<Integer>read(answer, "$.pairs[1][0]")).isEqualTo(count("mortgage and age >= 40"));
        assertThat(JsonPath.<Integer>read(answer, "$.pairs[0][2]")).isZero();
        List<Integer> customers = JsonPath.read(answer, "$.combinations[*].customers");
        List<String> predicates = JsonPath.read(answer, "$.combinations[*].predicate");
        assertThat(customers.stream().mapToLong(Integer::longValue).sum())
                .isEqualTo(count("mortgage or age >= 40 or not mortgage"));
        for (int i = 0; i < customers.size(); i++) {
            assertThat(count(predicates.get(i))).as(predicates.get(i)).isEqualTo((long) customers.get(i));
        }
    }

    @Test
    void whatCannotBeComparedIsSaid() throws Exception {
        long own = saved("重叠自留", "mortgage", false);
        long shared = saved("重叠共享", "mortgage", true);

        assertThat(ask("head", own, shared)).contains("GRP-1003");
        assertThat(ask("analyst", shared)).contains("GRP-1016");
        assertThat(ask("analyst", 999_999_999)).contains("GRP-1003");
        long[] many = Stream.iterate(0, i -> i + 1)
                .limit(13)
                .mapToLong(i -> saved("重叠第" + i, "age >= " + i, true))
                .toArray();
        assertThat(ask("analyst", many)).contains("GRP-1015");
    }

    private long saved(String name, String predicate, boolean shared) {
        return audiences
                .add(new Audiences.Draft(name, "", predicate, shared), viewer("analyst"))
                .id();
    }

    private long count(String predicate) {
        return selections
                .within(viewer("analyst"), selection -> selection.count(selection.read(predicate)))
                .orElseThrow();
    }

    private String ask(String userName, long... ids) throws Exception {
        String of = Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(","));
        return web.perform(
                        get("/api/v1/audiences/overlap").param("of", of).with(user(staff.loadUserByUsername(userName))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }
}

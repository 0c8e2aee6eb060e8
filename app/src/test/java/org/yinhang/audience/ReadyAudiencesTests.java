package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** The audiences a bank starts with are put in, can all be counted, and are as many as the guide says. */
@ApplicationTest
class ReadyAudiencesTests {

    /** Those a bank of nobody but ordinary customers may have none of. */
    private static final List<String> MAY_BE_EMPTY = List.of("lost", "dormant", "seasonal-business");

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
    private UserDetailsService staff;

    @BeforeEach
    void tags() {
        FilledBank.withTags(jobs, clock, shelf);
    }

    @Test
    void everyReadyAudienceIsThereAndFindsSomebodyButNotEverybody() throws IOException {
        Viewer analyst = (Viewer) staff.loadUserByUsername("analyst");
        List<String> names =
                audiences.visibleTo(analyst).stream().map(SavedAudience::name).toList();
        long everybody = count("true", analyst);
        List<String> odd = new ArrayList<>();
        ready().forEach((key, node) -> {
            assertThat(names).contains(node.get("name").text());
            long found = count(node.get("predicate").text(), analyst);
            if (found == everybody || (found == 0 && !MAY_BE_EMPTY.contains(key))) {
                odd.add("%s finds %d of %d".formatted(key, found, everybody));
            }
        });
        assertThat(odd).isEmpty();
    }

    @Test
    void theGuideSaysHowManyThereAre() throws IOException {
        assertThat(Files.readString(Path.of("../docs/user-guide/06-audiences.md")))
                .contains("预置了 %d 个常用客群".formatted(ready().size()));
    }

    private static Map<String, YamlNode> ready() throws IOException {
        String file = "ready-audiences.yaml";
        return YamlNode.parse(Files.readString(Path.of("src/main/resources/org/yinhang/audience", file)), file)
                .get("audiences")
                .entries();
    }

    private long count(String predicate, Viewer analyst) {
        return selections
                .within(analyst, selection -> selection.count(selection.read(predicate)))
                .orElseThrow();
    }
}

package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.access.DataScope;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Person;

/** Who attacks, who follows up, what each is good at: set by heads within their branches, kept to by assignment. */
@ApplicationTest
class WorkersIntegrationTests {

    @Autowired
    private BeanFactory application;

    @Autowired
    private Workers workers;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Pool pool;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private WorkTeams teams;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("everybody");
        teams = WorkTeams.of(application);
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private static WorkerChange wanted(WorkTeam team, String... skills) {
        return new WorkerChange(List.of(), Optional.of(team), Optional.of(Set.of(skills)));
    }

    @Test
    void whatTheHeadSaysIsListedFilteredAndInTheAudit() {
        assertThat(workers.of(Set.of(teams.attack()), teams.head()))
                .singleElement()
                .satisfies(one -> assertThat(one.team()).isEqualTo(WorkTeam.BOTH));
        teams.set(teams.attack(), WorkTeam.ATTACK, "family.car", "L101");
        ListQuery attack = new ListQuery("", Map.of("team", "attack", "skill", "family.car"), "", false, 1, 20);
        assertThat(workers.page(attack, teams.head()).items()).singleElement().satisfies(one -> {
            assertThat(one.staff()).isEqualTo(teams.attack());
            assertThat(one.skills()).containsExactlyInAnyOrder("family.car", "L101");
            assertThat(one.version()).isEqualTo(1);
        });
        assertThat(jdbc.sql(
                                "SELECT detail FROM audit_entry WHERE action = 'opportunity.worker' AND subject = ? ORDER BY number DESC LIMIT 1")
                        .param("staff " + teams.attack())
                        .query(String.class)
                        .single())
                .isEqualTo("attack; L101, family.car");
        assertThat(TeamLoad.of(pool.team(teams.head())))
                .extracting(TeamLoad::team)
                .containsExactly(WorkTeam.ATTACK, WorkTeam.BOTH);
    }

    @Test
    void nobodyChangesPeopleOfOtherBranchesOrWhatWasChangedMeanwhile() {
        Viewer elsewhere = Person.headOf("/999/");
        assertThatThrownBy(() -> workers.change(Set.of(teams.attack()), wanted(WorkTeam.ATTACK), elsewhere))
                .hasMessageContaining("OPP-6101");
        WorkerChange seen = workers.change(Set.of(teams.attack()), wanted(WorkTeam.ATTACK), teams.head());
        teams.set(teams.attack(), WorkTeam.FOLLOW_UP);
        assertThatThrownBy(() -> workers.save(Set.of(seen.before().getFirst().seen()), seen, teams.head()))
                .hasMessageContaining("OPP-6102");
        assertThatThrownBy(() -> workers.change(Set.of(teams.attack()), wanted(WorkTeam.BOTH, "rockets"), teams.head()))
                .hasMessageContaining("OPP-6103");
    }

    @Test
    void firstContactsGoToWhoAttacksAndNothingStaysUnassigned() {
        List<String> branch =
                jdbc.sql("""
                        SELECT s.code FROM staff_member s JOIN staff_member m ON m.branch_id = s.branch_id
                        WHERE m.code = ? AND s.role = 'account_manager'""").param(teams.attack()).query(String.class).list();
        branch.forEach(code -> teams.set(code, WorkTeam.FOLLOW_UP));
        teams.set(teams.attack(), WorkTeam.ATTACK);
        jdbc.sql("UPDATE opportunity SET place = 'unassigned', owner = NULL, assigned_why = ''")
                .update();
        OpportunityReach all = new OpportunityReach(DataScope.wholeBank(), "");
        assignments.assignAll(all, "test");
        assertThat(opportunities.figures(all).unassigned()).isZero();
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM opportunity o JOIN opportunity_worker w ON w.staff = o.owner
                        WHERE w.team = 'follow-up' AND o.assigned_why NOT IN ('own-manager', 'other-team')""").query(Long.class).single()).isZero();
        ListQuery byTeam = new ListQuery("", Map.of("team", "attack"), "", false, 1, 500);
        assertThat(opportunities.page(byTeam, all).items()).isNotEmpty().allMatch(one -> one.team()
                .equals(Optional.of(WorkTeam.ATTACK)));
    }

    @Test
    void thePagesAreForHeadsOfTheBranchAndAdministrators() throws Exception {
        String address = "/opportunity-members/" + teams.attack();
        for (String name : List.of("head", "admin")) {
            UserDetails one = staff.loadUserByUsername(name);
            assertThat(web.perform(get(address).with(user(one)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        }
        UserDetails manager = staff.loadUserByUsername("manager");
        assertThat(web.perform(get(address).with(user(manager)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        UserDetails head = staff.loadUserByUsername("head");
        assertThat(web.perform(get("/opportunity-members/none").with(user(head)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(web.perform(post("/opportunity-members/preview")
                                .with(user(head))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("OPP-6101");
        byte[] workbook = web.perform(get("/opportunity-members.xlsx").with(user(head)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().read()).hasSizeGreaterThan(2);
        }
    }
}

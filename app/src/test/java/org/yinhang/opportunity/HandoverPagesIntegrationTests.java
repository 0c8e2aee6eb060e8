package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yinhang.access.DemoStaff;
import org.yinhang.access.NewUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.opportunity.handover.Handover;
import org.yinhang.opportunity.handover.HandoverOrder;
import org.yinhang.opportunity.handover.Handovers;
import org.yinhang.opportunity.handover.PackEntry;
import org.yinhang.opportunity.handover.Packs;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;

/** The pages of handovers: who reads what in a pack, and who finds nothing. */
@ApplicationTest
class HandoverPagesIntegrationTests {

    private static final String ELSEWHERE = "head-elsewhere";
    private static final String SECRET = "女儿明年出国读书";

    @Autowired
    private BeanFactory application;

    @Autowired
    private Handovers handovers;

    @Autowired
    private Packs packs;

    @Autowired
    private Calls calls;

    @Autowired
    private StaffUsers staffUsers;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    private HandoverTeam team;

    @BeforeEach
    void prepare() {
        team = HandoverTeam.of(application);
    }

    @AfterEach
    void forget() {
        team.rows().forget();
        jdbc.sql("DELETE FROM staff_role WHERE user_id IN (SELECT id FROM staff_user WHERE user_name = ?)")
                .param(ELSEWHERE)
                .update();
        jdbc.sql("DELETE FROM staff_user WHERE user_name = ?").param(ELSEWHERE).update();
    }

    @Test
    void thePackTellsTheReceiverEverythingAndTheHeadNoNotes() throws Exception {
        String receiver = team.others().getFirst();
        Opportunity known = team.rows().of(team.from()).getFirst();
        calls.record(
                known,
                new ContactNote(
                        UUID.randomUUID(),
                        CallOutcome.REACHED,
                        Optional.of(Need.EDUCATION),
                        Optional.empty(),
                        NextStep.WEEK,
                        Optional.empty(),
                        SECRET,
                        Optional.empty(),
                        Optional.empty()),
                ContactWay.CALL,
                team.from(),
                team.head());
        // The manager of the demo receives here: customers of a colleague come to somebody who can sign in.
        HandoverOrder order =
                new HandoverOrder("", List.of(known.customer()), List.of(receiver), Optional.empty(), "换手", false);
        team.confirmed(order);
        HandoverOrder back =
                new HandoverOrder("", List.of(known.customer()), List.of(team.from()), Optional.empty(), "换回", false);
        Handover handover = team.confirmed(back);
        Viewer manager = (Viewer) staff.loadUserByUsername("manager");
        assertThat(handovers.unread(team.from())).isEqualTo(1);
        PackEntry mine = packs.page(handover, ListQuery.first(), handovers.reach(manager), true, manager)
                .items()
                .getFirst();
        assertThat(mine.isOfViewer()).isTrue();
        assertThat(mine.contacts().getFirst().note()).isEqualTo(SECRET);
        assertThat(mine.promised()).extracting(Opportunity::id).contains(known.id());
        PackEntry seen = packs.page(handover, ListQuery.first(), handovers.reach(team.head()), true, team.head())
                .items()
                .getFirst();
        assertThat(seen.contacts()).hasSize(1);
        assertThat(seen.contacts().getFirst().note()).isEmpty();
        String page = "/handovers/" + handover.id();
        var viewer = user(staff.loadUserByUsername("manager"));
        assertThat(perform(get(page).with(viewer))).contains(SECRET, "一周后", "教育");
        assertThat(perform(get("/my-day").with(viewer))).contains("1 位接手的客户");
        byte[] workbook = web.perform(get(page + "/pack.xlsx").with(viewer))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> lines = book.getFirstSheet().read();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(1).getCellText(0)).isEqualTo("" + known.customer());
            assertThat(lines.toString()).doesNotContain(SECRET);
        }
        web.perform(post(page + "/read").with(viewer).with(csrf())).andReturn();
        assertThat(handovers.unread(team.from())).isZero();
        assertThat(perform(get("/my-day").with(viewer))).doesNotContain("位接手的客户");
    }

    @Test
    void everyAddressOfAHandoverIsClosedToPeopleOfOtherBranches() throws Exception {
        Handover handover = team.confirmed(team.all());
        String branch = jdbc.sql("""
                SELECT code FROM branch WHERE path NOT LIKE ? AND depth = 1 ORDER BY code LIMIT 1""")
                .param(team.head().branchPath() + "%")
                .query(String.class)
                .single();
        staffUsers.add(
                new NewUser(ELSEWHERE, "别处负责人", branch, null, Set.of(Role.BRANCH_HEAD), DemoStaff.PASSWORD, false),
                "test");
        String page = "/handovers/" + handover.id();
        int number = team.led(team.others().getFirst()).getFirst();
        for (String userName : List.of(ELSEWHERE, "manager")) {
            var viewer = user(staff.loadUserByUsername(userName));
            for (String path : List.of(page, page + "/pack.xlsx")) {
                assertThat(status(get(path).with(viewer))).as(userName + path).isEqualTo(404);
            }
            assertThat(status(post(page + "/read").with(viewer).with(csrf()))).isEqualTo(404);
            long theirs =
                    team.open(team.others().getFirst()).keySet().iterator().next();
            assertThat(status(post("/opportunities/" + theirs + "/step-in")
                            .with(viewer)
                            .with(csrf())))
                    .isEqualTo(userName.equals(ELSEWHERE) ? 403 : 404);
        }
        var elsewhere = user(staff.loadUserByUsername(ELSEWHERE));
        assertThat(status(post(page + "/undo").with(elsewhere).with(csrf()))).isEqualTo(404);
        assertThat(status(post("/customers/" + number + "/deputy")
                        .with(elsewhere)
                        .with(csrf())
                        .param("staff", team.others().getLast())
                        .param("reason", "协办")))
                .isEqualTo(404);
        assertThat(status(post("/customers/" + number + "/deputy/end")
                        .with(elsewhere)
                        .with(csrf())))
                .isEqualTo(404);
        assertThat(perform(
                        post("/customers/handover").with(elsewhere).with(csrf()).param("f.chosen", "" + number)))
                .doesNotContain("value=\"" + number + "\"");
        for (String path : List.of("/handovers/preview", "/handovers")) {
            assertThat(status(post(path)
                            .with(elsewhere)
                            .with(csrf())
                            .param("customers", "" + number)
                            .param("receivers", team.others().getLast())
                            .param("reason", "外调")))
                    .as(path)
                    .isEqualTo(422);
        }
        assertThat(perform(get("/handovers").with(elsewhere))).contains("还没有交接");
        assertThat(perform(get("/handovers").with(user(staff.loadUserByUsername("head")))))
                .contains(page);
    }

    private int status(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request).andReturn().getResponse().getStatus();
    }

    private String perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request)
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}

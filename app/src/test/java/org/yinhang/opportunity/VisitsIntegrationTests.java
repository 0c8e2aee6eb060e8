package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUsers;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.opportunity.visit.Position;
import org.yinhang.opportunity.visit.Visit;
import org.yinhang.opportunity.visit.VisitMark;
import org.yinhang.opportunity.visit.VisitPhoto;
import org.yinhang.opportunity.visit.Visits;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;

/** Visits to customers: through the guards, with evidence that resists being made up, seen only within reach. */
@ApplicationTest
class VisitsIntegrationTests {

    private static final String SECRET_COMMENT = "taken with a camera of 张三";

    @Autowired
    private BeanFactory application;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Visits visits;

    @Autowired
    private Calls calls;

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private StaffUsers staff;

    @Autowired
    private UserDetailsService users;

    @Autowired
    private MockMvc web;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private Viewer manager;
    private String code;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("everybody");
        manager = staff.named("manager").orElseThrow();
        code = staff.named("manager").orElseThrow().staffCode().orElseThrow();
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private static ContactNote note(CallOutcome outcome, NextStep next) {
        return new ContactNote(
                UUID.randomUUID(),
                outcome,
                Optional.of(Need.CAR),
                Optional.empty(),
                next,
                Optional.empty(),
                "店里谈",
                Optional.empty(),
                Optional.empty());
    }

    /** One whose customer was called and agreed to a visit. */
    private Opportunity visitable() {
        Opportunity one = rows.callable(code);
        calls.record(one, note(CallOutcome.REACHED, NextStep.WEEK), ContactWay.CALL, code, manager);
        visits.agree(one, code, manager);
        return present(one);
    }

    private Opportunity present(Opportunity one) {
        return opportunities
                .find(one.id(), new OpportunityReach(DataScope.wholeBank(), code))
                .orElseThrow();
    }

    private Visit begun(Opportunity one) {
        assertThat(visits.begin(one, Optional.empty(), code, manager)).isEmpty();
        return visits.open(one, code).orElseThrow();
    }

    private Visit seen(Visit visit) {
        return visits.find(visit.id(), new OpportunityReach(DataScope.wholeBank(), code))
                .orElseThrow();
    }

    private List<VisitPhoto> photographed(long visit, byte[] file, String by) throws IOException {
        return visits.add(visit, new ByteArrayInputStream(file), by);
    }

    /** A street as no other seed has it. */
    private static BufferedImage street(int seed, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            pen.fillRect(
                    (int) (random.nextDouble() * width), (int) (random.nextDouble() * height), width / 5, height / 5);
        }
        pen.dispose();
        return picture;
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    /** The same JPEG with a comment behind its first marker, as cameras leave there. */
    private static byte[] withComment(byte[] jpeg) {
        byte[] text = SECRET_COMMENT.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)});
        out.writeBytes(text);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void nobodyIsVisitedWithoutHavingAgreedInATalk() {
        Opportunity one = rows.callable(code);
        assertThat(visits.begin(one, Optional.empty(), code, manager))
                .extracting(refusal -> refusal.token())
                .contains("CHANNEL_NOT_CONSENTED");
        assertThat(visits.open(one, code)).isEmpty();
        assertThatThrownBy(() -> visits.address(one, code, manager)).hasMessageContaining("OPP-8007");
        assertThatThrownBy(() -> visits.agree(one, code, manager)).hasMessageContaining("OPP-8008");
        calls.record(one, note(CallOutcome.REACHED, NextStep.WEEK), ContactWay.CALL, code, manager);
        visits.agree(one, code, manager);
        assertThat(visits.begin(present(one), Optional.empty(), code, manager)).isEmpty();
    }

    @Test
    void aVisitIsOneTouchAndEndsOnceWithItsRecord() throws Exception {
        Opportunity one = visitable();
        Visit visit = begun(one);
        assertThat(begun(one).id()).as("begun twice").isEqualTo(visit.id());
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM contact_entry WHERE customer = ? AND channel = 'visit' AND verdict = 'cleared'")
                        .param(one.customer())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        ContactNote note = note(CallOutcome.REACHED, NextStep.APPOINTMENT);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            Callable<Object> end = Executors.callable(() -> visits.end(visit, one, note, code, manager));
            int refused = 0;
            for (var done : four.invokeAll(List.of(end, end, end, end))) {
                try {
                    done.get();
                } catch (ExecutionException _) {
                    refused++;
                }
            }
            assertThat(refused).as("the same record, sent four times at once").isZero();
        }
        assertThat(seen(visit).endedAt()).isPresent();
        assertThat(present(one).stage()).isEqualTo(OpportunityStage.APPOINTED);
        assertThat(calls.sheet(present(one), ContactWay.VISIT, code).contacts().getFirst())
                .satisfies(contact -> {
                    assertThat(contact.way()).isEqualTo(ContactWay.VISIT);
                    assertThat(contact.isOutgoing()).isTrue();
                });
        assertThat(present(one).attempts()).isEqualTo(2);
        assertThatThrownBy(() -> visits.end(visit, one, note(CallOutcome.REACHED, NextStep.WEEK), code, manager))
                .hasMessageContaining("OPP-8002");
        assertThatThrownBy(() -> photographed(visit.id(), file(street(1, 200, 200), "png"), code))
                .hasMessageContaining("OPP-8002");
    }

    @Test
    void whoRefusedSinceTheTalkHasToBeAskedAgain() {
        Opportunity one = visitable();
        assertThat(calls.sheet(one, ContactWay.VISIT, code).refusals())
                .as("agreed")
                .isEmpty();
        consents.record(
                new Statement(
                        one.customer(),
                        ConsentScope.of(ConsentScope.MARKETING, ConsentScope.ANY),
                        false,
                        "",
                        "opportunity, said at the counter"),
                manager);
        assertThat(visits.hasSpoken(calls.sheet(one, ContactWay.VISIT, code), code))
                .isFalse();
        assertThatThrownBy(() -> visits.agree(one, code, manager)).hasMessageContaining("OPP-8008");
        calls.record(one, note(CallOutcome.REACHED, NextStep.WEEK), ContactWay.CALL, code, manager);
        visits.agree(one, code, manager);
        assertThat(consents.answer(one.customer(), ConsentScope.of(ConsentScope.MARKETING, "visit")))
                .isEqualTo(Known.YES);
    }

    @Test
    void tappedFourTimesAtOnceItBeginsOnce() throws Exception {
        Opportunity one = visitable();
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            Callable<List<Refusal>> begin = () -> visits.begin(one, Optional.empty(), code, manager);
            for (var begun : four.invokeAll(List.of(begin, begin, begin, begin))) {
                assertThat(begun.get()).isEmpty();
            }
        }
        assertThat(jdbc.sql("SELECT count(*) FROM opportunity_visit WHERE staff = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyIsAtTwoPlacesAndWhatWasNeverEndedLapsesWithItsDay() {
        Opportunity one = visitable();
        Opportunity other = rows.of(code).stream()
                .filter(each -> each.id() != one.id() && each.stage().isOpen())
                .findFirst()
                .orElseThrow();
        Visit visit = begun(one);
        assertThatThrownBy(() -> visits.begin(other, Optional.empty(), code, manager))
                .hasMessageContaining("OPP-8003");
        jdbc.sql("UPDATE opportunity_visit SET began_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.now().toInstant().minus(Duration.ofDays(1))), visit.id())
                .update();
        visits.begin(other, Optional.empty(), code, manager);
        assertThat(seen(visit).isLapsed()).isTrue();
        assertThatThrownBy(() -> visits.end(visit, one, note(CallOutcome.REACHED, NextStep.WEEK), code, manager))
                .hasMessageContaining("OPP-8002");
    }

    @Test
    void thePlaceIsMeasuredAgainstTheTownAndWhoDoesNotGiveItIsMarked() {
        Opportunity one = visitable();
        Visit without = begun(one);
        assertThat(without.accuracy()).isEmpty();
        assertThat(without.marks()).contains(VisitMark.NO_PLACE);
        visits.end(without, one, note(CallOutcome.REACHED, NextStep.WEEK), code, manager);
        assertThat(seen(without).marks()).contains(VisitMark.SHORT, VisitMark.NO_PHOTO);
        Opportunity other = visitable();
        assertThat(visits.begin(other, Optional.of(new Position(-33.86, 151.21, 30)), code, manager))
                .isEmpty();
        Visit with = visits.open(other, code).orElseThrow();
        assertThat(with.marks()).contains(VisitMark.FAR).doesNotContain(VisitMark.NO_PLACE);
        assertThat(with.distance().orElseThrow()).isBetween(7_000.0, 9_500.0);
        assertThat(jdbc.sql("SELECT position FROM opportunity_visit WHERE id = ?")
                        .param(with.id())
                        .query((row, _) -> new String(row.getBytes("position"), StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain("151.2");
        assertThatThrownBy(() -> new Position(91, 0, 1)).hasMessageContaining("OPP-8006");
        VisitRules rules = WorkSettings.SHIPPED.visits();
        assertThat(new Position(30.27, 120.15, 1)
                        .kilometresTo(rules.town(List.of("宁波市")).orElseThrow().getValue()))
                .as("Hangzhou to Ningbo")
                .isBetween(135.0, 150.0);
        assertThat(rules.town(List.of("", "杭州分行营业部")).map(Map.Entry::getKey)).contains("杭州市");
    }

    @Test
    void aPhotoIsMadeAnewEncryptedAndKnownAgainInAnotherSize() throws Exception {
        Opportunity one = visitable();
        Visit first = begun(one);
        byte[] photo = withComment(file(street(7, 2400, 1600), "jpeg"));
        assertThat(new String(photo, StandardCharsets.UTF_8)).contains(SECRET_COMMENT);
        List<VisitPhoto> kept = photographed(first.id(), photo, code);
        assertThat(photographed(first.id(), photo, code)).as("sent again").hasSize(1);
        byte[] shown = visits.look(first, kept.getFirst().id(), manager).orElseThrow();
        assertThat(new String(shown, StandardCharsets.UTF_8)).doesNotContain(SECRET_COMMENT);
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(1600);
        assertThat(jdbc.sql("SELECT photo FROM opportunity_visit_photo")
                        .query((row, _) -> row.getBytes("photo"))
                        .single())
                .as("no JPEG in the table")
                .satisfies(stored -> assertThat(java.util.Arrays.copyOf(stored, 2))
                        .isNotEqualTo(new byte[] {(byte) 0xFF, (byte) 0xD8}));
        photographed(first.id(), file(street(8, 800, 600), "png"), code);
        assertThat(seen(first).photos()).isEqualTo(2);
        assertThat(seen(first).marks()).doesNotContain(VisitMark.SAME_PHOTO);
        visits.end(first, one, note(CallOutcome.REACHED, NextStep.WEEK), code, manager);
        Visit second = begun(visitable());
        List<VisitPhoto> again = photographed(second.id(), file(street(7, 1200, 800), "png"), code);
        assertThat(again).singleElement().satisfies(same -> assertThat(same.sameAs())
                .contains(first.id()));
        assertThat(seen(second).marks()).contains(VisitMark.SAME_PHOTO);
        OpportunityReach reach = new OpportunityReach(DataScope.wholeBank(), code);
        assertThat(visits.page(new ListQuery("", Map.of("mark", "same-photo"), "", false, 1, 20), reach)
                        .items())
                .extracting(Visit::id)
                .containsExactly(second.id());
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'visit.photo' AND detail = ?")
                        .param("visit %d, photo %d"
                                .formatted(first.id(), kept.getFirst().id()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void afterTheDaysOfTheSettingsThePictureIsGoneAndStillKnownAgain() throws Exception {
        Opportunity one = visitable();
        Visit first = begun(one);
        VisitPhoto old = photographed(first.id(), file(street(21, 800, 600), "jpeg"), code)
                .getFirst();
        VisitPhoto young = photographed(first.id(), file(street(22, 800, 600), "jpeg"), code)
                .getLast();
        visits.end(first, one, note(CallOutcome.REACHED, NextStep.WEEK), code, manager);
        int days = WorkSettings.SHIPPED.visits().photoDays();
        assertThat(days).isEqualTo(180);
        jdbc.sql(
                        "UPDATE opportunity_visit_photo SET at = at - make_interval(days => CASE WHEN id = ? THEN ? ELSE ? END)")
                .params(old.id(), days + 1, days - 1)
                .update();
        long noted = deletions();
        assertThat(visits.deleteOldPictures(Progress.SILENT)).isEqualTo(1);
        assertThat(visits.deleteOldPictures(Progress.SILENT)).as("repeated").isZero();
        assertThat(deletions()).as("in the audit once").isEqualTo(noted + 1);
        assertThat(jdbc.sql("SELECT photo IS NULL FROM opportunity_visit_photo ORDER BY id")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
        assertThat(visits.photos(first.id()))
                .extracting(photo -> photo.deletedAt().isPresent())
                .containsExactly(true, false);
        assertThat(visits.look(first, old.id(), manager)).isEmpty();
        assertThat(visits.look(first, young.id(), manager)).isPresent();
        assertThat(seen(first).photos()).isEqualTo(2);
        assertThat(seen(first).marks()).doesNotContain(VisitMark.NO_PHOTO);
        Visit second = begun(visitable());
        assertThat(photographed(second.id(), file(street(21, 1200, 900), "png"), code))
                .as("the same picture is known by its print")
                .singleElement()
                .satisfies(same -> assertThat(same.sameAs()).contains(first.id()));
    }

    private long deletions() {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'visit.photos-deleted'")
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsNoPhotoIsRefused() throws Exception {
        Visit visit = begun(visitable());
        for (byte[] bad : List.of(
                "<html>not a picture</html>".getBytes(StandardCharsets.UTF_8),
                new byte[13 * 1024 * 1024],
                file(street(1, 300, 300), "gif"),
                file(street(1, 40, 40), "png"),
                java.util.Arrays.copyOf(file(street(1, 300, 300), "png"), 60),
                new byte[0])) {
            assertThatThrownBy(() -> photographed(visit.id(), bad, code))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("OPP-8004");
        }
        assertThatThrownBy(() -> visits.add(visit.id(), new Endless(), code))
                .as("read no further than a photo may be long")
                .hasMessageContaining("OPP-8004");
        for (int seed = 20; seed < 26; seed++) {
            photographed(visit.id(), file(street(seed, 200, 200), "png"), code);
        }
        assertThat(photographed(visit.id(), file(street(25, 200, 200), "png"), code))
                .as("the sixth sent again")
                .hasSize(6);
        assertThatThrownBy(() -> photographed(visit.id(), file(street(30, 200, 200), "png"), code))
                .hasMessageContaining("OPP-8005");
    }

    @Test
    void strangersOtherRolesAndOtherBranchesFindNothing() throws Exception {
        Opportunity one = visitable();
        Visit visit = begun(one);
        long photo = photographed(visit.id(), file(street(3, 200, 200), "png"), code)
                .getFirst()
                .id();
        String picture = "/visits/%d/photos/%d".formatted(visit.id(), photo);
        assertThat(status("manager", HttpMethod.GET, picture)).isEqualTo(200);
        assertThat(status("manager", HttpMethod.GET, "/visits/" + visit.id())).isEqualTo(200);
        for (String other : List.of("analyst", "operator", "compliance", "admin")) {
            assertThat(status(other, HttpMethod.GET, picture)).as(other).isEqualTo(403);
            assertThat(status(other, HttpMethod.GET, "/visits")).as(other).isEqualTo(403);
        }
        String away = jdbc.sql("SELECT path FROM branch WHERE path <> '/' ORDER BY path DESC LIMIT 1")
                .query(String.class)
                .single();
        OpportunityReach elsewhere = new OpportunityReach(new DataScope.BranchSubtree(away + "none/"), "");
        assertThat(visits.find(visit.id(), elsewhere)).isEmpty();
        assertThat(visits.page(ListQuery.first(), elsewhere).items()).isEmpty();
        assertThatThrownBy(() -> photographed(visit.id(), file(street(4, 200, 200), "png"), "somebody-else"))
                .hasMessageContaining("OPP-8001");
        assertThatThrownBy(() ->
                        visits.end(visit, one, note(CallOutcome.REACHED, NextStep.WEEK), "somebody-else", manager))
                .hasMessageContaining("OPP-8001");
        assertThat(status("head", HttpMethod.POST, "/opportunities/" + one.id() + "/visit"))
                .as("whoever does not work it")
                .isEqualTo(404);
        assertThat(web.perform(get(picture)).andReturn().getResponse().getStatus())
                .as("a stranger")
                .isIn(302, 401);
        MockMultipartFile text =
                new MockMultipartFile("photo", "a.jpg", "image/jpeg", "no".getBytes(StandardCharsets.UTF_8));
        assertThat(web.perform(multipart("/visits/" + visit.id() + "/photos")
                                .file(text)
                                .with(user(users.loadUserByUsername("manager")))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("OPP-8004");
    }

    private int status(String userName, HttpMethod method, String address) throws Exception {
        var request =
                method.equals(HttpMethod.GET) ? get(address) : post(address).with(csrf());
        return web.perform(request.with(user(users.loadUserByUsername(userName))))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}

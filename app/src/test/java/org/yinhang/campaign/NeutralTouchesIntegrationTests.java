package org.yinhang.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.jobs.Jobs;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.Policies;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.LivingBankTest;
import org.yinhang.testing.Person;

/** Who refused automated decisions gets the neutral text where nothing of the person chose them, and nothing otherwise. */
@LivingBankTest
class NeutralTouchesIntegrationTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger ROUND = new AtomicInteger();
    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);
    private static final Viewer COMPLIANCE = Person.of("compliance", Role.COMPLIANCE);
    private static final String PRODUCT = "L101";
    private static final String TEXT = "【引航】您好，{product}最高{limit}，年化综合成本{annual}（单利），以审批为准。拒收请回复R";

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PastCampaigns past;

    @Autowired
    private CampaignProduct products;

    @Autowired
    private Creatives creatives;

    @Autowired
    private Audiences audiences;

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private CustomerOffers offers;

    @Autowired
    private Policies policies;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService users;

    private List<String> branches = List.of();
    private Set<Integer> refused = Set.of();

    /** Of two branches of middling size half of the customers refuse automated decisions, today. */
    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
        // Later than what was said before: of two answers the newer holds.
        clock.moveTo(clock.today(), LocalTime.of(10, 0).plusMinutes(20L * ROUND.incrementAndGet()));
        branches = jdbc.sql("""
                        SELECT b.code FROM customer c JOIN branch b ON b.id = c.branch_id GROUP BY b.code
                        HAVING count(*) BETWEEN 40 AND 200 ORDER BY count(*), b.code LIMIT 2""").query(String.class).list();
        List<Integer> all = jdbc.sql("""
                        SELECT c.number FROM customer c JOIN branch b ON b.id = c.branch_id WHERE b.code = ANY(?) ORDER BY c.number""")
                .param(branches.toArray(String[]::new))
                .query(Integer.class)
                .list();
        Set<Integer> neutral = consents.neutral(all);
        refused = new TreeSet<>(all.stream()
                .filter(customer -> !neutral.contains(customer) && customer % 2 == 0)
                .toList());
        refused.forEach(customer -> say(customer, false));
        assertThat(consents.neutral(all)).containsAll(refused);
    }

    @AfterEach
    void agreeAgain() {
        refused.forEach(customer -> say(customer, true));
    }

    private void say(int customer, boolean granted) {
        consents.record(
                new Statement(
                        customer, ConsentScope.of(ConsentScope.PROFILING, ConsentScope.ANY), granted, "v1", "test"),
                COMPLIANCE);
    }

    private Campaign sent(String predicate) {
        String text = "neutral-" + NEXT.incrementAndGet();
        creatives.decide(creatives.save(text, "sms", "", TEXT, ANALYST), true, COMPLIANCE);
        long audience = audiences
                .add(new Audiences.Draft("中性 " + NEXT.incrementAndGet(), "", predicate, true), ANALYST)
                .id();
        String code = "neutral-" + NEXT.incrementAndGet();
        CampaignPlan plan = new CampaignPlan(
                "中性文案",
                "拒绝自动化决策的客户也看得到",
                PRODUCT,
                audience,
                0,
                List.of(),
                List.of(new WavePlan(
                        "w1",
                        WaveEntry.AUDIENCE,
                        0,
                        List.of(new WaveStep("", "", "sms", text, "10690000", 8, Optional.empty())))),
                clock.today(),
                clock.today().plusDays(20),
                5,
                10_000,
                Money.ofYuan(10_000),
                5,
                10,
                0);
        campaigns.begin(code, plan, ANALYST);
        past.play(campaigns.find(code).orElseThrow(), 1, ANALYST.userName(), Progress.SILENT);
        campaigns.submit(campaigns.find(code).orElseThrow(), ANALYST);
        campaigns.decide(campaigns.find(code).orElseThrow(), true, "in order", COMPLIANCE);
        campaigns.launch(campaigns.find(code).orElseThrow(), ANALYST);
        Campaign campaign = campaigns.find(code).orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> campaigns.waves(campaign).stream().allMatch(CampaignWave::isPrepared)
                        && campaigns.reconcile(campaign).isSettled());
        return campaign;
    }

    /** Customers reached, by whether the ledger says the touch was personalised. */
    private Map<Boolean, List<Integer>> reached(Campaign campaign) {
        return jdbc
                .sql("SELECT customer, personalised FROM contact_entry WHERE campaign = ? AND verdict = 'cleared'")
                .param(campaign.code())
                .query((row, _) -> Map.entry(row.getBoolean("personalised"), row.getInt("customer")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Test
    void everybodyOfABranchIncludesWhoRefusedAtTheNeutralPriceAndBehaviourLeavesThemOut() {
        Campaign everybody = sent("branch = '%s'".formatted(branches.getFirst()));
        Map<Boolean, List<Integer>> reached = reached(everybody);
        List<Integer> neutral = reached.getOrDefault(false, List.of());
        List<Integer> personal = reached.getOrDefault(true, List.of());
        assertThat(neutral).containsAnyElementsOf(refused);
        assertThat(personal).isNotEmpty().doesNotContainAnyElementsOf(refused);
        for (int customer : neutral) {
            int rate = jdbc.sql("""
                            SELECT (t.details -> 'rate' ->> 'ppm')::int FROM touch t JOIN dispatch d ON d.id = t.dispatch
                            WHERE d.campaign = ? AND t.customer = ?""")
                    .params(everybody.code(), customer)
                    .query(Integer.class)
                    .single();
            assertThat(rate)
                    .as("the neutral price though the tags of last night still say that they agree")
                    .isEqualTo(offers.within(customer, subject -> policies.offers()
                                    .of(customer)
                                    .assess(
                                            PRODUCT,
                                            subject.facts(),
                                            policies.asOf().day(),
                                            true)
                                    .price()
                                    .orElseThrow()
                                    .rate()
                                    .ppm())
                            .orElseThrow());
        }
        Campaign chosen = sent("branch = '%s' and logins_30 >= 0".formatted(branches.getLast()));
        assertThat(reached(chosen).getOrDefault(false, List.of())).isEmpty();
        assertThat(jdbc.sql("""
                        SELECT t.customer FROM touch t JOIN dispatch d ON d.id = t.dispatch
                        WHERE d.campaign = ? AND t.state = 'withheld' AND 'AUTOMATED_DECISION_OPT_OUT' = ANY(t.reasons)""").param(chosen.code()).query(Integer.class).list())
                .as("whom behaviour chose and who refused that gets nothing")
                .containsAnyElementsOf(refused);
    }

    @Test
    void theOfferOfWhoRefusedIsNeutralInThePreviewToo() {
        int customer = refused.iterator().next();
        assertThat(products.offered(PRODUCT, customer).neutral()).isTrue();
        say(customer, true);
        assertThat(products.offered(PRODUCT, customer).neutral()).isFalse();
        assertThat(products.offered(PRODUCT, customer).toOneChosen().neutral()).isFalse();
    }

    @Test
    void whoApprovesATextWithTermsOfAnOfferSeesTheNeutralPreview() throws Exception {
        String code = "neutral-" + NEXT.incrementAndGet();
        creatives.save(code, "sms", "", TEXT, ANALYST);
        String plain = "neutral-" + NEXT.incrementAndGet();
        creatives.save(plain, "sms", "", "【引航】您好，{product}欢迎了解，拒收请回复R", ANALYST);
        assertThat(creatives.neutralPreview("{name}您好，{product}", PRODUCT, "张三"))
                .isEmpty();
        String preview = creatives.neutralPreview(TEXT, PRODUCT, "张三").orElseThrow();
        String annual = products.example(PRODUCT).orElseThrow().terms().words().get("annual");
        assertThat(preview).contains("年化综合成本" + annual, "10万元").doesNotContain("{");
        String page = web.perform(
                        get("/creatives?product=" + PRODUCT).with(user(users.loadUserByUsername("compliance"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("neutral-preview", preview);
        assertThat(page.split("neutral-preview").length - 1)
                .as("a text that says the same to everybody has none")
                .isLessThan(creatives.newest().size());
    }
}

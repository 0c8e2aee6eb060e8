package org.yinhang.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.StaffUsers;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.jobs.Jobs;
import org.yinhang.product.Assessment;
import org.yinhang.product.Credit;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.Policies;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Product;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Benefits are promised within stock, budget and what one customer may get, and redeemed once. */
@ApplicationTest
class GrantsIntegrationTests {

    @Autowired
    private BeanFactory application;

    @Autowired
    private Benefits benefits;

    @Autowired
    private Grants grants;

    @Autowired
    private CustomerOffers offers;

    @Autowired
    private Policies policies;

    @Autowired
    private StaffUsers staff;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private BenefitRows rows;

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        rows = BenefitRows.of(application);
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private Viewer manager() {
        return staff.named("manager").orElseThrow();
    }

    private int own() {
        return jdbc.sql("""
                SELECT c.number FROM customer c JOIN staff_user u ON u.staff_code = c.manager_code
                WHERE u.user_name = 'manager' ORDER BY c.number LIMIT 1""").query(Integer.class).single();
    }

    private static List<Integer> customers(int from, int count) {
        return IntStream.range(from, from + count).boxed().toList();
    }

    /** The counters of a benefit are what its rows say. */
    private void assertCounted(Benefit benefit) {
        Benefit now = rows.now(benefit);
        List<Long> counted = jdbc.sql("""
                SELECT count(*) FILTER (WHERE state = 'held'), count(*) FILTER (WHERE state = 'redeemed')
                FROM benefit_grant WHERE benefit = ?""")
                .param(benefit.id())
                .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
        assertThat(counted).containsExactly(now.promised(), now.redeemed());
    }

    @Test
    void manyAtOncePromiseNoMoreThanThereIs() throws Exception {
        Benefit benefit = rows.open(rows.gift(50, 10, 1_000, 1));
        List<Callable<Integer>> waves = new ArrayList<>();
        for (int wave = 0; wave < 8; wave++) {
            int from = wave * 20;
            waves.add(() -> rows.promise(benefit, "w", customers(from, 20)).size());
        }
        int promised = 0;
        try (ExecutorService together = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> wave : together.invokeAll(waves)) {
                promised += wave.get();
            }
        }
        assertThat(promised).isEqualTo(50);
        assertThat(rows.now(benefit).left()).isZero();
        assertCounted(benefit);
    }

    @Test
    void theBudgetEndsAPromiseBeforeTheStockDoes() {
        Benefit benefit = rows.open(rows.gift(100, 30, 100, 1));
        assertThat(rows.promise(benefit, "w", customers(0, 10))).hasSize(3);
        assertThat(rows.now(benefit).left()).isZero();
    }

    @Test
    void aTouchTriedAgainKeepsItsCode() {
        Benefit benefit = rows.open(rows.gift(5, 10, 1_000, 1));
        List<String> first = rows.promise(benefit, "w", customers(0, 3)).values().stream()
                .map(Grant::token)
                .toList();
        assertThat(rows.promise(benefit, "w", customers(0, 3)).values())
                .extracting(Grant::token)
                .containsExactlyInAnyOrderElementsOf(first);
        assertThat(rows.now(benefit).promised()).isEqualTo(3);
    }

    @Test
    void oneCustomerGetsNoMoreThanTheirShare() {
        Benefit benefit = rows.open(rows.gift(50, 10, 1_000, 2));
        for (String wave : List.of("w1", "w2", "w3")) {
            rows.promise(benefit, wave, List.of(7));
        }
        assertThat(rows.now(benefit).promised()).isEqualTo(2);
    }

    @Test
    void allBenefitsOfOneCustomerAreBoundWithinAYear() {
        long each = grants.mostAYear().times(new BigDecimal("0.4")).fen() / 100;
        for (int i = 0; i < 3; i++) {
            rows.promise(rows.open(rows.gift(5, each, 10_000, 1)), "w", List.of(8));
        }
        Money worth = Money.ofFen(jdbc.sql("""
                SELECT sum(b.worth_fen) FROM benefit_grant g JOIN benefit b ON b.id = g.benefit WHERE g.customer = 8""").query(Long.class).single());
        assertThat(worth).isEqualTo(Money.ofYuan(2 * each));
    }

    @Test
    void nothingIsPromisedBeforeASecondPersonApproved() {
        Viewer maker = Person.of("analyst", Role.ANALYST);
        Benefit proposed = benefits.propose(rows.gift(5, 10, 100, 1), maker);
        assertThat(rows.promise(proposed, "w", customers(0, 2))).isEmpty();
        assertThatThrownBy(() -> benefits.decide(proposed, proposed.madeAt(), true, "", maker))
                .hasMessageContaining("BEN-1004");
        benefits.decide(proposed, proposed.madeAt(), false, "太贵", Person.of("compliance", Role.COMPLIANCE));
        assertThat(rows.now(proposed).state()).isEqualTo(BenefitState.RETURNED);
    }

    @Test
    void nobodyApprovesTermsTheyHaveNotSeen() {
        Benefit proposed = benefits.propose(rows.gift(5, 10, 100, 1), Person.of("analyst", Role.ANALYST));
        BenefitTerms seen = proposed.terms();
        BenefitTerms dearer = rows.gift(5, 100, 900, 1);
        benefits.change(
                proposed,
                new BenefitTerms(
                        seen.code(),
                        seen.name(),
                        seen.kind(),
                        "",
                        Rate.ZERO,
                        0,
                        dearer.worth(),
                        5,
                        dearer.budget(),
                        seen.from(),
                        seen.until(),
                        30,
                        1,
                        EarnedBy.LOAN),
                Person.of("analyst", Role.ANALYST));
        Viewer checker = Person.of("compliance", Role.COMPLIANCE);
        assertThatThrownBy(() -> benefits.decide(proposed, proposed.madeAt(), true, "", checker))
                .hasMessageContaining("BEN-1003");
        benefits.decide(proposed, rows.now(proposed).madeAt(), true, "", checker);
        assertThat(rows.now(proposed).state()).isEqualTo(BenefitState.OPEN);
    }

    @Test
    void wordsCustomersMayNotReadAreRefused() {
        BenefitTerms gift = rows.gift(5, 10, 100, 1);
        BenefitTerms bad = new BenefitTerms(
                gift.code(),
                "秒批零门槛礼包",
                gift.kind(),
                "",
                Rate.ZERO,
                0,
                gift.worth(),
                5,
                gift.budget(),
                gift.from(),
                gift.until(),
                30,
                1,
                EarnedBy.VISIT);
        assertThatThrownBy(() -> benefits.propose(bad, Person.of("analyst", Role.ANALYST)))
                .hasMessageContaining("BEN-1006");
    }

    @Test
    void aCodeIsRedeemedOnceHoweverManyTryAtOnce() throws Exception {
        Benefit benefit = rows.open(rows.gift(5, 10, 100, 1));
        String token = rows.promise(benefit, "w", List.of(own()))
                .values()
                .iterator()
                .next()
                .token();
        assertThatThrownBy(() -> grants.redeem(token, "", manager())).hasMessageContaining("BEN-2003");
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tries.add(() -> {
                try {
                    grants.redeem(" " + token.toLowerCase(Locale.ROOT).replace("-", " "), "HT20260001", manager());
                    return true;
                } catch (FaultException e) {
                    assertThat(e).hasMessageContaining("BEN-2002");
                    return false;
                }
            });
        }
        long redeemed = 0;
        try (ExecutorService together = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> one : together.invokeAll(tries)) {
                redeemed += one.get() ? 1 : 0;
            }
        }
        assertThat(redeemed).isEqualTo(1);
        assertThat(rows.now(benefit).spent()).isEqualTo(Money.ofYuan(10));
        assertThat(grants.find(token, manager()).reference()).isEqualTo("HT20260001");
        assertCounted(benefit);
    }

    @Test
    void nobodyLearnsOfACodeOfAnothersCustomer() {
        Benefit benefit = rows.open(rows.gift(5, 10, 100, 1));
        int anothers =
                jdbc.sql("""
                SELECT c.number FROM customer c JOIN branch b ON b.id = c.branch_id
                WHERE b.path NOT LIKE ? || '%' ORDER BY c.number LIMIT 1""").param(manager().branchPath()).query(Integer.class).single();
        String token = rows.promise(benefit, "w", List.of(anothers))
                .values()
                .iterator()
                .next()
                .token();
        assertThatThrownBy(() -> grants.find(token, manager())).hasMessageContaining("BEN-2001");
        assertThatThrownBy(() -> grants.redeem(token, "HT20260001", manager())).hasMessageContaining("BEN-2001");
        assertThat(rows.now(benefit).promised()).isEqualTo(1);
    }

    @Test
    void whatRanOutCanBePromisedToOthers() {
        Benefit benefit = rows.open(rows.gift(2, 10, 100, 1));
        String token = rows.promise(benefit, "w", List.of(own()))
                .values()
                .iterator()
                .next()
                .token();
        rows.promise(benefit, "w", List.of(own() + 1));
        jdbc.sql("UPDATE benefit_grant SET last_day = ? WHERE benefit = ?")
                .params(clock.today().minusDays(1), benefit.id())
                .update();
        assertThatThrownBy(() -> grants.redeem(token, "HT20260001", manager())).hasMessageContaining("BEN-2002");
        assertThat(rows.promise(benefit, "w", List.of(own() + 2))).hasSize(1);
        assertThat(rows.now(benefit).promised()).isEqualTo(1);
        assertCounted(benefit);
        Benefit other = rows.open(rows.gift(2, 10, 100, 1));
        rows.promise(other, "w", List.of(own()));
        jdbc.sql("UPDATE benefit_grant SET last_day = ? WHERE benefit = ?")
                .params(clock.today().minusDays(1), other.id())
                .update();
        grants.expire();
        assertThat(rows.now(other).left()).isEqualTo(2);
    }

    private PriceBuildUp price(int customer, String product) {
        return assessed(customer)
                .filter(one -> one.product().equals(product))
                .findFirst()
                .flatMap(Assessment::price)
                .orElseThrow();
    }

    private Stream<Assessment> assessed(int customer) {
        return offers.of(customer).stream().filter(Assessment::isEligible);
    }

    private Rate least(String product) {
        return policies.offers()
                .book()
                .product(product, policies.asOf().day())
                .flatMap(Product::credit)
                .map(Credit::floor)
                .orElseThrow();
    }

    private Stream<Assessment> aboveTheLeast(int customer) {
        return assessed(customer).filter(one -> one.price().orElseThrow().rate().compareTo(least(one.product())) > 0);
    }

    @Test
    void aCouponIsAPartOfThePriceAndStopsAtTheLeastTheProductAsks() {
        int customer = IntStream.range(0, FilledBank.CUSTOMERS)
                .filter(one -> aboveTheLeast(one).findAny().isPresent())
                .findFirst()
                .orElseThrow();
        String product = aboveTheLeast(customer).findFirst().orElseThrow().product();
        PriceBuildUp before = price(customer, product);
        Rate least = least(product);
        for (int cut : List.of(1_000, 20_000)) {
            rows.promise(rows.open(rows.coupon(product, cut)), "w", List.of(customer));
            PriceBuildUp after = price(customer, product);
            assertThat(after.parts())
                    .filteredOn(part -> part.name().equals("coupon"))
                    .extracting(PriceBuildUp.Part::rate)
                    .containsExactly(new Rate(-cut));
            assertThat(after.rate()).isLessThanOrEqualTo(before.rate()).isGreaterThanOrEqualTo(least);
            assertThat(after.parts().stream()
                            .mapToInt(part -> part.rate().ppm())
                            .sum())
                    .as("its parts add up")
                    .isEqualTo(after.rate().ppm());
        }
        assertThat(price(customer, product).rate()).isLessThan(before.rate());
    }
}

package org.yinhang.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.Person;

/** Benefits of tests, each approved by a second person; forgotten afterwards with what was promised of them. */
public final class BenefitRows {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Viewer MAKER = Person.of("analyst", Role.ANALYST);
    private static final Viewer CHECKER = Person.of("compliance", Role.COMPLIANCE);

    private final Benefits benefits;
    private final Grants grants;
    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private BenefitRows(BeanFactory application) {
        this.benefits = application.getBean(Benefits.class);
        this.grants = application.getBean(Grants.class);
        this.clock = application.getBean(BusinessClock.class);
        this.jdbc = application.getBean(JdbcClient.class);
        this.transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    }

    /** Those of an application. */
    public static BenefitRows of(BeanFactory application) {
        return new BenefitRows(application);
    }

    /** A gift worth so much. */
    public BenefitTerms gift(long stock, long worthYuan, long budgetYuan, int mostEach) {
        LocalDate today = clock.today();
        return new BenefitTerms(
                "test-" + NEXT.incrementAndGet(),
                "保温杯",
                BenefitKind.GIFT,
                "",
                Rate.ZERO,
                0,
                Money.ofYuan(worthYuan),
                stock,
                Money.ofYuan(budgetYuan),
                today,
                today.plusDays(60),
                30,
                mostEach,
                EarnedBy.LOAN);
    }

    /** A coupon for a product. */
    public BenefitTerms coupon(String product, int ppm) {
        LocalDate today = clock.today();
        return new BenefitTerms(
                "test-" + NEXT.incrementAndGet(),
                "利率优惠券",
                BenefitKind.RATE_COUPON,
                product,
                new Rate(ppm),
                0,
                Money.ofYuan(100),
                10,
                Money.ofYuan(1_000),
                today,
                today.plusDays(60),
                30,
                1,
                EarnedBy.LOAN);
    }

    /** Proposed and approved. */
    public Benefit open(BenefitTerms terms) {
        Benefit proposed = benefits.propose(terms, MAKER);
        benefits.decide(proposed, proposed.madeAt(), true, "", CHECKER);
        return now(proposed);
    }

    /** As it stands. */
    public Benefit now(Benefit benefit) {
        return benefits.find(benefit.terms().code()).orElseThrow();
    }

    /** Promises to customers, each through a touch of its own. */
    public Map<String, Grant> promise(Benefit benefit, String wave, List<Integer> customers) {
        List<Promise> promises = customers.stream()
                .map(customer -> new Promise(benefit.terms().code() + "/" + wave + "/" + customer, customer))
                .toList();
        Map<String, Grant> promised =
                transaction.execute(_ -> grants.promise(benefit.terms().code(), "test-campaign", promises));
        return promised == null ? Map.of() : promised;
    }

    /** Forgets benefits of tests. */
    public void forget() {
        jdbc.sql("DELETE FROM benefit_grant WHERE benefit IN (SELECT id FROM benefit WHERE code LIKE 'test-%')")
                .update();
        jdbc.sql("DELETE FROM benefit WHERE code LIKE 'test-%'").update();
    }
}

package org.yinhang.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.policy.Admission;
import org.yinhang.compliance.policy.CapacityLeft;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.ConsentAnswer;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Copy;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.PastTouch;
import org.yinhang.compliance.policy.PricedOffer;
import org.yinhang.compliance.policy.StatedFacts;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.core.loan.cost.AnnualCost;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** Customers as a retail bank has them: most agreed to something, some withdrew, a few are held, many were touched lately. */
final class MadeUpFacts {

    /** A Wednesday afternoon in Shanghai. */
    static final Instant AT = Instant.parse("2026-11-18T06:00:00Z");

    static final String SENDERS = "required: [sms]\nsenders: [{code: \"95500\", channel: sms, from: 2026-01-01}]\n";

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final List<String> CHANNELS = List.of("sms", "call", "wecom");

    private final long seed;

    MadeUpFacts(long seed) {
        this.seed = seed;
    }

    int today() {
        return (int) DAY.toEpochDay();
    }

    /** The facts of a customer; always the same. */
    StatedFacts of(int customer) {
        SplittableRandom dice = new SplittableRandom(seed * 1_000_003 + customer);
        List<ConsentAnswer> answers = new ArrayList<>();
        if (dice.nextInt(100) < 70) {
            answers.add(new ConsentAnswer(ConsentScope.of(ConsentScope.MARKETING, ConsentScope.ANY), true, 1));
        }
        if (dice.nextInt(100) < 40) {
            String channel = CHANNELS.get(dice.nextInt(CHANNELS.size()));
            answers.add(new ConsentAnswer(
                    ConsentScope.of(ConsentScope.MARKETING, channel), dice.nextInt(100) < 60, 1 + dice.nextInt(3)));
        }
        if (dice.nextInt(100) < 3) {
            answers.add(new ConsentAnswer(ConsentScope.of(ConsentScope.MARKETING, ConsentScope.ANY), false, 9));
        }
        Map<HoldKind, Known> holds = new EnumMap<>(HoldKind.class);
        for (HoldKind kind : HoldKind.values()) {
            holds.put(kind, Known.of(dice.nextInt(1_000) < 5));
        }
        List<PastTouch> touches = new ArrayList<>();
        for (int i = dice.nextInt(4); i > 0; i--) {
            touches.add(new PastTouch(
                    CHANNELS.get(dice.nextInt(CHANNELS.size())), "c" + dice.nextInt(20), today() - dice.nextInt(40)));
        }
        boolean refused = dice.nextInt(100) < 4;
        int ago = dice.nextInt(60);
        boolean isAgeKnown = dice.nextInt(1_000) > 2;
        return new StatedFacts(
                dice.nextInt(1_000) == 0 ? Known.UNKNOWN : Known.YES,
                Optional.of(answers),
                Known.of(dice.nextInt(100) < 2),
                holds,
                isAgeKnown ? OptionalInt.of(17 + dice.nextInt(60)) : OptionalInt.empty(),
                Optional.of(touches),
                today(),
                Known.of(refused),
                refused ? OptionalInt.of(ago) : OptionalInt.empty(),
                Known.of(!touches.isEmpty()),
                touches.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ago),
                Known.YES);
    }

    /** A text message that lacks nothing. */
    Touch touch(String words) {
        CostCap cap = new CostCap(
                "24 %",
                Rate.ofPercent(new BigDecimal("24")),
                AnnualMethod.MONTHLY_TIMES_TWELVE,
                LocalDate.of(2025, 10, 1),
                Optional.empty(),
                "NFRA 2025-9");
        return new Touch(
                "b",
                0,
                "bench",
                "w1",
                "bank",
                "sms",
                DataUse.PERSONALISED,
                new GuardSettings(Optional.empty(), 20, 60, 3, 30, false, 0),
                Optional.of(new Admission(true, true, "p1")),
                Optional.of(new PricedOffer(new AnnualCost.Found(Rate.ofPercent(new BigDecimal("9.8"))), List.of(cap))),
                Optional.of(new Copy("t1", "maker", Optional.of("checker"), words, 0)),
                Optional.of("95500"),
                Optional.empty(),
                Optional.of(new Conflict.None()),
                Optional.of(new CapacityLeft(1_000_000, Money.ofFen(1_000_000), Money.ofFen(5))));
    }
}

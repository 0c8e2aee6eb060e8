package org.yinhang.compliance.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.compliance.rules.RuleTexts;
import org.yinhang.core.loan.cost.AnnualCost;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** A touch nothing stands against, and the facts of a customer who welcomes it; tests change one thing each. */
public final class TouchFixture {

    /** A Wednesday afternoon in Shanghai, no holiday. */
    public static final Instant AFTERNOON = Instant.parse("2026-11-18T06:00:00Z");

    public static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String SENDERS = """
            required: [sms, call, wecom, email, push]
            senders:
              - {code: "95500", channel: sms, from: 2026-01-01}
              - {code: "95500", channel: call, from: 2026-01-01, until: 2027-01-01}
            """;

    public static final ContactRules RULES =
            ContactRules.of(RuleTexts.shipped().with(RuleKind.SENDERS, 1, SENDERS), SHANGHAI);

    public static final GuardSettings LIMITS =
            new GuardSettings(Optional.empty(), 18, 65, Integer.MAX_VALUE, 0, false, 0);

    private TouchFixture() {}

    /** A text message. */
    public static Touch message() {
        return new Touch(
                "c1/w1/7/sms",
                7,
                "c1",
                "w1",
                "bank",
                "sms",
                DataUse.PERSONALISED,
                LIMITS,
                Optional.of(new Admission(true, true, "p1")),
                Optional.of(offer("0.0980")),
                Optional.of(new Copy("t1", "analyst", Optional.of("compliance"), "words 0", 0)),
                Optional.of("95500"),
                Optional.empty(),
                Optional.of(new Conflict.None()),
                Optional.of(new CapacityLeft(10, Money.ofFen(1_000), Money.ofFen(5))));
    }

    /** An offer of that annual cost under a cap of 24 % from 2025-10-01. */
    public static PricedOffer offer(String annual) {
        CostCap cap = new CostCap(
                "24 %",
                Rate.ofFraction(new java.math.BigDecimal("0.24")),
                AnnualMethod.MONTHLY_TIMES_TWELVE,
                LocalDate.of(2025, 10, 1),
                Optional.empty(),
                "NFRA 2025-9");
        return new PricedOffer(new AnnualCost.Found(Rate.ofFraction(new java.math.BigDecimal(annual))), List.of(cap));
    }

    /** Nothing held, everything agreed to, never touched. */
    public static StatedFacts willing() {
        Map<HoldKind, Known> holds = new EnumMap<>(HoldKind.class);
        for (HoldKind kind : HoldKind.values()) {
            holds.put(kind, Known.NO);
        }
        return new StatedFacts(
                Known.YES,
                Optional.of(List.of(yes(ConsentScope.of(ConsentScope.MARKETING, ConsentScope.ANY), 1))),
                Known.NO,
                holds,
                OptionalInt.of(35),
                Optional.of(List.of()),
                (int) DAY.toEpochDay(),
                Known.NO,
                OptionalInt.empty(),
                Known.NO,
                OptionalInt.empty(),
                Known.YES);
    }

    public static ConsentAnswer yes(ConsentScope scope, long at) {
        return new ConsentAnswer(scope, true, at);
    }

    public static ConsentAnswer no(ConsentScope scope, long at) {
        return new ConsentAnswer(scope, false, at);
    }

    /** What the standard policy says at the instant of sending. */
    public static List<String> tokens(Touch touch, CustomerFacts facts, Instant at) {
        return ContactPolicy.standard().decide(new GuardCase(touch, facts, at, RULES, Stage.SENDING)).reasons().stream()
                .map(Refusal::token)
                .toList();
    }
}

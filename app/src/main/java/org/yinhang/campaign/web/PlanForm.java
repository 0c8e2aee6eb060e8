package org.yinhang.campaign.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yinhang.campaign.CampaignArm;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.unit.Money;

/** Turns one step of the wizard, as somebody typed it, into the plan with that step changed. */
final class PlanForm {

    /** How many waves and steps of a wave the wizard offers. */
    static final int WAVES = 3;

    static final int STEPS = 3;

    private static final int ARMS = 2;

    private final Map<String, String> typed;
    private final List<Fault> faults = new ArrayList<>();

    PlanForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** The plan a campaign begins with. */
    static CampaignPlan empty(String name, String goal, String product, LocalDate today) {
        return new CampaignPlan(
                name,
                goal,
                product,
                0,
                20,
                List.of(),
                List.of(),
                today,
                today.plusDays(30),
                5,
                10_000,
                Money.ofYuan(10_000),
                2,
                0,
                0);
    }

    /**
     * The plan with one step changed.
     *
     * @throws FaultException {@code CAM-2030} for every field that is no number or day
     */
    CampaignPlan over(CampaignPlan plan, WizardStep step) {
        CampaignPlan changed =
                switch (step) {
                    case GOAL -> goal(plan);
                    case AUDIENCE -> audience(plan);
                    case WAVES -> waves(plan);
                    case SCHEDULE -> schedule(plan);
                    case REVIEW -> plan;
                };
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return changed;
    }

    private CampaignPlan goal(CampaignPlan p) {
        return with(p, text("name"), text("goal"), text("product"), whole("target", p.target()));
    }

    private static CampaignPlan with(CampaignPlan p, String name, String goal, String product, long target) {
        return new CampaignPlan(
                name,
                goal,
                product,
                p.audience(),
                p.controlPercent(),
                p.arms(),
                p.waves(),
                p.startsOn(),
                p.endsOn(),
                p.priority(),
                p.most(),
                p.budget(),
                p.expectedPercent(),
                target,
                p.repeatDays());
    }

    private CampaignPlan audience(CampaignPlan p) {
        List<CampaignArm> arms = new ArrayList<>();
        for (int i = 0; i < ARMS; i++) {
            if (!text("arm" + i).isEmpty()) {
                arms.add(new CampaignArm(text("arm" + i), (int) whole("percent" + i, 0)));
            }
        }
        return new CampaignPlan(
                p.name(),
                p.goal(),
                p.product(),
                whole("audience", 0),
                (int) whole("control", 0),
                arms,
                p.waves(),
                p.startsOn(),
                p.endsOn(),
                p.priority(),
                p.most(),
                p.budget(),
                decimal("expected", BigDecimal.ZERO).doubleValue(),
                p.target(),
                p.repeatDays());
    }

    private CampaignPlan waves(CampaignPlan p) {
        List<WavePlan> waves = new ArrayList<>();
        for (int i = 0; i < WAVES; i++) {
            List<WaveStep> steps = new ArrayList<>();
            for (int j = 0; j < STEPS; j++) {
                String at = i + "-" + j;
                if (!text("channel" + at).isEmpty()) {
                    steps.add(new WaveStep(
                            text("who" + at),
                            text("arm" + at),
                            text("channel" + at),
                            text("creative" + at),
                            text("sender" + at),
                            Money.ofYuan(decimal("cost" + at, BigDecimal.ZERO)).fen(),
                            Optional.of(text("benefit" + at)).filter(code -> !code.isEmpty())));
                }
            }
            if (!steps.isEmpty()) {
                WaveEntry entry = i == 0 ? WaveEntry.AUDIENCE : entry("entry" + i);
                waves.add(
                        new WavePlan("w" + (waves.size() + 1), entry, i == 0 ? 0 : (int) whole("wait" + i, 3), steps));
            }
        }
        return new CampaignPlan(
                p.name(),
                p.goal(),
                p.product(),
                p.audience(),
                p.controlPercent(),
                p.arms(),
                waves,
                p.startsOn(),
                p.endsOn(),
                p.priority(),
                p.most(),
                p.budget(),
                p.expectedPercent(),
                p.target(),
                p.repeatDays());
    }

    private WaveEntry entry(String name) {
        for (WaveEntry entry : WaveEntry.values()) {
            if (entry.key().equals(text(name))) {
                return entry;
            }
        }
        return WaveEntry.SILENT;
    }

    private CampaignPlan schedule(CampaignPlan p) {
        return new CampaignPlan(
                p.name(),
                p.goal(),
                p.product(),
                p.audience(),
                p.controlPercent(),
                p.arms(),
                p.waves(),
                day("starts", p.startsOn()),
                day("ends", p.endsOn()),
                (int) whole("priority", p.priority()),
                whole("most", p.most()),
                Money.ofYuan(decimal("budget", BigDecimal.ZERO)),
                p.expectedPercent(),
                p.target(),
                (int) whole("repeat", 0));
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private long whole(String name, long otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,12}")) {
            faults.add(unreadable(name));
            return otherwise;
        }
        return Long.parseLong(text);
    }

    private BigDecimal decimal(String name, BigDecimal otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            faults.add(unreadable(name));
            return otherwise;
        }
        return new BigDecimal(text);
    }

    private LocalDate day(String name, LocalDate otherwise) {
        try {
            return text(name).isEmpty() ? otherwise : LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            faults.add(unreadable(name));
            return otherwise;
        }
    }

    private static Fault unreadable(String name) {
        return Fault.of(
                "CAM-2030",
                "This is no number or day.",
                name.toLowerCase(Locale.ROOT),
                "Write digits, at most two decimals; days as 2026-11-22.");
    }
}

package org.yinhang.opportunity;

import java.util.List;
import java.util.Optional;

/**
 * A rule of identification as it stands.
 *
 * @param code names it
 * @param editions every version, the newest first, what ships last
 * @param runs what came of it lately, the newest first
 */
public record RuleLine(String code, List<RuleEdition> editions, List<RuleRun> runs) {

    public RuleLine {
        editions = List.copyOf(editions);
        runs = List.copyOf(runs);
    }

    /** The version in force; empty while none was approved. */
    public Optional<RuleEdition> inForce() {
        return editions.stream()
                .filter(one -> one.state() == RuleEdition.State.APPROVED)
                .findFirst();
    }

    /** The newest version where it waits for a decision. */
    public Optional<RuleEdition> draft() {
        return Optional.of(newest()).filter(one -> one.state() == RuleEdition.State.DRAFT);
    }

    /** The newest version. */
    public RuleEdition newest() {
        return editions.getFirst();
    }

    /** The one in force, or else the newest. */
    public RuleEdition present() {
        return inForce().orElseGet(this::newest);
    }

    /** Whether the next run asks it. */
    public boolean isOn() {
        return inForce().map(RuleEdition::isOn).orElse(false);
    }

    /** What Yinhang ships; empty for a rule of the bank's own. */
    public Optional<RuleEdition> shipped() {
        return editions.stream().filter(one -> one.version() == 0).findFirst();
    }

    /** Whether there is something else in force than what ships. */
    public boolean isChanged() {
        return shipped().isPresent()
                && inForce()
                        .filter(one -> one.isOn()
                                && one.rule().isLike(shipped().orElseThrow().rule()))
                        .isEmpty();
    }
}

package org.yinhang.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.policy.DecisionTable;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.unit.Money;
import org.yinhang.product.CompiledPolicy.Say;

/** Builds a limit step by step: a base, factors, caps, the product's own bounds, whole thousands. For one assessment. */
final class LimitDesk {

    private static final long THOUSAND = 100_000;

    private final List<LimitBuildUp.Part> parts = new ArrayList<>();
    private long limit;

    /** Takes in what a row says; empty when the figure could be worked out, else the row that lacks something. */
    Optional<Say> take(CompiledPolicy policy, Say said) {
        if (!(said.value() instanceof Value.Whole || said.value() instanceof Value.Real)) {
            return Optional.of(said);
        }
        double figure = Numbers.real(said.value());
        long next =
                switch (policy.policy().kind()) {
                    case LIMIT_BASE -> Math.max(0, Math.round(figure));
                    case LIMIT_FACTOR -> Math.max(0, Math.round(limit * figure));
                    case LIMIT_CAP -> Math.min(limit, Math.max(0, Math.round(figure)));
                    case RED_LINE, ADMISSION, SUITABILITY, PRICE -> limit;
                };
        DecisionTable table = policy.policy().table();
        step(table.id(), said.row().zh(), said.row().en(), next, policy.source(said));
        return Optional.empty();
    }

    LimitBuildUp finish(Credit credit) {
        step(
                "ceiling",
                "产品额度上限",
                "Most the product lends",
                Math.min(limit, credit.most().fen()),
                "product");
        step("step", "取整到千元", "Whole thousands", limit / THOUSAND * THOUSAND, "product");
        return new LimitBuildUp(parts, Money.ofFen(limit));
    }

    private void step(String name, String zh, String en, long next, String source) {
        if (next != limit) {
            parts.add(new LimitBuildUp.Part(name, zh, en, Money.ofFen(next - limit), source));
            limit = next;
        }
    }
}

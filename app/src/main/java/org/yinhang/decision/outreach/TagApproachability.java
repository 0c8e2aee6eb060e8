package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.decision.offer.ValueTerms;

/**
 * Consents and holds as the tags know them, for plans made without the application's database. The ledgers are asked once
 * more before anything is sent; what is not known refuses.
 */
public final class TagApproachability implements Approachability {

    private final RecordEvaluator onHold;
    private final RecordEvaluator profiling;
    private final Map<String, RecordEvaluator> consents = new HashMap<>();

    /** Over the tags {@code on_hold}, {@code consent_profiling} and {@code consent_CHANNEL}. */
    public TagApproachability(List<ValueTerms.Channel> channels, Catalogue catalogue, AsOf asOf) {
        this.onHold = RecordEvaluator.compile(Predicates.condition("on_hold", catalogue), asOf);
        this.profiling = RecordEvaluator.compile(Predicates.condition("consent_profiling", catalogue), asOf);
        for (ValueTerms.Channel channel : channels) {
            consents.put(
                    channel.code(),
                    RecordEvaluator.compile(Predicates.condition("consent_" + channel.code(), catalogue), asOf));
        }
    }

    @Override
    public List<String> refusals(int customer, Facts facts, String channel) {
        List<String> refusals = new ArrayList<>();
        if (profiling.truth(facts) != Truth.TRUE) {
            refusals.add(ReasonCode.AUTOMATED_DECISION_OPT_OUT.name());
        }
        if (onHold.truth(facts) != Truth.FALSE) {
            refusals.add("ON_HOLD");
        }
        RecordEvaluator consent = consents.get(channel);
        if (consent == null || consent.truth(facts) != Truth.TRUE) {
            refusals.add(ReasonCode.CHANNEL_NOT_CONSENTED.name());
        }
        return refusals;
    }
}

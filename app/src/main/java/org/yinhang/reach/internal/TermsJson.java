package org.yinhang.reach.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.yinhang.core.loan.cost.AnnualMethod;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Terms and offers as the database keeps them. */
final class TermsJson {

    /** One mapper for both. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(AnnualMethod.class, Method.class)
            // What was queued before an offer could be neutral was not.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private TermsJson() {}

    /** The two kinds of annual cost tell themselves apart by what they hold. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(AnnualMethod.Nominal.class), @JsonSubTypes.Type(AnnualMethod.Effective.class)})
    private interface Method {}
}

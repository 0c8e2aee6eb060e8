package org.yinhang.lake.tag;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a run's result of a tag must hold to be trusted; shares from 0 to 1.
 *
 * @param coverage smallest share of customers with a value
 * @param largest greatest share one value may have of those with a value
 * @param drift greatest population stability index against the run before
 */
public record QualityRule(Optional<BigDecimal> coverage, Optional<BigDecimal> largest, Optional<BigDecimal> drift) {

    static final QualityRule NONE = new QualityRule(Optional.empty(), Optional.empty(), Optional.empty());
}

package org.yinhang.decision.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.FaultException;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.model.CustomerScore;
import org.yinhang.model.CustomerScores;
import org.yinhang.model.Models;

/** Asks the response model in force why a customer is likely to take an offer; has no answer where none is in force. */
@Component
class ResponseReasons {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseReasons.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Models models;
    private final CustomerScores scores;
    private final Map<String, String> modelOfTag = new HashMap<>();
    private final Map<String, Standing> standing = new ConcurrentHashMap<>();

    /** Whether a model had a version in force, and when that was looked at. */
    private record Standing(boolean inForce, long nanos) {}

    ResponseReasons(Models models, CustomerScores scores) {
        this.models = models;
        this.scores = scores;
        models.declared()
                .forEach(model -> model.scores().forEach(score -> modelOfTag.putIfAbsent(score.tag(), model.id())));
    }

    Optional<ScoreReasons> of(String product, int customer, ValueTerms terms) {
        return Optional.ofNullable(terms.products().get(product))
                .flatMap(use -> Optional.ofNullable(modelOfTag.get(use.response())))
                .filter(this::isInForce)
                .flatMap(model -> ask(product, model, customer));
    }

    private boolean isInForce(String model) {
        Standing known = standing.get(model);
        if (known == null || System.nanoTime() - known.nanos() >= FRESH_NANOS) {
            known = new Standing(models.champion(model).isPresent(), System.nanoTime());
            standing.put(model, known);
        }
        return known.inForce();
    }

    private Optional<ScoreReasons> ask(String product, String model, int customer) {
        try {
            CustomerScore score = scores.score(model, customer, Map.of());
            return Optional.of(new ScoreReasons(
                    product,
                    score.model(),
                    score.version(),
                    score.reasons().stream()
                            .map(reason -> new ScoreReasons.Reason(
                                    reason.feature(), reason.value(), reason.logOdds(), reason.zh(), reason.en()))
                            .toList()));
        } catch (FaultException e) {
            // A champion the tags were not computed with yet cannot say why; the decision stands without.
            LOG.debug("no reasons of {}: {}", model, e.getMessage());
            return Optional.empty();
        }
    }
}

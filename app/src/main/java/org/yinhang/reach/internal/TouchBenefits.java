package org.yinhang.reach.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.benefit.Grant;
import org.yinhang.benefit.Grants;
import org.yinhang.benefit.Promise;
import org.yinhang.reach.DispatchTerms;

/** What touches promise beside their offer: promised with the attempt, taken back where nothing left. */
@Component
public class TouchBenefits {

    private final Grants grants;
    private final TouchRepository touches;

    TouchBenefits(Grants grants, TouchRepository touches) {
        this.grants = grants;
        this.touches = touches;
    }

    /** Promises in the running transaction; returns the numbers of those that may go: all where nothing is promised. */
    Set<Long> promise(DispatchTerms terms, List<QueuedTouch> batch) {
        if (terms.benefit().isEmpty()) {
            return batch.stream().map(QueuedTouch::id).collect(Collectors.toCollection(HashSet::new));
        }
        Set<String> promised = grants.promise(
                        terms.benefit().get(),
                        terms.campaign(),
                        batch.stream()
                                .map(touch -> new Promise(QueuedTouch.key(terms, touch.customer()), touch.customer()))
                                .toList())
                .keySet();
        return batch.stream()
                .filter(touch -> promised.contains(QueuedTouch.key(terms, touch.customer())))
                .map(QueuedTouch::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Takes back in the running transaction what was promised to those of a batch that do not go. */
    void keepOnly(DispatchTerms terms, List<QueuedTouch> batch, Set<Long> going) {
        terms.benefit()
                .ifPresent(benefit -> grants.takeBack(
                        benefit,
                        batch.stream()
                                .filter(touch -> !going.contains(touch.id()))
                                .map(touch -> QueuedTouch.key(terms, touch.customer()))
                                .toList()));
    }

    /** Takes back what these touches promised; nothing for those that promised nothing. */
    public void takeBack(Collection<Long> ended) {
        if (ended.isEmpty()) {
            return;
        }
        touches.promised(ended).forEach(grants::takeBack);
    }

    /** Ends what customers did not redeem in time. */
    void expire() {
        grants.expire();
    }

    /** What the text of each touch says of its benefit, by touch. */
    Map<Long, Map<String, String>> words(DispatchTerms terms, List<QueuedTouch> batch) {
        if (terms.benefit().isEmpty()) {
            return Map.of();
        }
        Map<String, QueuedTouch> byKey = batch.stream()
                .collect(Collectors.toMap(
                        touch -> QueuedTouch.key(terms, touch.customer()), Function.identity(), (one, _) -> one));
        Map<Long, Map<String, String>> words = new HashMap<>();
        grants.ofTouches(byKey.keySet()).forEach((key, grant) -> Optional.ofNullable(byKey.get(key))
                .ifPresent(touch -> words.put(touch.id(), words(grant))));
        return words;
    }

    private static Map<String, String> words(Grant grant) {
        return Map.of(
                "benefit", grant.name(),
                "code", grant.token(),
                "until", grant.lastDay().toString());
    }
}

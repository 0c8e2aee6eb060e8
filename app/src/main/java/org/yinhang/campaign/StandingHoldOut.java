package org.yinhang.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yinhang.campaign.internal.ExposureRepository;
import org.yinhang.shared.BusinessClock;

/** The customers nobody approaches, so that everything done to the others can be measured against them. */
@Service
public class StandingHoldOut {

    private final ExposureRepository exposures;
    private final BusinessClock clock;

    StandingHoldOut(ExposureRepository exposures, BusinessClock clock) {
        this.exposures = exposures;
        this.clock = clock;
    }

    /**
     * Those of these customers who are held out. Whoever is asked about for the first time is assigned now, for ever.
     *
     * @param customers some thousand
     */
    public Set<Integer> among(Collection<Integer> customers) {
        ExposureRepository.HoldOut holdOut = exposures.holdOut();
        return exposures
                .assign(
                        Assignment.HOLD_OUT,
                        List.copyOf(customers),
                        holdOut::arm,
                        holdOut::probability,
                        clock.now().toInstant())
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().equals(Assignment.HELD))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}

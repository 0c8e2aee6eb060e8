package org.yinhang.core.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers every fault of one input, so that a person mends them all at once. Not for several threads. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    public void add(Fault fault) {
        faults.add(fault);
    }

    public void addAll(Collection<Fault> more) {
        faults.addAll(more);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Runs a part of a check; what it throws is kept, and the next part can run. */
    public void attempt(Runnable part) {
        try {
            part.run();
        } catch (FaultException e) {
            faults.addAll(e.faults());
        }
    }

    /** Reads a part of an input; empty when it was faulty, and the faults are kept. */
    public <T> Optional<T> read(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (FaultException e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    /**
     * Ends the gathering.
     *
     * @throws FaultException with every fault, when there is one
     */
    public void raise() {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }
}

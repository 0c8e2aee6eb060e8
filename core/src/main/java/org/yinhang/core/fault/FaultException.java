package org.yinhang.core.fault;

import java.util.List;
import java.util.stream.Collectors;

/** Work could not go on because of what a person gave; carries every fault found, not only the first. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** Every fault once: two places that met the same one tell of it in one line. */
    public FaultException(List<Fault> faults) {
        super(faults.stream().distinct().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().distinct().toList();
    }

    public FaultException(Fault fault) {
        this(List.of(fault));
    }

    public FaultException(Fault fault, Throwable cause) {
        this(List.of(fault));
        initCause(cause);
    }

    public List<Fault> faults() {
        return faults;
    }
}

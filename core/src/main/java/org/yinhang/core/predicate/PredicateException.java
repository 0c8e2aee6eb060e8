package org.yinhang.core.predicate;

import java.util.List;
import org.yinhang.core.fault.FaultException;

/** The text of an expression cannot be used; carries every problem found, in order of place. */
public final class PredicateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient List<Problem> problems;

    PredicateException(String text, List<Problem> problems) {
        super(String.join(
                "\n", problems.stream().map(p -> p.fault(text).toString()).toList()));
        this.text = text;
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The same problems as faults, for a command line or an API. */
    public FaultException faults() {
        return new FaultException(problems.stream().map(p -> p.fault(text)).toList());
    }
}

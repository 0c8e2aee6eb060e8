package org.yinhang.compliance.policy;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.compliance.ReasonCode;

/** Where guards put their reasons; every one is kept. */
public final class Refusals {

    private final List<Refusal> all = new ArrayList<>(4);

    /** The rule says no. */
    public void refuse(ReasonCode code) {
        add(new Refusal(code, Refusal.Cause.RULE));
    }

    /** A fact the rule needs is not known. */
    public void unknown(ReasonCode code) {
        add(new Refusal(code, Refusal.Cause.UNKNOWN));
    }

    /** Refuses unless the answer is yes. */
    public void unless(Known answer, ReasonCode code) {
        switch (answer) {
            case YES -> {}
            case NO -> refuse(code);
            case UNKNOWN -> unknown(code);
        }
    }

    /** Refuses unless the answer is no. */
    public void when(Known answer, ReasonCode code) {
        switch (answer) {
            case YES -> refuse(code);
            case NO -> {}
            case UNKNOWN -> unknown(code);
        }
    }

    void failed(ReasonCode code) {
        add(new Refusal(code, Refusal.Cause.FAILURE));
    }

    private void add(Refusal refusal) {
        if (!all.contains(refusal)) {
            all.add(refusal);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Refusal> list() {
        return List.copyOf(all);
    }
}

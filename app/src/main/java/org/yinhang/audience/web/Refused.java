package org.yinhang.audience.web;

import java.util.List;
import org.yinhang.audience.Audiences;
import org.yinhang.core.fault.Fault;

/**
 * What the builder holds, and why it was not saved.
 *
 * @param draft what the person has written
 * @param faults why it was refused; none before it is tried
 */
public record Refused(Audiences.Draft draft, List<Fault> faults) {

    public Refused {
        faults = List.copyOf(faults);
    }

    static Refused none(Audiences.Draft draft) {
        return new Refused(draft, List.of());
    }

    /** Whether somebody else has changed the audience meanwhile: their text is to be shown beside. */
    public boolean isOutrun() {
        return faults.stream().map(Fault::code).anyMatch(Audiences.OUTRUN::equals);
    }
}

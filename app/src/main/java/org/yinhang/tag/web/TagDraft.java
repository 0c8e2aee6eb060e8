package org.yinhang.tag.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.tag.TagVersion;

/**
 * A definition while a person writes it.
 *
 * @param id the tag that is changed; empty for a new one
 * @param yaml the text
 * @param seen the newest version the person has seen, 0 for none
 * @param faults why it was not saved; none before it is tried
 * @param theirs what somebody else saved meanwhile; null when nobody did
 */
public record TagDraft(
        String id,
        String yaml,
        int seen,
        List<Fault> faults,
        @Nullable TagVersion theirs) {

    public TagDraft {
        faults = List.copyOf(faults);
    }
}

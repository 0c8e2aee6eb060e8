package org.yinhang.product;

import java.util.List;
import org.yinhang.core.fault.Fault;

/** Has a say before a version is approved; modules that know more than this one contribute theirs. */
public interface ReleaseGate {

    /** Everything that stands against approving a draft; empty when nothing does. */
    List<Fault> against(PolicyVersion draft);
}

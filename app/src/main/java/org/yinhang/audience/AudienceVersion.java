package org.yinhang.audience;

import java.time.Instant;

/** A text an audience had, and who gave it. */
public record AudienceVersion(int version, String predicate, String changedBy, Instant changedAt) {}

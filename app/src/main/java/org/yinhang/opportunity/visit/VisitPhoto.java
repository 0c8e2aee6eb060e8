package org.yinhang.opportunity.visit;

import java.time.Instant;
import java.util.Optional;

/**
 * That a visit has a photo; the picture itself is asked for by itself, and each look is in the audit.
 *
 * @param id its number
 * @param at when the server had it
 * @param sameAs the earlier visit that has the same picture
 * @param deletedAt when the picture was deleted for its age
 */
public record VisitPhoto(long id, Instant at, Optional<Long> sameAs, Optional<Instant> deletedAt) {}

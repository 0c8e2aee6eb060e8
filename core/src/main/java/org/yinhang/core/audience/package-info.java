/**
 * Audiences: who satisfies a predicate, counted and listed exactly and at once over an index of all customers, and what
 * is then asked of an audience: set algebra, overlap, profile against a base, samples, look-alikes, frozen copies.
 */
@NullMarked
package org.yinhang.core.audience;

import org.jspecify.annotations.NullMarked;

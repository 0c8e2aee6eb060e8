/**
 * Learns from past outcomes whom to approach: trainers make models, models make predictions with reasons, and every model
 * says where it comes from.
 */
@NullMarked
package org.yinhang.core.learning;

import org.jspecify.annotations.NullMarked;

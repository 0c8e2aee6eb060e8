/** The questionnaire on risk preference: which risk a customer can bear, for how long the answer holds. */
@NullMarked
package org.yinhang.product.suitability;

import org.jspecify.annotations.NullMarked;

/** The pages of models, and models for programs. */
@NullMarked
package org.yinhang.model.web;

import org.jspecify.annotations.NullMarked;

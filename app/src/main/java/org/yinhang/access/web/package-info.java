/** The pages of sign-in, users and branches. */
@NullMarked
package org.yinhang.access.web;

import org.jspecify.annotations.NullMarked;

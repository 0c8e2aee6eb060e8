/** The pages of channels and of what they send, and where gateways report. */
@NullMarked
package org.yinhang.reach.web;

import org.jspecify.annotations.NullMarked;

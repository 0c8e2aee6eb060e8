/** The button that plays a day, and its address for programs. */
@NullMarked
package org.yinhang.demo.web;

import org.jspecify.annotations.NullMarked;

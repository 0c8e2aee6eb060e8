/** A simulated retail bank of any size, from a seed, whose customers' true leanings are known: demo, tests, benchmarks. */
@NullMarked
package org.yinhang.demobank;

import org.jspecify.annotations.NullMarked;

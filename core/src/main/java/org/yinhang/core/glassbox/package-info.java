/**
 * The glass box: a model whose every score is a sum of terms a banker can read, each a curve over one column or a small map
 * over two (Lou, Caruana and Gehrke 2012, doi 10.1145/2339530.2339556; with pairs 2013, doi 10.1145/2487575.2487579).
 */
@NullMarked
package org.yinhang.core.glassbox;

import org.jspecify.annotations.NullMarked;

/** The tag factory: tags declared in a catalogue, checked together, computed in one run into an index of customers. */
@NullMarked
package org.yinhang.lake.tag;

import org.jspecify.annotations.NullMarked;

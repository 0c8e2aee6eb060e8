/** How long work tells its watcher how far it has come. */
@NullMarked
package org.yinhang.core.progress;

import org.jspecify.annotations.NullMarked;

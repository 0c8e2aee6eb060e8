/** Reading YAML files that people write, with errors that name the file, the line and what was expected. */
@NullMarked
package org.yinhang.lake.yaml;

import org.jspecify.annotations.NullMarked;

/** The pages of tags: the catalogue, one tag, its changes and their approval. */
@NullMarked
package org.yinhang.tag.web;

import org.jspecify.annotations.NullMarked;

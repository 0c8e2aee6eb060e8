/** The list every page with rows uses: columns, filters, sorting, paging, column choice, export to Excel. */
@NullMarked
@NamedInterface("list")
package org.yinhang.shared.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package org.yinhang.shared.list;

import org.yinhang.shared.Viewer;

/**
 * A list left the system as a workbook.
 *
 * @param viewer who took it
 * @param list which list
 * @param rows how many rows
 */
public record ListExported(Viewer viewer, String list, int rows) {}

package org.yinhang.shared.list;

/**
 * A way a member of staff likes to look at a list, under a name of their own.
 *
 * @param id its number
 * @param name what they call it
 * @param question filters, sorting and page size as they stand in the list's address; never the text searched for
 * @param isDefault whether the list opens with it
 */
public record SavedView(long id, String name, String question, boolean isDefault) {}

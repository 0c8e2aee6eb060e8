package org.yinhang.access;

/**
 * A place in the bank's tree: head office, branch, sub-branch, team.
 *
 * @param id the number in our tree
 * @param code the bank's own code
 * @param name in Chinese
 * @param nameInEnglish in English
 * @param path the numbers from the root down, such as {@code /1/4/}
 * @param depth 0 for the root
 */
public record Branch(long id, String code, String name, String nameInEnglish, String path, int depth) {}

package org.yinhang.lake.tag;

/**
 * A value of every customer that somebody asks for beside the tags, such as a feature of one model.
 *
 * @param id its name among the tags; may have dots, which no tag has
 * @param zh Chinese name
 * @param en English name
 * @param text the expression, over the tags and the lake
 * @param where file and line it stands in
 */
public record NamedExpression(String id, String zh, String en, String text, String where) {}

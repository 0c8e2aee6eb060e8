package org.yinhang.tag.web;

import java.util.List;
import org.yinhang.tag.GivenValue;
import org.yinhang.tag.TagImport;

/**
 * What people gave of a tag.
 *
 * @param count customers with a value today
 * @param values the newest of them, within what the viewer may see
 * @param imports the files, the newest first
 */
public record GivenList(long count, List<GivenValue> values, List<TagImport> imports) {

    public GivenList {
        values = List.copyOf(values);
        imports = List.copyOf(imports);
    }
}

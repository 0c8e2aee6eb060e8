package org.yinhang.tag;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.LeafSource;
import org.yinhang.core.audience.Selector;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.lake.tag.Tag;

/** Who has which value of a tag with a few texts. */
@Component
public class TagValues implements DisposableBean {

    private final Workers workers = new Workers(1);

    /** The customers of each of a tag's values, in the order of its definition. */
    public Map<String, Audience> of(Tag tag, TagShelf.Tags tags) {
        Selector selector = new Selector(tags.index(), LeafSource.NONE, tags.asOf(), workers);
        Catalogue catalogue = Catalogue.ofFields(tags.fields());
        Map<String, Audience> groups = new LinkedHashMap<>();
        for (String value : tag.values().keySet()) {
            groups.put(value, selector.select(Predicates.condition("%s = '%s'".formatted(tag.id(), value), catalogue)));
        }
        return groups;
    }

    @Override
    public void destroy() {
        workers.close();
    }
}

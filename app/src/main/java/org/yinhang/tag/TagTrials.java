package org.yinhang.tag;

import java.util.List;
import org.springframework.stereotype.Service;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.lake.Lake;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.IndexedTags;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagImpact;
import org.yinhang.shared.BusinessClock;

/** What a definition would do, before it is saved. */
@Service
public class TagTrials {

    private final TagDefinitions definitions;
    private final TagShelf shelf;
    private final Lake lake;
    private final BusinessClock clock;

    TagTrials(TagDefinitions definitions, TagShelf shelf, Lake lake, BusinessClock clock) {
        this.definitions = definitions;
        this.shelf = shelf;
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * How many customers a change would move, in the tag and in those that read it; scores and lists are those in force.
     * None for a new tag.
     *
     * @throws org.yinhang.core.fault.FaultException with everything that is wrong with the definition
     */
    public List<TagImpact> impact(String yaml) {
        Tag tag = definitions.check(yaml);
        return definitions.find(tag.id()).isEmpty()
                ? List.of()
                : shelf.read(tags -> impact(tag, new IndexedTags(tags.index())))
                        .orElseGet(() -> impact(tag, GivenTags.NONE));
    }

    private List<TagImpact> impact(Tag tag, GivenTags given) {
        AsOf asOf = new AsOf(clock.today(), clock.zone());
        return TagImpact.of(lake, lake.current(), definitions.inForce(), tag, asOf, given);
    }
}

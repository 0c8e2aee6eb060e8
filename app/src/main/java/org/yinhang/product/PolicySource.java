package org.yinhang.product;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.tag.TagSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where policies come from on the command line, and for which day. */
final class PolicySource {

    @Mixin
    private TagSource tags = new TagSource();

    @Option(
            names = "--policies",
            paramLabel = "FILE",
            description =
                    "The bank's own definitions, a file or a folder of them (docs/policy.md), instead of those that ship.")
    private @Nullable Path policies;

    @Option(names = "--day", paramLabel = "DAY", description = "The day for which policies are taken (default: today).")
    private @Nullable LocalDate day;

    TagSource tags() {
        return tags;
    }

    PolicyBook book() {
        return policies == null ? PolicyFile.bundled() : PolicyFile.read(policies);
    }

    Catalogue catalogue() {
        return PolicyFields.catalogue(tags.tags());
    }

    Set<String> bureauFields() {
        return PolicyFields.bureau(tags.tags());
    }

    Offers offers() {
        return Offers.of(book(), catalogue(), TagSource.ZONE);
    }

    /** The day asked for, else the other. */
    LocalDate day(LocalDate otherwise) {
        return day == null ? otherwise : day;
    }

    LocalDate day() {
        return day(LocalDate.now(Clock.system(TagSource.ZONE)));
    }

    AsOf asOf() {
        return new AsOf(day(), TagSource.ZONE);
    }
}

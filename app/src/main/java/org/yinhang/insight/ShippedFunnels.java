package org.yinhang.insight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yinhang.lake.funnel.Funnel;
import org.yinhang.lake.funnel.FunnelFile;

/** The funnels every installation has, as declarations a bank copies and edits. */
public final class ShippedFunnels {

    /** Their names: from a contact, from a page, from an application to a loan in use. */
    public static final List<String> NAMES = List.of("contact", "online", "application");

    /** The names of the conversions that are watched, in alphabetic order. */
    static final List<String> WATCHES = List.of("approve", "respond", "submit");

    private ShippedFunnels() {}

    /** A watched conversion: a funnel whose last step is the conversion. */
    static Funnel watch(String name) {
        return FunnelFile.parse(resource("watch-" + name), name);
    }

    /** The funnel of that name. */
    public static Optional<Funnel> find(String name) {
        return NAMES.contains(name) ? Optional.of(FunnelFile.parse(text(name), name)) : Optional.empty();
    }

    /** Its declaration, as YAML. */
    public static String text(String name) {
        return resource("funnel-" + name);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ShippedFunnels.class.getResourceAsStream(name + ".yaml"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

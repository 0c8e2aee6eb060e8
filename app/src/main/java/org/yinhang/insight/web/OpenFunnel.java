package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.insight.SavedFunnel;
import org.yinhang.insight.ShippedFunnels;
import org.yinhang.lake.funnel.Funnel;
import org.yinhang.lake.funnel.FunnelFile;
import org.yinhang.shared.web.PageFrame;

/**
 * A funnel as it stands in the page.
 *
 * @param name in addresses: of one that ships, or of one that is saved; empty for one written in the page
 * @param declaration its YAML
 * @param saved what is kept, where it is one of those
 * @param isOwn whether the viewer may change what is kept
 * @param choices the funnels that can be opened
 */
public record OpenFunnel(
        String name, String declaration, Optional<SavedFunnel> saved, boolean isOwn, List<Choice> choices) {

    private static final String SAVED = "saved-";

    /**
     * A funnel that can be opened.
     *
     * @param isSaved whether somebody keeps it; the others ship
     */
    public record Choice(String name, String title, boolean isSaved) {}

    public OpenFunnel {
        choices = List.copyOf(choices);
    }

    /** The name in addresses of a funnel that is kept. */
    static String name(long id) {
        return SAVED + id;
    }

    /** The number of the kept funnel an address names; empty for any other name. */
    static Optional<Long> number(String name) {
        String digits = name.startsWith(SAVED) ? name.substring(SAVED.length()) : "";
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    static List<Choice> choices(List<SavedFunnel> saved, PageFrame page) {
        List<Choice> choices = new ArrayList<>();
        for (String name : ShippedFunnels.NAMES) {
            Funnel funnel = FunnelFile.parse(ShippedFunnels.text(name), name);
            choices.add(new Choice(name, page.texts().isChinese() ? funnel.zh() : funnel.en(), false));
        }
        for (SavedFunnel one : saved) {
            choices.add(new Choice(
                    name(one.id()),
                    one.isOf(page.signedIn()) ? one.name() : page.t("insight.funnel.saved-by", one.name(), one.owner()),
                    true));
        }
        return choices;
    }
}

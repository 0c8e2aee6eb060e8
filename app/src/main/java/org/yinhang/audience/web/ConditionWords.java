package org.yinhang.audience.web;

import java.util.stream.Collectors;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Field;
import org.yinhang.shared.web.PageFrame;

/** A condition as a person of the bank would say it; what is not simple stays as it is written. */
final class ConditionWords {

    private final Catalogue catalogue;
    private final PageFrame page;

    ConditionWords(Catalogue catalogue, PageFrame page) {
        this.catalogue = catalogue;
        this.page = page;
    }

    String of(Expression condition) {
        ConditionTree tree = ConditionTree.of(condition);
        return tree.field().isEmpty()
                ? tree.text()
                : catalogue.field(tree.field()).map(f -> words(f, tree)).orElse(tree.text());
    }

    private String words(Field field, ConditionTree tree) {
        String values = tree.values().stream()
                .map(value -> page.texts().isChinese() ? field.values().getOrDefault(value, value) : value)
                .collect(Collectors.joining(page.t("audience.value.separator")));
        String operator =
                page.texts().orElse("audience.operator." + tree.operator().replace(' ', '-'), tree.operator());
        return (name(field) + " " + operator + " " + values).strip();
    }

    String name(Field field) {
        return page.texts().isChinese() ? field.zh() : field.en();
    }
}

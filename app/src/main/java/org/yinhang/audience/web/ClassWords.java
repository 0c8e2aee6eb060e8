package org.yinhang.audience.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.web.PageFrame;

/** The classes of a tag's values, in the viewer's language. */
final class ClassWords {

    private final ValueType type;
    private final @Nullable Tag tag;
    private final PageFrame page;

    /** @param tag whose values they are; null where it is no longer in the catalogue */
    ClassWords(ValueType type, @Nullable Tag tag, PageFrame page) {
        this.type = type;
        this.tag = tag;
        this.page = page;
    }

    /** A class from its least to its greatest value; both are missing for customers without one. */
    String of(Value from, Value upTo) {
        if (from.equals(upTo)) {
            return one(from);
        }
        String least = from.isMissing() ? "" : one(from);
        String greatest = upTo.isMissing() ? "" : one(upTo);
        return greatest.isEmpty() ? "> " + least : least.isEmpty() ? "≤ " + greatest : least + " ~ " + greatest;
    }

    private String one(Value value) {
        return switch (value) {
            case Value.Text text -> code(text.value());
            case Value.Truth truth -> page.t("tag.value." + truth.value());
            case Value.Real real ->
                BigDecimal.valueOf(Math.round(real.value() * 100), 2).toPlainString();
            case Value.Whole whole ->
                type == ValueType.MONEY
                        ? page.formats().money(Money.ofFen(whole.value()))
                        : ExpressionText.of(new Literal(type, whole)).replaceFirst("^date '(.*)'$", "$1");
            case Value.Labels labels -> String.join(", ", labels.value());
            case Value.Missing missing -> "–";
        };
    }

    private String code(String code) {
        Tag.Names names = tag == null ? null : tag.values().get(code);
        return names == null ? code : page.texts().isChinese() ? names.zh() : names.en();
    }
}

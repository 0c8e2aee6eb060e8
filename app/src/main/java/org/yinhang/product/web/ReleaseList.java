package org.yinhang.product.web;

import java.util.List;
import org.yinhang.product.PolicyRelease;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;

/** Releases as a list, the newest first. */
final class ReleaseList {

    private ReleaseList() {}

    static ListDefinition<PolicyRelease> of() {
        List<Column<PolicyRelease>> columns = List.of(
                Column.<PolicyRelease>of("at", "product.release.at", one -> new Cell.Moment(one.releasedAt())),
                Column.<PolicyRelease>of(
                        "kind",
                        "product.policy.column.kind",
                        (one, page) -> new Cell.Words(page.t(ProductWords.key(one.kind())))),
                Column.<PolicyRelease>of("id", "product.policy.column.id", one -> new Cell.Code(one.id())),
                Column.<PolicyRelease>of(
                        "version", "product.policy.column.version", one -> new Cell.Code("v" + one.version())),
                Column.<PolicyRelease>of(
                        "stage",
                        "product.release.stage",
                        (one, page) -> new Cell.Words(page.t(one.stage().messageKey()))),
                Column.<PolicyRelease>number(
                        "share", "product.release.share", one -> new Cell.Share(one.share() / 100.0)),
                Column.<PolicyRelease>of("by", "product.release.by", one -> new Cell.Words(one.releasedBy())),
                Column.<PolicyRelease>of("reason", "product.release.reason", one -> new Cell.Words(one.reason())));
        return ListDefinition.of("releases", columns, List.of(), true);
    }
}

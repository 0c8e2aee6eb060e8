package org.yinhang.opportunity.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yinhang.opportunity.Skills;
import org.yinhang.opportunity.WorkTeam;
import org.yinhang.opportunity.Worker;
import org.yinhang.product.Product;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.web.PageFrame;

/** People who work opportunities as a list. */
final class WorkerColumns {

    private WorkerColumns() {}

    /** The list. */
    static ListDefinition<Worker> of(OpportunityWords.Words words, List<Skills.Group> skills, PageFrame page) {
        List<Column<Worker>> columns = List.of(
                Column.of("who", "opportunity.team.who", one -> new Cell.Words(one.name() + " " + one.staff())),
                Column.of(
                        "branch",
                        "opportunity.team.branch",
                        (one, frame) ->
                                new Cell.Words(frame.texts().isChinese() ? one.branch() : one.branchInEnglish())),
                Column.of(
                        "team",
                        "opportunity.column.team",
                        (one, frame) -> new Cell.Words(frame.t(one.team().messageKey()))),
                Column.of(
                        "skills",
                        "opportunity.workers.skills",
                        (one, frame) -> one.skills().isEmpty()
                                ? new Cell.Nothing()
                                : new Cell.Words(words.skills(one.skills(), frame))),
                Column.<Worker>number("firsts", "opportunity.workers.firsts", one -> new Cell.Count(one.firsts()))
                        .sortable(),
                Column.<Worker>number("load", "opportunity.workers.load", one -> new Cell.Count(one.load()))
                        .sortable(),
                Column.number("capacity", "opportunity.team.load", one -> new Cell.Count(one.capacity())),
                Column.of("by", "opportunity.workers.by", one -> one.entry()
                        .<Cell>map(entry -> new Cell.Words(entry.by()))
                        .orElseGet(Cell.Nothing::new)),
                Column.<Worker>of("set", "opportunity.workers.at", one -> one.entry()
                                .<Cell>map(entry -> new Cell.Moment(entry.at()))
                                .orElseGet(Cell.Nothing::new))
                        .sortable());
        return ListDefinition.of(
                        "opportunity-members",
                        columns,
                        List.of(
                                new ListFilter.OneOf("team", "opportunity.column.team", teams()),
                                new ListFilter.OneOf("skill", "opportunity.workers.skills", skills(skills, page))),
                        true)
                .leadingTo(one -> "/opportunity-members/" + one.staff())
                .chosenBy(Worker::staff);
    }

    /** The teams to filter by. */
    static List<ListFilter.Option> teams() {
        return Arrays.stream(WorkTeam.values())
                .map(team -> new ListFilter.Option(team.key(), team.messageKey()))
                .toList();
    }

    private static List<ListFilter.Option> skills(List<Skills.Group> skills, PageFrame page) {
        return skills.stream()
                .flatMap(group -> Stream.concat(
                        Stream.of(new ListFilter.Option(group.skill(), Skills.messageKey(group.skill()))),
                        group.products().stream()
                                .map(product -> new ListFilter.Option(product.id(), name(product, page)))))
                .toList();
    }

    private static String name(Product product, PageFrame page) {
        return page.texts().isChinese() ? product.zh() : product.en();
    }
}

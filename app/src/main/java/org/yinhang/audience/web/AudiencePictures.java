package org.yinhang.audience.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.roaringbitmap.ImmutableBitmapDataProvider;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selection;
import org.yinhang.audience.web.AudienceProfile.Overlap;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.predicate.Expression;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** Finds what the page shows of an audience. */
@Component
class AudiencePictures {

    private static final int SAMPLE = 8;
    private static final int OVERLAPS = 8;

    private final Audiences audiences;
    private final Customers customers;

    AudiencePictures(Audiences audiences, Customers customers) {
        this.audiences = audiences;
        this.customers = customers;
    }

    AudienceProfile of(Selection selection, Expression predicate, BooleanSupplier isWanted, PageFrame page) {
        Viewer viewer = page.signedIn();
        Audience members = selection.select(predicate);
        Chart traits =
                new ProfileWords(selection.tags().definitions(), page).chart(selection.profile(members, isWanted));
        return new AudienceProfile(
                members.count(), traits, sample(members, viewer), overlaps(members, selection, viewer));
    }

    /** Customers at even distances, so that the same audience shows the same ones. */
    private List<Customer> sample(Audience members, Viewer viewer) {
        DataScope scope = DataScope.ofCustomers(viewer);
        ImmutableBitmapDataProvider numbers = members.customers();
        int count = Math.min(SAMPLE, members.count());
        List<Customer> sample = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = numbers.select((int) ((long) i * members.count() / count));
            customers.find(number, scope).ifPresent(sample::add);
        }
        return sample;
    }

    private List<Overlap> overlaps(Audience members, Selection selection, Viewer viewer) {
        return audiences.visibleTo(viewer).stream()
                .flatMap(other -> overlap(members, other, selection).stream())
                .sorted(Comparator.comparingLong(Overlap::both).reversed())
                .limit(OVERLAPS)
                .toList();
    }

    /** Empty for nothing in common, for the same audience, and for one that can no longer be read. */
    private static Optional<Overlap> overlap(Audience members, SavedAudience other, Selection selection) {
        return Overlaps.read(other, selection)
                .filter(others -> others.overlap(members) > 0 && !others.equals(members))
                .map(others -> new Overlap(
                        other.id(),
                        other.name(),
                        members.overlap(others),
                        (double) members.overlap(others) / members.count(),
                        (double) members.overlap(others) / others.count()));
    }
}

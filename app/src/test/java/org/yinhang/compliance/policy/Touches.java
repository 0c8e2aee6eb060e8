package org.yinhang.compliance.policy;

import java.util.Optional;
import org.yinhang.compliance.GuardSettings;

/** The welcome message with one thing changed. */
public final class Touches {

    private Touches() {}

    public static Touch data(DataUse data) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                data,
                m.limits(),
                m.admission(),
                m.price(),
                m.copy(),
                m.sender(),
                m.staff(),
                m.conflict(),
                m.capacity());
    }

    public static Touch limits(GuardSettings limits) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                m.data(),
                limits,
                m.admission(),
                m.price(),
                m.copy(),
                m.sender(),
                m.staff(),
                m.conflict(),
                m.capacity());
    }

    public static Touch admission(Optional<Admission> admission) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                m.data(),
                m.limits(),
                admission,
                m.price(),
                m.copy(),
                m.sender(),
                m.staff(),
                m.conflict(),
                m.capacity());
    }

    public static Touch price(Optional<PricedOffer> price) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                m.data(),
                m.limits(),
                m.admission(),
                price,
                m.copy(),
                m.sender(),
                m.staff(),
                m.conflict(),
                m.capacity());
    }

    public static Touch copy(Copy copy) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                m.data(),
                m.limits(),
                m.admission(),
                m.price(),
                Optional.of(copy),
                m.sender(),
                m.staff(),
                m.conflict(),
                m.capacity());
    }

    public static Touch sender(Optional<String> sender, Optional<StaffMember> staff) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                m.data(),
                m.limits(),
                m.admission(),
                m.price(),
                m.copy(),
                sender,
                staff,
                m.conflict(),
                m.capacity());
    }

    public static Touch conflict(Optional<Conflict> conflict) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                m.data(),
                m.limits(),
                m.admission(),
                m.price(),
                m.copy(),
                m.sender(),
                m.staff(),
                conflict,
                m.capacity());
    }

    public static Touch capacity(Optional<CapacityLeft> capacity) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                m.channel(),
                m.data(),
                m.limits(),
                m.admission(),
                m.price(),
                m.copy(),
                m.sender(),
                m.staff(),
                m.conflict(),
                capacity);
    }

    public static Touch call(Optional<StaffMember> staff) {
        Touch m = TouchFixture.message();
        return new Touch(
                m.key(),
                m.customer(),
                m.campaign(),
                m.wave(),
                m.lender(),
                "call",
                m.data(),
                m.limits(),
                m.admission(),
                m.price(),
                m.copy(),
                m.sender(),
                staff,
                m.conflict(),
                m.capacity());
    }

    public static Touch channel(String channel, String key, int customer) {
        Touch m = TouchFixture.message();
        return new Touch(
                key,
                customer,
                m.campaign(),
                m.wave(),
                m.lender(),
                channel,
                m.data(),
                m.limits(),
                m.admission(),
                m.price(),
                m.copy(),
                m.sender(),
                m.staff(),
                m.conflict(),
                m.capacity());
    }
}

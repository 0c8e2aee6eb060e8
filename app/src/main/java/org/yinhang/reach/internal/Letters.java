package org.yinhang.reach.internal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.reach.Channels;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.MessageText;
import org.yinhang.reach.gateway.Message;

/** Writes messages at the last moment: only here do touches meet names and numbers. */
@Component
class Letters {

    private static final Set<PersonalField> NONE = EnumSet.noneOf(PersonalField.class);

    private final PersonalRecords personal;
    private final TouchBenefits benefits;

    Letters(PersonalRecords personal, TouchBenefits benefits) {
        this.personal = personal;
        this.benefits = benefits;
    }

    /** The messages of touches, in their order. */
    List<Message> write(DispatchTerms terms, List<QueuedTouch> touches) {
        Set<PersonalField> fields = fields(terms.channel());
        Map<Integer, Map<PersonalField, String>> known = fields.isEmpty()
                ? Map.of()
                : personal.forDelivery(
                        touches.stream().map(QueuedTouch::customer).toList(), fields);
        Map<Long, Map<String, String>> promised = benefits.words(terms, touches);
        return touches.stream()
                .map(touch -> message(
                        terms,
                        touch,
                        known.getOrDefault(touch.customer(), Map.of()),
                        promised.getOrDefault(touch.id(), Map.of())))
                .toList();
    }

    private static Message message(
            DispatchTerms terms, QueuedTouch touch, Map<PersonalField, String> personal, Map<String, String> promised) {
        Map<String, String> values = new HashMap<>(promised);
        values.put("product", terms.product());
        // A task names nobody: whoever takes it opens the customer's page.
        values.put("name", personal.getOrDefault(PersonalField.NAME, "客户"));
        touch.offered(terms).ifPresent(offer -> values.putAll(offer.words()));
        return new Message(
                QueuedTouch.gatewayKey(touch.id()),
                terms.channel(),
                terms.campaign(),
                touch.customer(),
                terms.sender(),
                personal.getOrDefault(address(terms.channel()), ""),
                new MessageText(terms.creative().subject()).fill(values),
                new MessageText(terms.creative().text()).fill(values));
    }

    private static Set<PersonalField> fields(String channel) {
        return Channels.isByPeople(channel) ? NONE : EnumSet.of(PersonalField.NAME, address(channel));
    }

    private static PersonalField address(String channel) {
        return switch (channel) {
            case "sms" -> PersonalField.PHONE;
            case "email" -> PersonalField.EMAIL;
            default -> PersonalField.IDENTIFIER;
        };
    }
}

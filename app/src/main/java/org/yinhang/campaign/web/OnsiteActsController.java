package org.yinhang.campaign.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.campaign.onsite.EventTask;
import org.yinhang.campaign.onsite.GuestOutcome;
import org.yinhang.campaign.onsite.OnsiteEvent;
import org.yinhang.campaign.onsite.OnsiteEvents;
import org.yinhang.campaign.onsite.OnsiteGuests;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;

/** What may be done about an event on site; heads and analysts lead it, account managers work at it. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.ANALYST})
class OnsiteActsController {

    private final OnsiteEvents events;
    private final OnsiteGuests guests;

    OnsiteActsController(OnsiteEvents events, OnsiteGuests guests) {
        this.events = events;
        this.guests = guests;
    }

    @PostMapping("/events/{id}/tasks/{task}")
    String tick(
            @PathVariable long id,
            @PathVariable EventTask task,
            @RequestParam boolean done,
            @RequestParam(defaultValue = "") String note,
            PageFrame page) {
        events.tick(find(id, page), task, done, note, page.signedIn());
        return back(id);
    }

    @PostMapping("/events/{id}/tasks/{task}/owner")
    @AllowedTo({Role.BRANCH_HEAD, Role.ANALYST})
    String give(
            @PathVariable long id,
            @PathVariable EventTask task,
            @RequestParam String owner,
            @RequestParam LocalDate due,
            PageFrame page) {
        events.give(find(id, page), task, owner.strip(), due, page.signedIn());
        return back(id);
    }

    @PostMapping("/events/{id}/next")
    @AllowedTo({Role.BRANCH_HEAD, Role.ANALYST})
    String goOn(@PathVariable long id, PageFrame page) {
        events.goOn(find(id, page), page.signedIn());
        return back(id);
    }

    @PostMapping("/events/{id}/cancel")
    @AllowedTo({Role.BRANCH_HEAD, Role.ANALYST})
    String cancel(@PathVariable long id, PageFrame page) {
        events.cancel(find(id, page), page.signedIn());
        return back(id);
    }

    @PostMapping("/events/{id}/guests")
    String invite(@PathVariable long id, @RequestParam String numbers, PageFrame page) {
        List<Integer> wanted = new ArrayList<>(OnsiteGuests.numbers(numbers));
        guests.invite(find(id, page), wanted, page.signedIn());
        return back(id);
    }

    @PostMapping("/events/{id}/list")
    @AllowedTo(Role.ANALYST)
    String listOf(@PathVariable long id, PageFrame page) {
        guests.listOf(find(id, page), page.signedIn());
        return "redirect:/audiences/lists";
    }

    @PostMapping("/events/{id}/walk-ins")
    String walkIns(@PathVariable long id, @RequestParam int walkIns, PageFrame page) {
        guests.countWalkIns(find(id, page), walkIns, page.signedIn());
        return back(id);
    }

    @PostMapping("/events/{id}/guests/{customer}")
    String guest(
            @PathVariable long id,
            @PathVariable int customer,
            @RequestParam String act,
            @RequestParam Optional<GuestOutcome> outcome,
            PageFrame page) {
        OnsiteEvent event = find(id, page);
        switch (act) {
            case "sign-in" -> guests.signIn(event, customer, true, page.signedIn());
            case "sign-out" -> guests.signIn(event, customer, false, page.signedIn());
            case "remove" -> guests.uninvite(event, customer, page.signedIn());
            case "outcome" -> guests.outcome(event, customer, outcome.orElse(GuestOutcome.NOTHING), page.signedIn());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return back(id);
    }

    private OnsiteEvent find(long id, PageFrame page) {
        return events.find(id, page.signedIn()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String back(long id) {
        return "redirect:/events/" + id;
    }
}

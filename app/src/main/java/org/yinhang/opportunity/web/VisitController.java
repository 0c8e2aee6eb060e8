package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.opportunity.CallSheet;
import org.yinhang.opportunity.Calls;
import org.yinhang.opportunity.ContactWay;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.RecordSeals;
import org.yinhang.opportunity.Scripts;
import org.yinhang.opportunity.visit.Position;
import org.yinhang.opportunity.visit.Visit;
import org.yinhang.opportunity.visit.Visits;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Visiting a customer, from the way there to the record. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class VisitController {

    private final Visits visits;
    private final Opportunities opportunities;
    private final Calls calls;
    private final PersonalRecords personal;
    private final Scripts scripts;
    private final RecordSeals seals;
    private final OpportunityWords words;
    private final Templates templates;

    VisitController(
            Visits visits,
            Opportunities opportunities,
            Calls calls,
            PersonalRecords personal,
            Scripts scripts,
            RecordSeals seals,
            OpportunityWords words,
            Templates templates) {
        this.visits = visits;
        this.opportunities = opportunities;
        this.calls = calls;
        this.personal = personal;
        this.scripts = scripts;
        this.seals = seals;
        this.words = words;
        this.templates = templates;
    }

    /** Where to go and whom, and, once there, what to say and what to leave behind. */
    @GetMapping("/opportunities/{id}/visit")
    JteModel visit(@PathVariable long id, PageFrame page) {
        Opportunity opportunity = theirs(id, page);
        String staff = opportunities.staffCode(page.signedIn());
        CallSheet sheet = calls.sheet(opportunity, ContactWay.VISIT, staff);
        Optional<Visit> open = visits.open(opportunity, staff);
        return templates.opportunityVisit(
                page,
                sheet,
                open,
                open.map(one -> visits.photos(one.id())).orElse(List.of()),
                personal.masked(sheet.customer()).getOrDefault(PersonalField.ADDRESS, ""),
                visits.hasSpoken(sheet, staff),
                words.now(),
                UUID.randomUUID(),
                seals.of(page.signedIn()));
    }

    @PostMapping("/opportunities/{id}/visit/address")
    JteModel address(@PathVariable long id, PageFrame page) {
        Opportunity opportunity = theirs(id, page);
        return templates.opportunityVisitAddress(
                page, visits.address(opportunity, opportunities.staffCode(page.signedIn()), page.signedIn()));
    }

    @PostMapping("/opportunities/{id}/visit/agreed")
    String agreed(@PathVariable long id, PageFrame page) {
        visits.agree(theirs(id, page), opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/opportunities/" + id + "/visit";
    }

    /** Begins; where the guards say no, the page shows why. */
    @PostMapping("/opportunities/{id}/visit")
    String begin(
            @PathVariable long id,
            @RequestParam @Nullable Double latitude,
            @RequestParam @Nullable Double longitude,
            @RequestParam @Nullable Double accuracy,
            PageFrame page) {
        Optional<Position> position = latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Position(latitude, longitude, accuracy == null ? 0 : (int) Math.round(accuracy)));
        List<Refusal> refusals =
                visits.begin(theirs(id, page), position, opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/opportunities/" + id + "/visit" + (refusals.isEmpty() ? "#script" : "");
    }

    @PostMapping("/visits/{id}/photos")
    JteModel photo(@PathVariable long id, @RequestParam MultipartFile photo, PageFrame page) {
        Visit visit = find(id, page);
        try (InputStream file = photo.getInputStream()) {
            return templates.opportunityVisitPhotos(
                    page, visit.id(), visits.add(visit.id(), file, opportunities.staffCode(page.signedIn())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/visits/{id}/end")
    String end(@PathVariable long id, RecordForm form, PageFrame page) {
        Visit visit = find(id, page);
        Opportunity opportunity = opportunities
                .find(visit.opportunity(), opportunities.reach(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        visits.end(visit, opportunity, form.note(scripts), opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/my-day";
    }

    private Visit find(long id, PageFrame page) {
        return visits.find(id, opportunities.reach(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One the viewer works; for anybody else it is not found. */
    private Opportunity theirs(long id, PageFrame page) {
        return opportunities
                .find(id, opportunities.reach(page.signedIn()))
                .filter(one -> one.isOf(opportunities.staffCode(page.signedIn()))
                        && one.stage().isOpen())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

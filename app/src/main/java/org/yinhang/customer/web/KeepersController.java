package org.yinhang.customer.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.customer.KeeperRole;
import org.yinhang.customer.KeeperTerms;
import org.yinhang.customer.Keepers;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;

/** The branch head gives a customer a deputy, or ends that. */
@Controller
@AllowedTo(Role.BRANCH_HEAD)
class KeepersController {

    private final Keepers keepers;
    private final Customers customers;

    KeepersController(Keepers keepers, Customers customers) {
        this.keepers = keepers;
        this.customers = customers;
    }

    @PostMapping("/customers/{number}/deputy")
    String deputy(
            @PathVariable int number,
            @RequestParam String staff,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam String reason,
            PageFrame page) {
        find(number, page);
        KeeperTerms terms = new KeeperTerms(Optional.ofNullable(lastDay), reason, Optional.empty());
        keepers.give(List.of(number), KeeperRole.DEPUTY, staff, terms, page.signedIn());
        return "redirect:/customers/" + number;
    }

    @PostMapping("/customers/{number}/deputy/end")
    String end(@PathVariable int number, PageFrame page) {
        find(number, page);
        keepers.withdrawDeputy(number, page.signedIn());
        return "redirect:/customers/" + number;
    }

    private void find(int number, PageFrame page) {
        if (!customers.covers(number, DataScope.ofCustomers(page.signedIn()))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

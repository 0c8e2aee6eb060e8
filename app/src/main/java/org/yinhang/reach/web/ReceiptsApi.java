package org.yinhang.reach.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.reach.SignedReceipts;
import org.yinhang.shared.web.AllowedTo;

/** Where gateways report what became of messages. No user signs in: each call is signed. */
@RestController
@AllowedTo(strangers = true)
class ReceiptsApi {

    private final SignedReceipts receipts;

    ReceiptsApi(SignedReceipts receipts) {
        this.receipts = receipts;
    }

    @PostMapping(SignedReceipts.PATH + "{channel}")
    SignedReceipts.Taken take(
            @PathVariable String channel,
            @RequestHeader(name = "X-Signature", defaultValue = "") String signature,
            @RequestHeader(name = "X-Timestamp", defaultValue = "") String timestamp,
            @RequestBody(required = false) @Nullable String body,
            HttpServletRequest request) {
        return receipts.take(channel, signature, timestamp, request.getRequestURI(), body == null ? "" : body)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}

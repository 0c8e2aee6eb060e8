package org.yinhang.compliance.complaint;

/**
 * What a customer complains about, as it is taken in.
 *
 * @param request names the intake for ever: the same one again is the same complaint; 1 to 64 characters
 * @param customer customer number
 * @param entrance where it came in
 * @param subject what it is about
 * @param severity how serious
 * @param story in the customer's words; kept encrypted
 */
public record Grievance(
        String request, int customer, Entrance entrance, ComplaintSubject subject, Severity severity, String story) {}

package org.yinhang.compliance.policy;

import java.util.Optional;

/**
 * What will be said: an approved text and what the word check found in it.
 *
 * @param code names the text
 * @param madeBy user name of its maker
 * @param approvedBy user name of who approved it, never the maker
 * @param checkedBy version of the word list it was checked by
 * @param findings how many findings the check had
 */
public record Copy(String code, String madeBy, Optional<String> approvedBy, String checkedBy, int findings) {}

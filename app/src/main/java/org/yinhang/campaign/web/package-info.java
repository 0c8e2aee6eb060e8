/** The pages of campaigns: list, wizard, one campaign with its figures, texts. */
@NullMarked
package org.yinhang.campaign.web;

import org.jspecify.annotations.NullMarked;

/** How messages leave the bank: simulated desk, HTTP gateway, SMTP, people; each says what is certain about an attempt. */
@NullMarked
@NamedInterface("gateway")
package org.yinhang.reach.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package org.yinhang.demobank.world;

import org.jspecify.annotations.Nullable;

/**
 * One node of the branch tree.
 *
 * @param code its code
 * @param parent code of the node above, or null for the head office
 * @param name its name, always marked as simulated
 * @param level head, branch, subbranch or outlet
 * @param province where it is
 * @param city where it is
 */
public record Branch(String code, @Nullable String parent, String name, String level, String province, String city) {}

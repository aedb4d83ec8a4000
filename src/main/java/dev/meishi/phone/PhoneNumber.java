package dev.meishi.phone;

import org.jspecify.annotations.Nullable;

/**
 * A number that can be dialled.
 *
 * @param e164 plus sign, country code and number, such as {@code +819012345678}: equal for all spellings
 * @param digits those that all spellings have one after the other, such as {@code 9012345678}: no country code, and no 0
 *     that is dialled only within the country; at least four, by the numbering plans
 * @param grouped the same in the groups that it is mostly written in, such as {@code 90-1234-5678}; null if there is one
 *     group only
 */
public record PhoneNumber(
        String e164, String digits, @Nullable String grouped) {}

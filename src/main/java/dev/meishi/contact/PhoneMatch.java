package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.phone.PhoneNumber;
import dev.meishi.phone.PhoneNumbers;

/**
 * The condition that a contact has a phone number, whatever its spelling.
 *
 * @param number that is looked for
 * @param numbers reads those of contacts
 */
record PhoneMatch(PhoneNumber number, PhoneNumbers numbers) {

    boolean isOf(Contact contact) {
        for (Phone phone : contact.phones()) {
            if (number.e164().equals(numbers.e164(Text.string(phone.value())))) {
                return true;
            }
        }
        return false;
    }
}

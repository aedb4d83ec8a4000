package dev.meishi.sandbox.data;

import java.time.Clock;
import java.util.List;

/**
 * Everything that the simulated tenant has, the same for every version of the API.
 *
 * @param contacts the shared contacts
 * @param tags the contact tags, by name
 * @param privateContacts the private contacts of each member
 * @param people members, organisations and groups
 */
public record TenantData(ContactStore contacts, List<Tag> tags, PrivateContacts privateContacts, People people) {

    /**
     * The data that follow from a seed.
     *
     * @param start the shared contacts that there are at the start
     * @param clock the time of later changes
     */
    public static TenantData of(Seed seed, StartData start, Clock clock) {
        List<Tag> tags = Tag.all(seed);
        return new TenantData(
                new ContactStore(seed, tags, start, clock), tags, new PrivateContacts(seed), new People(seed));
    }
}

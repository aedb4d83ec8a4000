package dev.meishi.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrivateContactsTest {

    @Test
    void everyMembersListHasALengthOfItsOwn() {
        PrivateContacts contacts = new PrivateContacts(new Seed(7));

        assertThat(Directory.MEMBERS)
                .allSatisfy(member -> assertThat(contacts.length(member)).isBetween(0, 1200));
        assertThat(Directory.MEMBERS.stream().map(contacts::length).distinct().count())
                .isGreaterThan(100);
    }
}

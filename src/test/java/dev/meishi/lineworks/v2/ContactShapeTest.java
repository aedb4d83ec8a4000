package dev.meishi.lineworks.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Members;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is told to be read of a contact has the names of what is read. */
class ContactShapeTest {

    @Test
    void itsNamesAreThoseOfTheReader() {
        ContactMembers members = new ContactMembers(new UnknownMembers(new SimpleMeterRegistry()));
        Map<String, Members> read = Map.ofEntries(
                Map.entry("", members.contact),
                Map.entry("permission", members.permission),
                Map.entry("permission.accessibleMembers[]", members.sharer),
                Map.entry("contactName", members.name),
                Map.entry("emails[]", members.email),
                Map.entry("telephones[]", members.telephone),
                Map.entry("organizations[]", members.organization),
                Map.entry("locations[]", members.location),
                Map.entry("events[]", members.event),
                Map.entry("messengers[]", members.messenger),
                Map.entry("messengers[].protocol", members.protocol),
                Map.entry("websites[]", members.website),
                Map.entry("linkedExternalUser", members.external));

        read.forEach((path, names) -> {
            assertThat(ContactShape.CONTACT.membersOf(path)).as(path).isEqualTo(names(names));
            String inList = path.isEmpty() ? "contacts[]" : "contacts[]." + path;
            assertThat(ContactShape.LIST.membersOf(inList)).as(inList).isEqualTo(names(names));
        });
    }

    private static Set<String> names(Members members) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; ; i++) {
            try {
                names.add(members.name(i));
            } catch (IndexOutOfBoundsException end) {
                return names;
            }
        }
    }
}

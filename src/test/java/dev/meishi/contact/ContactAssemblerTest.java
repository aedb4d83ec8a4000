package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder.Part;
import dev.meishi.lineworks.Kind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link ContactAssembler}: one contact after the other, whatever API says them. */
class ContactAssemblerTest {

    private final ContactAssembler assembler = new ContactAssembler("1");

    @Test
    void nothingOfAContactIsLeftForTheNext() {
        assembler.begin();
        assembler.id(Text.of("a"));
        assembler.open(true);
        assembler.coEditing(true);
        assembler.master(Text.of("m"));
        assembler.tags(List.of(Text.of("t")));
        assembler.name(Text.of("King"), null, null, null, null);
        assembler.nameDetails(Text.of("Dr."), null, null);
        assembler.memo(Text.of("memo"));
        for (Part part : Part.values()) {
            assembler.begin(part);
            say(part);
        }
        Contact full = assembler.build();

        assertThat(full.external()).isTrue();
        assertThat(full.details()).isEqualTo(new DetailedName(full.name(), Text.of("Dr."), null, null));
        assertThat(idAlone(assembler)).isEqualTo(idAlone(new ContactAssembler("1")));
    }

    private static Contact idAlone(ContactAssembler assembler) {
        assembler.begin();
        assembler.id(Text.of("b"));
        return assembler.build();
    }

    @Test
    void ofAListThatComesTwiceTheLastCounts() {
        assembler.begin();
        assembler.id(Text.of("a"));
        assembler.begin(Part.EMAIL);
        assembler.email(Text.of("old"), true);
        assembler.begin(Part.EMAIL);
        assembler.email(Text.of("new"), false);

        assertThat(assembler.build().emails()).containsExactly(new Email(Text.of("new"), false));
    }

    @Test
    void aListHasAnyNumberOfPartsInTheirOrder() {
        for (int size = 0; size < 20; size++) {
            assembler.begin();
            assembler.id(Text.of("a"));
            assembler.begin(Part.WEBSITE);
            IntStream.range(0, size).forEach(i -> assembler.website(Text.of("w" + i), false));

            assertThat(assembler.build().websites())
                    .containsExactlyElementsOf(IntStream.range(0, size)
                            .mapToObj(i -> new Website(Text.of("w" + i), false))
                            .toList());
        }
    }

    @Test
    void aContactWithoutIdHasAPlaceByItsFingerprint() {
        assembler.begin();
        Contact one = assembler.broken("it has none", 1);
        assembler.begin();
        Contact other = assembler.broken("it has none", 2);

        assertThat(one.resourceId()).isNotEqualTo(other.resourceId());
        assertThat(one.fault()).hasMessageContaining("it has none").hasMessageStartingWith("A contact cannot");
    }

    private void say(Part part) {
        Text text = Text.of("text");
        switch (part) {
            case SHARED_MEMBER -> assembler.sharedMember(text, Kind.Sharer.USER, text);
            case EMAIL -> assembler.email(text, true);
            case PHONE -> assembler.phone(text, Kind.Phone.WORK, text, text, true);
            case ORGANIZATION -> assembler.organization(text, text, text, true);
            case LOCATION -> assembler.location(text, text, Kind.Location.HOME, text, text, true);
            case EVENT -> assembler.event(text, Kind.Calendar.LUNAR, text, Kind.Event.BIRTHDAY, text, text, true);
            case MESSENGER -> assembler.messenger(text, Kind.Messenger.LINE, text, text, true);
            case WEBSITE -> assembler.website(text, true);
            case PHOTO -> assembler.photo(text, true);
            case EXTERNAL -> assembler.external(Kind.External.LINE, text, text, List.of(text));
            case CUSTOM_PROPERTY -> {
                assembler.customPropertyValue(text, null, true);
                assembler.customProperty(text, ByteBuffer.wrap(new byte[] {'1'}));
                assembler.customPropertyValue(text, text, true);
            }
        }
    }
}

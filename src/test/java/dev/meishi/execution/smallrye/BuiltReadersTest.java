package dev.meishi.execution.smallrye;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.contact.Phone;
import dev.meishi.contact.PhoneType;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** {@link BuiltReaders}: what a native binary has of them. */
class BuiltReadersTest {

    private static final Phone PHONE = new Phone(null, PhoneType.MOBILE, null, null, true);

    @Test
    void eachPropertyOfATypeHasAReader() throws NoSuchMethodException {
        BuiltReaders.add(Phone.class);

        assertThat(BuiltReaders.of(accessor("type")).read(PHONE)).isEqualTo(PhoneType.MOBILE);
        assertThat(BuiltReaders.of(accessor("represent")).read(PHONE)).isEqualTo(true);
        assertThat(BuiltReaders.of(accessor("value")).read(PHONE)).isNull();
    }

    @Test
    void aPropertyWithoutOneIsNamed() throws NoSuchMethodException {
        Method unknown = StringBuilder.class.getMethod("length");

        assertThatThrownBy(() -> BuiltReaders.of(unknown))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("StringBuilder.length()")
                .hasMessageContaining("@Description");
    }

    private static Method accessor(String name) throws NoSuchMethodException {
        return Phone.class.getMethod(name);
    }
}

package dev.meishi.secret;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads no file: for credentials whose files are read again whenever they are needed. */
@RegisterForReflection(fields = false)
public final class AsItIsSet implements Converter<Secret> {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Secret convert(String value) {
        return value.isEmpty() ? null : new Secret(value);
    }
}

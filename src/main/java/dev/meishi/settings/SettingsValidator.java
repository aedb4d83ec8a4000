package dev.meishi.settings;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every group of settings against its {@link SettingsCheck}, with all others: the framework reports the mistakes of all
 * groups at once.
 */
public final class SettingsValidator implements ConfigValidator, SmallRyeConfigBuilderCustomizer {

    private static final String OURS = "dev.meishi.";

    /** As the framework makes it of whatever configuration it builds. */
    public SettingsValidator() {}

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
    }

    @Override
    public void validateMapping(Class<?> group, String prefix, Object settings) {
        if (!group.getName().startsWith(OURS)) {
            return; // The annotations of the framework's groups would be read for nothing, at every start.
        }
        CheckedBy checked = group.getAnnotation(CheckedBy.class);
        if (checked == null) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        check(checked).check(settings, (key, text) -> problems.add(new Problem(key + " " + text)));
        if (!problems.isEmpty()) {
            throw new ConfigValidationException(problems.toArray(Problem[]::new));
        }
    }

    @SuppressWarnings("unchecked") // It is of the settings that it is declared at.
    private static SettingsCheck<Object> check(CheckedBy checked) {
        try {
            return (SettingsCheck<Object>) checked.value().getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(checked.value() + " has no public constructor", impossible);
        }
    }
}

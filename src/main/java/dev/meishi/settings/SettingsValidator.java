package dev.meishi.settings;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Makes each mistake of a {@link SettingsCheck} a violation of its own. */
public final class SettingsValidator implements ConstraintValidator<CheckedBy, Object> {

    private @Nullable SettingsCheck<Object> check;

    @Override
    @SuppressWarnings("unchecked") // It is of the settings that it is declared at.
    public void initialize(CheckedBy checked) {
        try {
            check = (SettingsCheck<Object>) checked.value().getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(checked.value() + " has no public constructor", impossible);
        }
    }

    @Override
    public boolean isValid(Object settings, ConstraintValidatorContext context) {
        List<String> mistakes = new ArrayList<>();
        if (check != null) {
            check.check(settings, (key, text) -> mistakes.add(key + " " + text));
        }
        context.disableDefaultConstraintViolation();
        mistakes.forEach(mistake -> context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("mistake", mistake)
                .buildConstraintViolationWithTemplate("settings: {mistake}") // After their prefix.
                .addConstraintViolation());
        return mistakes.isEmpty();
    }
}

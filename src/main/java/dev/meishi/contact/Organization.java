package dev.meishi.contact;

import dev.meishi.lineworks.ContactPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** A company the contact works for. */
@Description("A company the contact works for.")
public record Organization(
        @Description("Company name.") @Nullable String name,

        @Description("Department.") @Nullable String department,

        @Description("Position.") @Nullable String title,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {

    static Organization from(ContactPayload.Organization organization) {
        return new Organization(
                organization.name(),
                organization.department(),
                organization.title(),
                Wire.isTrue(organization.represent()));
    }
}

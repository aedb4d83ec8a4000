package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** How contacts are sorted. */
@Input("ContactOrder")
@Description("How contacts are sorted.")
public record ContactOrder(
        @DefaultValue("CREATION_TIME") @Description("What to sort by.") @Nullable
        ContactOrderField field,

        @DefaultValue("ASC") @Description("Which way.") @Nullable
        OrderDirection direction) {}
